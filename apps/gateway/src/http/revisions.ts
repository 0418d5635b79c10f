import type { FastifyRequest } from 'fastify';
import { IfMatchRequired, InvalidInput } from './http-errors.js';

export const etagOf = (revision: number) => `"${revision}"`;

const ETAG = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * The revision the caller saw, from `If-Match` (RFC 9110 §13.1.1); a weak tag counts as the same.
 * Throws IfMatchRequired when absent. `*` and lists name no single revision and are refused.
 */
export function ifMatch(request: Pick<FastifyRequest, 'headers'>): number {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '') throw new IfMatchRequired();
  const revision = ETAG.exec(header.trim())?.[1];
  if (revision === undefined) {
    const message = 'If-Match holds one ETag as it was given, such as "7".';
    throw new InvalidInput('header', [{ field: 'If-Match', message }]);
  }
  return Number(revision);
}

/** The revision the caller saw, if she says so; for what two people rarely change at once. */
export const ifMatchIfGiven = (request: Pick<FastifyRequest, 'headers'>): number | undefined =>
  request.headers['if-match'] === undefined ? undefined : ifMatch(request);
