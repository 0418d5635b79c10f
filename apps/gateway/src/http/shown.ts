import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';

interface ShownOptions {
  readonly optional?: boolean;
  readonly description?: string;
}

const shown = (schema: object, { optional = false, description }: ShownOptions = {}) =>
  ApiProperty({
    ...schema,
    required: !optional,
    ...(description === undefined ? {} : { description }),
  } as ApiPropertyOptions);

const TEXT_OR_NULL = { oneOf: [{ type: 'string' }, { type: 'null' }] };

/** Fields of answers, for their description. What an answer holds is checked by the compiler alone. */
export const ShowsText = (options?: ShownOptions) => shown({ type: 'string' }, options);
export const ShowsTextOrNull = (options?: ShownOptions) => shown(TEXT_OR_NULL, options);
export const ShowsTexts = (options?: ShownOptions) =>
  shown({ type: 'array', items: { type: 'string' } }, options);
export const ShowsWhole = (options?: ShownOptions) => shown({ type: 'integer' }, options);
export const ShowsWholes = (options?: ShownOptions) =>
  shown({ type: 'array', items: { type: 'integer' } }, options);
export const ShowsNumber = (options?: ShownOptions) => shown({ type: 'number' }, options);
export const ShowsYesNo = (options?: ShownOptions) => shown({ type: 'boolean' }, options);
export const ShowsId = (options?: ShownOptions) => shown({ type: 'string', format: 'uuid' }, options);
export const ShowsDay = (options?: ShownOptions) =>
  shown({ type: 'string', format: 'date', description: 'London.' }, options);
/** A day, a month, a year or `before-import`. */
export const ShowsLooseDay = (options?: ShownOptions) => shown({ type: 'string' }, options);
export const ShowsInstant = (options?: ShownOptions) =>
  shown({ type: 'string', format: 'date-time' }, options);
export const ShowsOneOf = (codes: readonly (string | number)[], options?: ShownOptions) =>
  shown({ type: typeof codes[0] === 'number' ? 'integer' : 'string', enum: [...codes] }, options);
export const ShowsSomeOf = (codes: readonly string[], options?: ShownOptions) =>
  shown({ type: 'array', items: { type: 'string', enum: [...codes] } }, options);
export const ShowsObject = (type: Type, options?: ShownOptions) => shown({ type }, options);
export const ShowsList = (type: Type, options?: ShownOptions) => shown({ type: [type] }, options);
export const ShowsAnything = (options?: ShownOptions) =>
  shown({ type: 'object', additionalProperties: true }, options);
export const ShowsNext = () =>
  shown(TEXT_OR_NULL, { description: 'For `after=` of the next page; null at the end.' });
