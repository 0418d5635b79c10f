import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { isApi } from './access-guard.js';
import { InvalidInput } from './http-errors.js';
import type { FieldError } from './http-errors.js';
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
const HALF = /\p{Cs}/u;
/** Field names that make of an object something else than data. */
const NOT_DATA = new Set(['__proto__', 'constructor', 'prototype']);

function strangeInput({ body, query }: FastifyRequest): InvalidInput | undefined {
  const inBody = strangePart(body);
  if (inBody !== undefined) return new InvalidInput('body', [inBody]);
  const inQuery = strangePart(query);
  return inQuery === undefined ? undefined : new InvalidInput('query', [inQuery]);
}

interface Part {
  readonly field: string;
  readonly value: unknown;
}

/** What would upset those that walk through it: too deep, a name that is not one of data, half a character. */
function strangePart(input: unknown): FieldError | undefined {
  let level: readonly Part[] = Array.isArray(input) || isPlainObject(input) ? partsOf(input, '') : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) {
      return { field: '', message: `Put at most ${DEEPEST} lists and objects within one another.` };
    }
    for (const { field, value } of level) {
      if (NOT_DATA.has(field.slice(field.lastIndexOf('.') + 1))) {
        return { field, message: `There is no field ${field} here.` };
      }
      if (typeof value === 'string' && HALF.test(value)) {
        return { field, message: `${field} has half a character.` };
      }
    }
    level = level.flatMap(({ field, value }) =>
      typeof value === 'object' && value !== null ? partsOf(value, `${field}.`) : [],
    );
  }
  return undefined;
}

const partsOf = (whole: object, before: string): Part[] =>
  Object.entries(whole).map(([name, value]: [string, unknown]) => ({ field: `${before}${name}`, value }));
