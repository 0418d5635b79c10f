import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { InvalidInput } from './http-errors.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** For `after=` of the next request; null at the end. */
  readonly next: string | null;
}

export const NOT_A_CURSOR = 'Use the value of `next` of the page before, unchanged.';
const NOT_A_LIMIT = 'limit has to be a whole number from 1 to 200.';

/** A number of a query, written with digits alone; anything else is left for the rules to refuse. */
export const wholeNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

/** Query of every list; lists with filters extend it. */
export class PageQuery {
  @ApiPropertyOptional({ type: String, description: '`next` of the page before.' })
  @IsOptional()
  @IsString({ message: NOT_A_CURSOR })
  @MaxLength(500, { message: NOT_A_CURSOR })
  after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @IsInt({ message: NOT_A_LIMIT })
  @Min(1, { message: NOT_A_LIMIT })
  @Max(200, { message: NOT_A_LIMIT })
  limit: number = 50;
}

type SortKey = readonly (string | number)[];

/** The sort key of the last row shown, as an opaque string. */
export const cursorOf = (key: SortKey) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key of a cursor with `length` parts, or undefined without a cursor. Throws InvalidInput. */
export function readCursor(after: string | undefined, length: number): SortKey | undefined {
  if (after === undefined) return undefined;
  const key = parse(Buffer.from(after, 'base64url').toString());
  if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key;
  throw new InvalidInput('query', [{ field: 'after', message: NOT_A_CURSOR }]);
}

/** Makes a page of up to `limit` rows out of `limit + 1` rows that were read. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  sortKey: (row: Row) => SortKey,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(sortKey(last)) : null;
  return { items: shown.map(item), next };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isKeyPart = (part: unknown): part is string | number =>
  (typeof part === 'string' && !part.includes('\0')) || Number.isFinite(part);
