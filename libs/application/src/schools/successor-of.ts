import type pg from 'pg';
import { isByHand } from '@linking/domain/schools/by-hand.js';
import { isClosed } from '@linking/domain/schools/school-record.js';
import { closedSentence, type ClosedSchool } from '@linking/domain/schools/closed-words.js';
import { schoolsByUrn, type School } from './find-schools.js';

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
export async function successorsOf(pool: pg.Pool, urn: string): Promise<readonly Successor[]> {
  const { rows } = await pool.query<StepRow>(
    `select l.from_urn, l.to_urn as urn, coalesce(s.name, l.to_name) as name, l.established_on::text
     from school_links l left join schools s on s.urn = l.to_urn
     where l.from_urn = $1 order by l.established_on nulls last, l.to_urn`,
    [urn],
  );
  return rows.map(stepOf);
}

const stepOf = ({ urn, name, established_on: on }: StepRow): Successor => ({
  urn,
  ...(name !== null && { name }),
  ...(on !== null && { on }),
});

/** The schools that stand at the end of the line today, through as many conversions, splits and mergers as there were. */
async function endsOf(pool: pg.Pool, urn: string): Promise<readonly Successor[]> {
  const ends = new Map<string, Successor>();
  const seen = new Set([urn]);
  let level = await successorsOf(pool, urn);
  while (level.length > 0) {
    const after: Successor[] = [];
    for (const one of level.filter(({ urn: to }) => !seen.has(to))) {
      seen.add(one.urn);
      const next = await successorsOf(pool, one.urn);
      if (next.length === 0) ends.set(one.urn, one);
      after.push(...next);
    }
    level = after;
  }
  return [...ends.values()];
}

/**
 * The open schools at the end of the line: none, one, or several after a split, among which a person chooses. One that
 * the register does not have yet counts as open.
 */
export async function openSuccessorsOf(
  pool: pg.Pool,
  urn: string,
  today: string,
): Promise<readonly Successor[]> {
  const ends = await endsOf(pool, urn);
  const known = await schoolsByUrn(
    pool,
    ends.map((end) => end.urn),
  );
  return ends.filter((end) => {
    const found = known.get(end.urn);
    return found === undefined || !isClosed(found, today);
  });
}

/** The schools that this one took over from directly. */
export async function predecessorsOf(pool: pg.Pool, urn: string): Promise<readonly Successor[]> {
  const { rows } = await pool.query<StepRow>(
    `select l.to_urn as from_urn, l.from_urn as urn, coalesce(s.name, l.from_name) as name, l.established_on::text
     from school_links l left join schools s on s.urn = l.from_urn
     where l.to_urn = $1 order by l.established_on nulls last, l.from_urn`,
    [urn],
  );
  return rows.map(stepOf);
}

/** What every page says of a school that has closed, and undefined while it is open. */
export async function closedSchool(
  pool: pg.Pool,
  it: School,
  today: string,
): Promise<ClosedSchool | undefined> {
  if (!isClosed(it, today)) return undefined;
  const successors = await openSuccessorsOf(pool, it.urn, today);
  const byHand = isByHand(it.urn) ? { byHand: true } : {};
  return {
    name: it.name,
    successors,
    ...byHand,
    ...(it.closedOn === undefined ? {} : { closedOn: it.closedOn }),
  };
}

/** The sentence about each of these schools that has closed, by URN. */
export async function closedSentences(
  pool: pg.Pool,
  schools: readonly School[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const sentences = new Map<string, string>();
  for (const it of schools) {
    if (sentences.has(it.urn)) continue;
    const closed = await closedSchool(pool, it, today);
    if (closed !== undefined) sentences.set(it.urn, closedSentence(closed));
  }
  return sentences;
}
