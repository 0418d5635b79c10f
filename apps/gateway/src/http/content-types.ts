import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { isApi } from './access-guard.js';
import { InvalidInput } from './http-errors.js';
import { isPlainObject } from './validation.js';

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
  server.addHook('preValidation', (request, _reply, done) => {
    done(isApi(request) ? (strangeInput(request) ?? undefined) : undefined);
  });
}

const DEEPEST = 20;
/** Field names that make of an object something else than data. */
const NOT_DATA = new Set(['__proto__', 'constructor', 'prototype']);

function strangeInput({ body, query }: FastifyRequest): InvalidInput | undefined {
  const inBody = strangePart(body);
  if (inBody !== undefined) return new InvalidInput('body', [inBody]);
  const inQuery = strangePart(query);
  return inQuery === undefined ? undefined : new InvalidInput('query', [inQuery]);
}

/** What would upset those that walk through it: too deep, or a name that is not one of data. */
function strangePart(input: unknown): { readonly field: string; readonly message: string } | undefined {
  let level = Array.isArray(input) || isPlainObject(input) ? [input] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      return { field: '', message: `Lists and objects within one another: at most ${DEEPEST}.` };
    for (const part of level) {
      const field = Array.isArray(part) ? undefined : Object.keys(part).find((name) => NOT_DATA.has(name));
      if (field !== undefined) return { field, message: `There is no field ${field} here.` };
    }
    level = level.flatMap((part) => Object.values(part)).filter(isListOrObject);
  }
  return undefined;
}

const isListOrObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
