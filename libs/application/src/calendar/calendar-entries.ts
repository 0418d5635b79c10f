import type { MeetingMode, MeetingNumber, Side, TrainingKind } from '@linking/events/link/link-events.js';
import type { Meeting } from '@linking/domain/link/link.js';
import type { Queryable } from '@linking/projections/projection.js';
import { scopeCondition, type Scope } from '../accounts/scope.js';

/** Something with a date: a meeting of a link or a training session. Schools and venues by name, and nobody else. */
export type CalendarItem = MeetingItem | TrainingItem;

interface Dated {
  readonly programme: string;
  /** `YYYY-MM-DD`, and London wall-clock times; a meeting that was entered after it was held may have none. */
  readonly on: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly venueId?: string;
  readonly venueName?: string;
  readonly status: 'planned' | 'held' | 'cancelled';
}

export interface MeetingItem extends Dated {
  readonly kind: 'meeting';
  readonly ref: string;
  readonly number: MeetingNumber;
  readonly mode: MeetingMode;
  readonly hostSide?: Side;
  /** Of side `a` and side `b`. */
  readonly schools: readonly [string, string];
  /** Who came, or who is expected. */
  readonly pupils?: number;
}

export interface TrainingItem extends Dated {
  readonly kind: 'training';
  readonly sessionId: string;
  readonly kindOfTraining: TrainingKind;
  /** Places taken. */
  readonly places: number;
  readonly capacity: number;
}

export interface CalendarQuery {
  /** What the reader may see. */
  readonly scope: Scope;
  /** One programme of those; all of them when absent. */
  readonly programme?: string;
  /** London days, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** All that has a date in these days, by day and time, as the read models know it. */
export async function entriesBetween(db: Queryable, query: CalendarQuery): Promise<readonly CalendarItem[]> {
  const [meetings, sessions] = await Promise.all([meetingsBetween(db, query), sessionsBetween(db, query)]);
  return [...meetings, ...sessions].toSorted((x, y) => compare(orderOf(x), orderOf(y)));
}

interface MeetingRow {
  ref: string;
  programme: string;
  outcome: string;
  closed_on: string | null;
  meeting: Meeting;
  school_a: string;
  school_b: string;
  venue_name: string | null;
}

async function meetingsBetween(
  db: Queryable,
  { scope, programme, from, to }: CalendarQuery,
): Promise<readonly MeetingItem[]> {
  const params: unknown[] = [from, to, programme ?? null];
  const { rows } = await db.query<MeetingRow>(
    `select b.ref, b.programme, b.outcome, b.link->>'closedOn' as closed_on, meeting,
            coalesce(a.name, b.urn_a) as school_a, coalesce(o.name, b.urn_b) as school_b, n.text as venue_name
     from link_meetings m
     join link_board b on b.ref = m.ref
     cross join jsonb_array_elements(b.link->'meetings') meeting
     left join schools a on a.urn = b.urn_a
     left join schools o on o.urn = b.urn_b
     left join venues v on v.venue_id = m.venue_id
     left join notes n on n.id = v.name_id and n.erased_at is null
     where m.on_day between $1 and $2 and (meeting->>'number')::int = m.number
       and ($3::text is null or $3 in (b.programme, b.partner_programme))
       and ${scopeCondition(scope, params, ['b.programme', 'b.partner_programme'])}`,
    params,
  );
  return rows.map(toMeeting);
}

function toMeeting(row: MeetingRow): MeetingItem {
  const { number, mode, on, startsAt, endsAt, venueId, hostSide } = row.meeting;
  const pupils = pupilsOf(row.meeting);
  return {
    kind: 'meeting',
    ref: row.ref,
    programme: row.programme,
    number,
    mode,
    on,
    status: statusOf(row),
    schools: [row.school_a, row.school_b],
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
    ...(venueId === undefined ? {} : { venueId }),
    ...(row.venue_name === null ? {} : { venueName: row.venue_name }),
    ...(hostSide === undefined ? {} : { hostSide }),
    ...(pupils === undefined ? {} : { pupils }),
  };
}

/** What a link planned before it ended does not take place. */
const statusOf = ({ meeting: { status, on }, outcome, closed_on }: MeetingRow) => {
  const isOff = ['withdrawn', 're-brokered', 'not-formed'].includes(outcome);
  const wasToCome = outcome === 'closed-incomplete' && closed_on !== null && on >= closed_on;
  return status === 'planned' && (isOff || wasToCome) ? 'cancelled' : status;
};

const pupilsOf = ({ pupilsA, pupilsB, pupilsExpected }: Meeting) =>
  pupilsA === undefined || pupilsB === undefined ? pupilsExpected : pupilsA + pupilsB;

interface SessionRow {
  session_id: string;
  programme: string;
  kind: TrainingKind;
  on_day: string;
  starts_at: string;
  ends_at: string;
  venue_id: string | null;
  capacity: number;
  cancelled_for: string | null;
  taken: number;
  recorded: number;
  venue_name: string | null;
}

async function sessionsBetween(
  db: Queryable,
  { scope, programme, from, to }: CalendarQuery,
): Promise<readonly TrainingItem[]> {
  const params: unknown[] = [from, to, programme ?? null];
  const { rows } = await db.query<SessionRow>(
    `select s.*, n.text as venue_name,
            (select count(distinct teacher_id)::int from training_places p
             where p.session_id = s.session_id and p.status = 'taken') as taken,
            (select count(*)::int from training_places p
             where p.session_id = s.session_id and p.attended is not null) as recorded
     from training_sessions s
     left join venues v on v.venue_id = s.venue_id
     left join notes n on n.id = v.name_id and n.erased_at is null
     where s.on_day between $1 and $2 and ($3::text is null or s.programme = $3)
       and ${scopeCondition(scope, params, ['s.programme'])}`,
    params,
  );
  return rows.map((row) => ({
    kind: 'training',
    sessionId: row.session_id,
    programme: row.programme,
    kindOfTraining: row.kind,
    on: row.on_day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    status: row.cancelled_for !== null ? 'cancelled' : row.recorded > 0 ? 'held' : 'planned',
    places: row.taken,
    capacity: row.capacity,
    ...(row.venue_id === null ? {} : { venueId: row.venue_id }),
    ...(row.venue_name === null ? {} : { venueName: row.venue_name }),
  }));
}

const orderOf = (item: CalendarItem) =>
  [
    item.on,
    item.startsAt ?? '',
    item.kind === 'meeting' ? `${item.ref} ${item.number}` : item.sessionId,
  ] as const;

function compare(x: readonly string[], y: readonly string[]): number {
  const at = x.findIndex((value, index) => value !== y[index]);
  return at === -1 ? 0 : (x[at] ?? '') < (y[at] ?? '') ? -1 : 1;
}
