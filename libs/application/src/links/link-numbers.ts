import type pg from 'pg';
import { firstYearOf } from '@linking/domain/calendar/academic-year.js';

export interface NumberedProgramme {
  readonly slug: string;
  readonly code: string;
}

/** The reference that a command was given, when it was given one. */
export async function refOfCommand(pool: pg.Pool, commandId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ ref: string }>('select ref from link_numbers where command_id = $1', [
    commandId,
  ]);
  return rows[0]?.ref;
}

/**
 * The reference of a new link, such as `BRD-2026-014`: the next free number of the programme's year. The same command
 * is given the same number again; a number whose command failed afterwards stays unused.
 */
export async function linkRef(
  pool: pg.Pool,
  { slug, code }: NumberedProgramme,
  year: string,
  commandId: string,
): Promise<string> {
  for (;;) {
    const known = await refOfCommand(pool, commandId);
    if (known !== undefined) return known;
    // Two at once may want the same number: the one that comes second finds no row and tries the next.
    await pool.query(
      `insert into link_numbers (ref, programme, year, number, command_id)
       select $1 || '-' || lpad(number::text, greatest(3, length(number::text)), '0'), $2, $3, number, $4
       from (select coalesce(max(number), 0) + 1 as number from link_numbers
             where (programme = $2 and year = $3) or starts_with(ref, $1 || '-')) next
       on conflict do nothing`,
      [`${code}-${firstYearOf(year)}`, slug, year, commandId],
    );
  }
}
