import type { Link } from '@linking/domain/link/link.js';
import type { Stage } from '@linking/domain/link/stage.js';
import type { Queryable } from '../projection.js';
import { linkConditions, type LinkQuery } from './link-conditions.js';

/** Links by reference; one more than the limit tells that there is a next page. */
export async function findLinks(db: Queryable, query: LinkQuery): Promise<readonly Link[]> {
  const { where, params } = linkConditions(query);
  params.push(query.after ?? '', query.limit);
  const { rows } = await db.query<{ link: Link }>(
    `select link from link_board where ${where} and ref > $${params.length - 1} order by ref limit $${params.length}`,
    params,
  );
  return rows.map(({ link }) => link);
}

/** The same links without their histories, which are nine tenths of them: what a sheet of many is made of. */
export async function findLinksWithoutHistory(
  db: Queryable,
  query: Omit<LinkQuery, 'after'>,
): Promise<readonly Omit<Link, 'entries'>[]> {
  const { where, params } = linkConditions(query);
  params.push(query.limit);
  const { rows } = await db.query<{ link: Omit<Link, 'entries'> }>(
    `select link - 'entries' as link from link_board where ${where} order by ref limit $${params.length}`,
    params,
  );
  return rows.map(({ link }) => link);
}

/** How many links of the query stand at each stage. */
export async function countByStage(
  db: Queryable,
  query: Omit<LinkQuery, 'after' | 'limit'>,
): Promise<ReadonlyMap<Stage, number>> {
  const { where, params } = linkConditions(query);
  const { rows } = await db.query<{ stage: Stage; links: number }>(
    `select stage, count(*)::int as links from link_board where ${where} group by stage`,
    params,
  );
  return new Map(rows.map(({ stage, links }) => [stage, links]));
}

/** How many links of the query held so many of their three meetings, the most first. */
export async function countByMeetings(
  db: Queryable,
  query: Omit<LinkQuery, 'after' | 'limit'>,
): Promise<readonly { readonly held: number; readonly links: number }[]> {
  const { where, params } = linkConditions(query);
  const { rows } = await db.query<{ held: number; links: number }>(
    `select held, count(*)::int as links
     from (select (select count(*)::int from link_meetings m
                   where m.ref = link_board.ref and m.status = 'held' and m.number <= 3) as held
           from link_board where ${where}) counted
     group by held order by held desc`,
    params,
  );
  return rows;
}

export interface ProgrammeCount {
  readonly programme: string;
  readonly links: number;
  readonly overdue: number;
}

/** Open links by programme; one with a second programme counts in both, as in the list of either. */
export async function countByProgramme(
  db: Queryable,
  query: Pick<LinkQuery, 'scope' | 'today'>,
): Promise<readonly ProgrammeCount[]> {
  const { where, params } = linkConditions({ ...query, outcome: 'open' });
  params.push(query.today);
  const { rows } = await db.query<ProgrammeCount>(
    `select of.programme, count(*)::int as links,
            count(*) filter (where not paused and overdue_after < $${params.length})::int as overdue
     from (select * from link_board where ${where}) board
     cross join lateral (values (board.programme), (board.partner_programme)) of (programme)
     where of.programme is not null group by of.programme order by of.programme`,
    params,
  );
  return rows;
}

/** The links of these references, in their order. */
export async function linksByRef(db: Queryable, refs: readonly string[]): Promise<readonly Link[]> {
  const { rows } = await db.query<{ link: Link }>(
    `select link from link_board where ref = any($1) order by ref`,
    [[...new Set(refs)]],
  );
  return rows.map(({ link }) => link);
}

/** What names a link: its kind and its two sides. */
export type LinkSides = Pick<Link, 'ref' | 'programme' | 'kind' | 'sides'>;

/** The sides of these links, without the rest of what is known of them. */
export async function sidesOfLinks(db: Queryable, refs: readonly string[]): Promise<readonly LinkSides[]> {
  const { rows } = await db.query<LinkSides>(
    `select ref, programme, kind, link->'sides' as sides from link_board where ref = any($1) order by ref`,
    [[...new Set(refs)]],
  );
  return rows;
}

/** The revision up to which the board has read a link; 0 while it is unknown. */
export async function revisionOnBoard(db: Queryable, ref: string): Promise<number> {
  const { rows } = await db.query<{ revision: number }>('select revision from link_board where ref = $1', [
    ref,
  ]);
  return rows[0]?.revision ?? 0;
}

/** The open links that rest, by reference. */
export async function pausedLinks(
  db: Queryable,
  query: Omit<LinkQuery, 'after' | 'limit'>,
): Promise<readonly string[]> {
  const { where, params } = linkConditions({ ...query, flag: 'paused' });
  const { rows } = await db.query<{ ref: string }>(`select ref from link_board where ${where}`, params);
  return rows.map(({ ref }) => ref);
}

/** References of other links that a class is in; those that were not formed do not count. */
export async function linksOfClass(db: Queryable, classId: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ ref: string }>(
    `select ref from link_board where (class_a = $1 or class_b = $1) and outcome in ('open', 'completed', 'closed-incomplete') order by ref`,
    [classId],
  );
  return rows.map(({ ref }) => ref);
}

export interface EarlierLink {
  readonly ref: string;
  readonly year: string;
  readonly urns: readonly [string, string];
}

/** Links of earlier years that any of these schools was in, the newest first. */
export async function earlierLinksOf(
  db: Queryable,
  urns: readonly string[],
  year: string,
): Promise<readonly EarlierLink[]> {
  const { rows } = await db.query<EarlierLink>(
    `select ref, year, array[urn_a, urn_b] as urns from link_board
     where (urn_a = any($1) or urn_b = any($1)) and year < $2 and outcome <> 'not-formed' and programme <> ''
     order by year desc, ref desc`,
    [urns, year],
  );
  return rows;
}

/** The links of all years that any of these schools is in, the newest first; links that a reader may not see are absent. */
export async function linksOfSchools(
  db: Queryable,
  { scope, urns, limit }: Pick<LinkQuery, 'scope' | 'limit'> & { readonly urns: readonly string[] },
): Promise<readonly Link[]> {
  const params: unknown[] = [];
  const seen = scope(params);
  params.push(urns, limit);
  const { rows } = await db.query<{ link: Link }>(
    `select link from link_board
     where ${seen} and programme <> '' and (urn_a = any($${params.length - 1}) or urn_b = any($${params.length - 1}))
     order by year desc, ref limit $${params.length}`,
    params,
  );
  return rows.map(({ link }) => link);
}

/** References of the links of a year that a person is a teacher of, or was before somebody else came. */
export async function linksOfTeacher(
  db: Queryable,
  personId: string,
  year: string,
): Promise<readonly string[]> {
  const taught = (side: 'a' | 'b', which: 'teachers' | 'formerTeachers') =>
    `link @> jsonb_build_object('sides', jsonb_build_object('${side}', jsonb_build_object('${which}',
       jsonb_build_array(jsonb_build_object('teacherId', $1::text)))))`;
  const anySide = (['a', 'b'] as const).flatMap((side) => [
    taught(side, 'teachers'),
    taught(side, 'formerTeachers'),
  ]);
  const { rows } = await db.query<{ ref: string }>(
    `select ref from link_board where year = $2 and programme <> '' and (${anySide.join(' or ')}) order by ref`,
    [personId, year],
  );
  return rows.map(({ ref }) => ref);
}

export interface EarlierTeaching {
  readonly personId: string;
  readonly ref: string;
  readonly year: string;
}

/** The last link of an earlier year that each of these people taught to its end. */
export async function earlierLinksOfTeachers(
  db: Queryable,
  personIds: readonly string[],
  year: string,
): Promise<ReadonlyMap<string, EarlierTeaching>> {
  const { rows } = await db.query<EarlierTeaching>(
    `select distinct on (person) person as "personId", ref, year
     from link_board b cross join lateral (
       select taught #>> '{}' as person
       from jsonb_path_query(b.link->'sides', '$.*.teachers[*].teacherId') as taught) taught
     where b.people && $1::text[]::uuid[] and b.year < $2 and b.outcome <> 'not-formed' and b.programme <> '' and person = any($1::text[])
     order by person, year desc, ref desc`,
    [[...new Set(personIds)], year],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The open links of which nothing was recorded for three weeks, the longest silent first, with the last day. */
export async function silentLinks(
  db: Queryable,
  query: Omit<LinkQuery, 'after' | 'limit' | 'flag'>,
): Promise<readonly { readonly ref: string; readonly since: string }[]> {
  const { where, params } = linkConditions({ ...query, flag: 'silent' });
  const { rows } = await db.query<{ ref: string; since: string }>(
    `select ref, since from link_board cross join lateral (
       select (max(recorded_at) at time zone 'Europe/London')::date::text as since
       from link_history h where h.ref = link_board.ref and h.source = 'link') last
     where ${where} and since is not null order by since, ref`,
    params,
  );
  return rows;
}

export interface StageCount {
  readonly programme: string;
  readonly stage: Stage;
  readonly links: number;
  readonly overdue: number;
}

/** Open links by programme and stage; one with a second programme is counted where its number begins. */
export async function countByProgrammeAndStage(db: Queryable, today: string): Promise<readonly StageCount[]> {
  const { rows } = await db.query<StageCount>(
    `select programme, stage, count(*)::int as links,
            count(*) filter (where not paused and overdue_after < $1)::int as overdue
     from link_board where programme <> '' and outcome = 'open' group by programme, stage order by programme, stage`,
    [today],
  );
  return rows;
}
