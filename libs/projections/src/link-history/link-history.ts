import { eventName } from '@linking/events/upcasting/present-language.js';
import type { Projection, Queryable } from '../projection.js';

/** One line of what happened to a link or was sent about it, in the order of the log. */
export interface ActivityLine {
  readonly id: string;
  readonly ref: string;
  readonly source: 'link' | 'correspondence';
  readonly revision: number;
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly data: unknown;
}

/** A link's own events and its correspondence side by side. Only the link's own events are numbered. */
export const linkHistory: Projection = {
  name: 'link-history',
  prefixes: ['link-', 'correspondence-'],
  migrations: [
    {
      id: 'projections-060-link-history',
      sql: `
        create table link_history (
          event_id    uuid primary key,
          ref         text not null,
          source      text not null,
          revision    integer not null,
          type        text not null,
          occurred_on text not null,
          recorded_at timestamptz not null,
          actor       text not null,
          data        jsonb not null
        );
        create index link_history_ref on link_history (ref, recorded_at);
        create index link_history_recent on link_history (recorded_at desc);
      `,
    },
    {
      id: 'projections-061-doors-of-entries',
      sql: `
        truncate link_history;
        alter table link_history add column channel text not null;
        create index link_history_imported on link_history (ref) where channel = 'import';
        delete from checkpoints where consumer = 'link-history';
      `,
    },
  ],

  async apply(transaction, events) {
    const lines = events.map(({ envelope }) => {
      const [source, ref] = splitStream(envelope.stream);
      return { ...envelope, type: eventName(envelope.type), source, ref };
    });
    await transaction.query(
      `insert into link_history (event_id, ref, source, revision, type, occurred_on, recorded_at, actor, data, channel)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::timestamptz[],
                            $8::text[], $9::jsonb[], $10::text[])
       on conflict (event_id) do nothing`,
      [
        lines.map(({ id }) => id),
        lines.map(({ ref }) => ref),
        lines.map(({ source }) => source),
        lines.map(({ revision }) => revision),
        lines.map(({ type }) => type),
        lines.map(({ occurredOn }) => occurredOn),
        lines.map(({ recordedAt }) => recordedAt),
        lines.map(({ actor }) => actor),
        lines.map(({ data }) => JSON.stringify(data)),
        lines.map(({ channel }) => channel),
      ],
    );
  },
};

const splitStream = (stream: string): readonly ['link' | 'correspondence', string] =>
  stream.startsWith('link-')
    ? ['link', stream.slice('link-'.length)]
    : ['correspondence', stream.slice('correspondence-'.length)];

const COLUMNS = `event_id as id, h.ref, source, h.revision, type, occurred_on as "occurredOn",
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", actor, data`;

/** What was sent about a link, oldest first. */
export async function correspondenceOf(db: Queryable, ref: string): Promise<readonly ActivityLine[]> {
  const { rows } = await db.query<ActivityLine>(
    `select ${COLUMNS} from link_history h where h.ref = $1 and source = 'correspondence' order by recorded_at, h.revision`,
    [ref],
  );
  return rows;
}

/** What follows from another fact of the same moment, which says it already. */
const MARKERS = [
  'InterestRecorded',
  'LinkBrokered',
  'LinkAgreed',
  'VisitsPlanned',
  'FinalExchangeCompleted',
  'TrainingRequirementSet',
  'GuardOverridden',
];

export interface LatestQuery {
  /** SQL condition of the reader's scope with its values already in `params`. */
  readonly scope: (params: unknown[], columns: readonly string[]) => string;
  readonly programme?: string;
  readonly limit: number;
}

/** The newest lines of all the links of the query, without what was mailed about them. */
export async function latestActivity(db: Queryable, query: LatestQuery): Promise<readonly ActivityLine[]> {
  const params: unknown[] = [MARKERS, query.programme ?? null, query.limit];
  const { rows } = await db.query<ActivityLine>(
    `select ${COLUMNS} from link_history h join link_board b on b.ref = h.ref
     where source = 'link' and type <> all($1) and ($2::text is null or $2 in (b.programme, b.partner_programme))
       and ${query.scope(params, ['b.programme', 'b.partner_programme'])}
     order by recorded_at desc, h.revision desc limit $3`,
    params,
  );
  return rows;
}

export interface MailsOfDay {
  /** London day. */
  readonly day: string;
  readonly type: string;
  readonly count: number;
  readonly lastAt: string;
}

/** What became of the mails about the links of the query, a day and kind of outcome a row, the newest first. */
export async function latestMails(
  db: Queryable,
  query: LatestQuery & { readonly since: string },
): Promise<readonly MailsOfDay[]> {
  const params: unknown[] = [query.since, query.programme ?? null, query.limit];
  const { rows } = await db.query<MailsOfDay>(
    `select (recorded_at at time zone 'Europe/London')::date::text as day, type, count(*)::int as count,
            to_char(max(recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt"
     from link_history h join link_board b on b.ref = h.ref
     where source = 'correspondence' and recorded_at >= $1
       and ($2::text is null or $2 in (b.programme, b.partner_programme))
       and ${query.scope(params, ['b.programme', 'b.partner_programme'])}
     group by 1, 2 order by max(recorded_at) desc limit $3`,
    params,
  );
  return rows;
}

/** Facts of these types about the links of the query that were recorded between two instants, oldest first. */
export async function activityBetween(
  db: Queryable,
  query: Omit<LatestQuery, 'limit'> & {
    readonly types: readonly string[];
    readonly from: string;
    readonly until: string;
  },
): Promise<readonly ActivityLine[]> {
  const params: unknown[] = [query.types, query.programme ?? null, query.from, query.until];
  const { rows } = await db.query<ActivityLine>(
    `select ${COLUMNS} from link_history h join link_board b on b.ref = h.ref
     where source = 'link' and type = any($1) and ($2::text is null or $2 in (b.programme, b.partner_programme))
       and recorded_at >= $3 and recorded_at < $4
       and ${query.scope(params, ['b.programme', 'b.partner_programme'])}
     order by recorded_at, h.ref, h.revision`,
    params,
  );
  return rows;
}

/** Of these mails, those of which the correspondence said between two instants how they ended. */
export async function mailsEndedBetween(
  db: Queryable,
  query: { readonly mailIds: readonly string[]; readonly from: string; readonly until: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select data ->> 'mailId' as id from link_history
     where source = 'correspondence' and type <> 'ReminderSent' and data ->> 'mailId' = any($1)
       and recorded_at >= $2 and recorded_at < $3`,
    [query.mailIds, query.from, query.until],
  );
  return new Set(rows.map(({ id }) => id));
}
