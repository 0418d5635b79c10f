import type { Pool } from 'pg';
import type { PreparedAppend } from '../prepared-append.js';

/** What became of one append. */
export interface Answer {
  readonly outcome: 'appended' | 'repeated' | 'reused' | 'conflict';
  readonly revision: number;
  readonly position: string;
  readonly reused: string | null;
}

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Commits a group and answers for each append; in one statement, unless something stands in the way of one of them. */
export async function appendGroup(
  pool: Pool,
  group: readonly PreparedAppend[],
  answerWithin: number,
): Promise<readonly Answer[]> {
  const quick = quickStatement(group);
  if (quick !== undefined) {
    const query = { ...quick, query_timeout: answerWithin };
    const { rows } = await pool.query<{ readonly positions: string | null }>(query);
    const positions = rows[0]?.positions;
    if (typeof positions === 'string') return appended(group, positions.split(','));
  }
  const query = { ...carefulStatement(group), query_timeout: answerWithin };
  return (await pool.query<Answer>(query)).rows;
}

function quickStatement(group: readonly PreparedAppend[]): Statement | undefined {
  const [only] = group;
  if (only !== undefined && group.length === 1 && only.events.length === 1) return oneEvent(only);
  return eachOnce(group) ? manyEvents(group) : undefined;
}

function oneEvent({ stream, before, events }: PreparedAppend): Statement {
  const { id, type, body, recordedAt } = events[0]!;
  return {
    name: 'event-log-append-event',
    text: 'select append_event($1, $2, $3, $4, $5, $6) as positions',
    values: [stream, before, id, type, body, recordedAt],
  };
}

/** Neither names nor canonical JSON hold a line break, so one text does for many: an array would have to be quoted. */
const lines = (texts: readonly string[]) => texts.join('\n');

function manyEvents(group: readonly PreparedAppend[]): Statement {
  const continued = group.filter(({ before }) => before > 0);
  const events = group.flatMap((append) => append.events);
  return {
    name: 'event-log-append-group',
    text: 'select append_group($1, $2, $3, $4, $5, $6, $7, $8) as positions',
    values: [
      lines(continued.map(({ stream }) => stream)),
      continued.map(({ before }) => before),
      lines(streamsOf(group)),
      revisionsOf(group),
      events.map(({ id }) => id),
      lines(events.map(({ type }) => type)),
      lines(events.map(({ body }) => body)),
      events.map(({ recordedAt }) => recordedAt),
    ],
  };
}

function carefulStatement(group: readonly PreparedAppend[]): Statement {
  const events = group.flatMap((append) => append.events);
  return {
    name: 'event-log-append-events',
    text: `select outcome, revision, position::text, reused
      from append_events(false, $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      group.map(({ stream }) => stream),
      group.map(({ before }) => before),
      group.map((append) => append.events.length),
      streamsOf(group),
      revisionsOf(group),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ body }) => body),
      events.map(({ recordedAt }) => recordedAt),
    ],
  };
}

const streamsOf = (group: readonly PreparedAppend[]) =>
  group.flatMap(({ stream, events }) => events.map(() => stream));

const revisionsOf = (group: readonly PreparedAppend[]) =>
  group.flatMap(({ before, events }) => events.map((_event, index) => before + index + 1));

/** No stream and no id is in the group twice. */
function eachOnce(group: readonly PreparedAppend[]): boolean {
  const streams = new Set(group.map(({ stream }) => stream));
  const ids = group.flatMap(({ events }) => events.map(({ id }) => id));
  return streams.size === group.length && new Set(ids).size === ids.length;
}

/** An append stands where its last event stands. */
function appended(group: readonly PreparedAppend[], positions: readonly string[]): readonly Answer[] {
  let last = -1;
  return group.map(({ before, events }) => {
    last += events.length;
    return {
      outcome: 'appended',
      revision: before + events.length,
      position: positions[last]!,
      reused: null,
    };
  });
}
