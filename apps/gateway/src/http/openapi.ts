import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, getSchemaPath } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { closeBodies } from './closed-bodies.js';
import { peopleModels } from './people.dto.js';
import { ProblemBody } from './problem.dto.js';

type PathItemObject = OpenAPIObject['paths'][string];

/** The description of the JSON API: what stands under /api and /health. The pages are not part of it. */
export function buildOpenApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Schools Linking')
    .setDescription(
      'The admin API of Schools Linking. Errors are RFC 9457 problem+json with `code`, `detail` and, for a body that ' +
        'cannot be read, `errors`. Writes take an `Idempotency-Key`; changes take the last `ETag` as `If-Match`.',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token of POST /api/v1/sign-in.' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemBody, ...peopleModels],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const paths = Object.entries(document.paths).filter(([path]) => /^\/(?:api|health)\//.test(path));
  for (const [, path] of paths)
    for (const operation of operationsOf(path)) operation.responses['default'] ??= PROBLEM;
  return closeBodies({ ...document, paths: Object.fromEntries(paths) });
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const operationsOf = (path: PathItemObject) => METHODS.flatMap((method) => path[method] ?? []);

const PROBLEM = {
  description: 'What went wrong, as a problem.',
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } } },
};

/** `/api/openapi.json` and the viewer at `/api/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => buildOpenApi(app), {
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Schools Linking: the API',
  });
}
