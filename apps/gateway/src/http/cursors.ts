import { InvalidInput } from './http-errors.js';
import { NOT_A_CURSOR, readCursor } from './paging.js';

export const DAY_PART = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
export const INSTANT_PART = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
export const UUID_PART = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
export const TEXT_PART = /^.{1,500}$/su;

/** The parts of a cursor, each in its shape, so that none of them can upset a query. Throws InvalidInput. */
export function cursorParts(
  after: string | undefined,
  ...shapes: readonly RegExp[]
): readonly string[] | undefined {
  const parts = readCursor(after, shapes.length)?.map(String);
  if (parts === undefined || parts.every((part, index) => shapes[index]?.test(part))) return parts;
  throw new InvalidInput('query', [{ field: 'after', message: NOT_A_CURSOR }]);
}
