import type pg from 'pg';
import { isClosed } from '@linking/domain/schools/school-record.js';
import { school } from './find-schools.js';

export interface Successor {
  readonly urn: string;
  /** As the register has it, or as the file of links called it. */
  readonly name?: string;
  readonly on?: string;
}

interface StepRow {
  readonly from_urn: string;
  readonly urn: string;
  readonly name: string | null;
  readonly established_on: string | null;
}

/** The schools that took over from this one directly: none, one, or several after a split. */
async function successorsOf(pool: pg.Pool, urn: string): Promise<readonly Successor[]> {
  const { rows } = await pool.query<StepRow>(
    `select l.from_urn, l.to_urn as urn, coalesce(s.name, l.to_name) as name, l.established_on::text
     from school_links l left join schools s on s.urn = l.to_urn
     where l.from_urn = $1 order by l.established_on nulls last, l.to_urn`,
    [urn],
  );
  return rows.map(({ urn: to, name, established_on: on }) => ({
    urn: to,
    ...(name !== null && { name }),
    ...(on !== null && { on }),
  }));
}

/**
 * The school that stands at the end of the chain today, through as many conversions as there were; undefined when the
 * school has no successor, or a split leaves more than one and a person must choose.
 */
export async function successorOf(pool: pg.Pool, urn: string): Promise<Successor | undefined> {
  const chain = await successorChain(pool, urn);
  const last = chain.at(-1);
  if (!last) return undefined;
  return (await successorsOf(pool, last.urn)).length === 0 ? last : undefined;
}

/** The successor that stands at the end, unless the register says that it closed too. */
export async function openSuccessorOf(
  pool: pg.Pool,
  urn: string,
  today: string,
): Promise<Successor | undefined> {
  const last = await successorOf(pool, urn);
  const known = last && (await school(pool, last.urn));
  return known !== undefined && isClosed(known, today) ? undefined : last;
}

/** Every school on the way, the direct successor first; ends where there is none or more than one. */
export async function successorChain(pool: pg.Pool, urn: string): Promise<readonly Successor[]> {
  const chain: Successor[] = [];
  const seen = new Set([urn]);
  for (let at = urn; ;) {
    const [next, ...others] = await successorsOf(pool, at);
    if (!next || others.length > 0 || seen.has(next.urn)) return chain;
    chain.push(next);
    seen.add(next.urn);
    at = next.urn;
  }
}
