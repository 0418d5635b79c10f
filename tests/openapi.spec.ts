import type { OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { linkEventNames } from '@linking/events/known-types.js';
import { apiCommandsText } from '../apps/gateway/src/api-docs/api-commands-text.js';
import { commandsOf } from '../apps/gateway/src/api-docs/command-list.js';
import { openApiText } from '../apps/gateway/src/api-docs/open-api-text.js';
import { listRoutes } from '../apps/gateway/src/http/routes.js';
import { checkInput } from '../apps/gateway/src/http/validation.js';
import { linkCommands, otherLinkEvents } from '../apps/gateway/src/links/link-commands.js';
import { testGateway } from './support/gateway.js';
import type { TestGateway } from './support/gateway.js';

let gateway: TestGateway;
let document: OpenAPIObject;
let served: string;

beforeAll(async () => {
  gateway = await testGateway();
  const answer = await gateway.app.inject({ method: 'GET', url: '/api/openapi.json' });
  document = answer.json<OpenAPIObject>();
  served = answer.body;
});

afterAll(() => gateway.close());

// `example` is of OpenAPI 3.0 and allowed in 3.1; formats are checked by the program itself.
function schemas(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false });
  return ajv.addVocabulary(['example']);
}

/** The schemas of the description, where a JSON schema by itself keeps its definitions. */
function definitions(): { readonly $defs: object } {
  const text = JSON.stringify(document.components?.schemas).replaceAll('#/components/schemas/', '#/$defs/');
  return { $defs: JSON.parse(text) as object };
}

describe('the description of the API', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(served) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect({ valid, version: validator.version }).toEqual({ valid: true, version: '3.1' });
  });

  it('is the committed one: `npm run docs:api` writes it', () => {
    expect(openApiText(document)).toBe(readFileSync('openapi.json', 'utf8'));
  });

  it('is the source of the committed table of events, commands and bodies', () => {
    expect(apiCommandsText(document)).toBe(readFileSync('docs/api-commands.md', 'utf8'));
  });

  it('names every route of the API', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = listRoutes(gateway.app)
      .filter(({ path, handler }) => path.startsWith('/api/v1/') && !handler.startsWith('@'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(routes.length).toBeGreaterThan(45);
    expect(described).toEqual(expect.arrayContaining(routes));
  });

  it('describes answers and bodies with schemas that can be used', () => {
    for (const name of Object.keys(document.components?.schemas ?? {})) {
      expect(() => schemas().compile({ ...definitions(), $ref: `#/$defs/${name}` })).not.toThrow();
    }
  });

  it('gives an example of each command that fits its own schema', () => {
    const commands = commandsOf(document);
    expect(commands.length).toBeGreaterThan(linkCommands.length);
    for (const { address, body, example } of commands) {
      const $ref = body.$ref?.replace('#/components/schemas/', '#/$defs/');
      const check = schemas().compile({ ...definitions(), $ref });
      expect({ address, fits: check(example), errors: check.errors }).toEqual({
        address,
        fits: true,
        errors: null,
      });
    }
  });
});

describe('the table of commands', () => {
  it('gives an example of each command that the API takes', () => {
    for (const { body, example } of linkCommands) {
      expect(() => checkInput(body, structuredClone(example))).not.toThrow();
    }
  });

  it('names for every event of a link who writes it', () => {
    const written = new Set<string>([
      ...linkCommands.flatMap(({ events }) => events),
      ...Object.keys(otherLinkEvents),
    ]);
    expect([...written].toSorted()).toEqual([...linkEventNames].toSorted());
  });
});
