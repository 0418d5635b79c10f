import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isApi } from './access-guard.js';

/** The API reads JSON and, for imports, CSV; forms are for pages, so that no other site's form is a request to the API. */
export function addContentTypes(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  // The register arrives as a stream of any length; whoever reads it bounds it.
  server.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
  server.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'] ?? '';
    const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/|text\/plain)/i.test(type.trim());
    done(isForm && isApi(request) ? new UnsupportedMediaTypeException() : undefined);
  });
}
