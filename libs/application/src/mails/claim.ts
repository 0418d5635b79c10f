import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { isMailingHour, readsOnSchoolDays } from '@linking/domain/reminders/mailing-hours.js';
import type { StreamReader } from '@linking/events/event-store.js';
import type { Queryable } from '@linking/projections/projection.js';
import { programmesOnce, type ProgrammeOf } from '../programmes/in-its-year.js';
import { toMail } from './mail.js';
import type { Mail, MailRow } from './mail.js';

/** Mails that leave as one: an immediate mail alone, or all scheduled ones of one person in one programme. */
export interface Parcel {
  /** The first of them, whose Message-ID the parcel bears. */
  readonly id: string;
  readonly messageId: string;
  /** 2 or more when an earlier worker died after taking it, so that it may have been sent already. */
  readonly attempt: number;
  /** In the order of their ids. */
  readonly mails: readonly Mail[];
}

/** Where mails wait, and where programmes say when their schools are open. */
export interface ClaimingFrom {
  readonly pool: pg.Pool;
  readonly store: StreamReader;
}

export interface Claiming {
  /** Milliseconds of real time for which the parcel is this worker's. */
  readonly lease: number;
  /** By the clock port. */
  readonly now: string;
  /** What was read of programmes at this moment. */
  readonly programmeOf?: ProgrammeOf;
}

/** What says who leaves with whom. */
type Route = Pick<
  MailRow,
  'id' | 'attempt' | 'kind' | 'mailbox' | 'school_days_of' | 'merged_into' | 'programme' | 'person_id'
>;

const ROUTE = 'id, attempt, kind, mailbox, school_days_of, merged_into, programme, person_id';

const CLAIMABLE = `(status in ('planned', 'queued') or (status = 'sending' and lease_until < now()))`;

/** Takes one mail with all that leaves with it; `undefined` when there is nothing to take. */
export async function claimMail(
  from: ClaimingFrom,
  id: string,
  claiming: Claiming,
): Promise<Parcel | undefined> {
  const [parcel] = await claimMails(from, [id], claiming);
  return parcel;
}

/**
 * Takes mails, each with all that leaves with it. What may have left already keeps its company and its Message-ID; what has
 * not joins whatever else is due to its person and may go. Left out is what is done, cancelled, another worker's, not due (any more), or scheduled while
 * this is no mailing hour of its reader.
 */
export async function claimMails(
  from: ClaimingFrom,
  ids: readonly string[],
  { lease, now, programmeOf = programmesOnce(from.store) }: Claiming,
): Promise<readonly Parcel[]> {
  const { rows: asked, open } = await mayGoNow(from.pool, ids, { now, programmeOf });
  if (asked.length === 0) return [];
  const client = await from.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const companies = await lockCompanies(client, asked, { now, open });
    const parcels = companies.length === 0 ? [] : await take(client, companies, lease);
    await client.query('commit');
    return parcels;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

interface MayGo {
  readonly rows: readonly Route[];
  /** The programmes whose schools are open now, of those whose schools are written to. */
  readonly open: readonly string[];
}

/** Those of the mails that are not scheduled, or whose reader's office or school is open. */
async function mayGoNow(
  pool: pg.Pool,
  ids: readonly string[],
  { now, programmeOf }: Required<Pick<Claiming, 'now' | 'programmeOf'>>,
): Promise<MayGo> {
  const { rows } = await pool.query<Route>(`select ${ROUTE} from mails where id = any($1)`, [ids]);
  const open = new Set<string>();
  const may = await Promise.all(
    rows.map(async ({ kind, mailbox, programme, school_days_of: schoolDaysOf }) => {
      if (kind === 'immediate') return true;
      const reader = mailbox ?? 'person';
      if (!readsOnSchoolDays(reader)) return isMailingHour(now, reader);
      const schools = schoolDaysOf ?? programme;
      const isOpen = isMailingHour(now, reader, await programmeOf(schools));
      if (isOpen) open.add(schools);
      return isOpen;
    }),
  );
  return { rows: rows.filter((_, index) => may[index]), open: [...open] };
}

/** What leaves together has one name. */
function companyOf({ id, attempt, kind, merged_into: first, programme, person_id: person }: Route): string {
  if (attempt > 0) return `tried ${first ?? id}`;
  return kind === 'immediate' ? `alone ${id}` : `due ${programme} ${person}`;
}

/** Locks in the order of ids, so that two workers who want the same company wait for each other in turn. */
async function lockCompanies(
  db: Queryable,
  asked: readonly Route[],
  { now, open }: { readonly now: string } & Pick<MayGo, 'open'>,
): Promise<readonly (readonly Route[])[]> {
  const [fresh, tried] = [asked.filter(isFresh), asked.filter((mail) => !isFresh(mail))];
  const scheduled = fresh.filter(({ kind }) => kind === 'scheduled');
  // What may have left already is not held any more. Written so that it is found by index however many mails there are.
  const { rows } = await db.query<Route>(
    `select ${ROUTE} from mails
     where id = any($1::text[] || $4::text[] || array(
         select company.id from unnest($2::uuid[], $3::text[]) as due (person_id, programme)
           cross join lateral (
             select id from mails where person_id = due.person_id and programme = due.programme
               and kind = 'scheduled' and due_at <= $5 and ended is null
               and (coalesce(mailbox, 'person') in ('programme', 'user') or coalesce(school_days_of, programme) = any($7))
             offset 0
           ) as company
         union all select id from mails where merged_into = any($4)))
       and ${CLAIMABLE}
       and (id = any($4) or merged_into = any($4) or (attempt = 0 and due_at <= $5 and coalesce(held_until <= $6, true)))
     order by id for update`,
    [
      fresh.map(({ id }) => id),
      scheduled.map(({ person_id: person }) => person),
      scheduled.map(({ programme }) => programme),
      tried.map(({ id, merged_into: first }) => first ?? id),
      now,
      londonDay(now),
      open,
    ],
  );
  const companies = new Map<string, Route[]>();
  for (const row of rows) {
    const company = companyOf(row);
    companies.set(company, [...(companies.get(company) ?? []), row]);
  }
  // Somebody may have tried it since it was found.
  const wanted = new Map(asked.map((mail) => [mail.id, mail.attempt]));
  return [...companies.values()].filter((its) => its.some(({ id, attempt }) => wanted.get(id) === attempt));
}

const isFresh = ({ attempt }: Route) => attempt === 0;

async function take(
  db: Queryable,
  companies: readonly (readonly Route[])[],
  lease: number,
): Promise<readonly Parcel[]> {
  const firsts = companies.map(firstOf);
  const mails = companies.flatMap((rows, index) =>
    rows.map(({ id }) => ({ id, first: firsts[index] ?? id })),
  );
  const { rows: taken } = await db.query<MailRow>(
    `update mails set status = 'sending', attempt = attempt + 1, lease_until = now() + make_interval(secs => $3),
            merged_into = nullif(taken.first, mails.id)
     from unnest($1::text[], $2::text[]) as taken (id, first) where mails.id = taken.id returning mails.*`,
    [mails.map(({ id }) => id), mails.map(({ first }) => first), lease / 1000],
  );
  const rows = new Map(taken.map((row) => [row.id, row]));
  const messageIds = await messageIdsOf(db, firsts, rows);
  return companies.map((company, index) => {
    const id = firsts[index] ?? '';
    return {
      id,
      messageId: messageIds.get(id) ?? '',
      attempt: (company[0]?.attempt ?? 0) + 1,
      mails: company
        .flatMap((one) => rows.get(one.id) ?? [])
        .map(toMail)
        .toSorted(byId),
    };
  });
}

function firstOf(company: readonly Route[]): string {
  const [row] = company;
  if (row !== undefined && !isFresh(row)) return row.merged_into ?? row.id;
  return company.map(({ id }) => id).toSorted()[0] ?? '';
}

/** The first of a company that was tried before may have ended already. */
async function messageIdsOf(
  db: Queryable,
  firsts: readonly string[],
  taken: ReadonlyMap<string, MailRow>,
): Promise<ReadonlyMap<string, string>> {
  const ended = firsts.filter((id) => !taken.has(id));
  const { rows } =
    ended.length === 0
      ? { rows: [] }
      : await db.query<Pick<MailRow, 'id' | 'message_id'>>(
          'select id, message_id from mails where id = any($1)',
          [ended],
        );
  return new Map([...taken.values(), ...rows].map(({ id, message_id: messageId }) => [id, messageId]));
}

const byId = (x: Mail, y: Mail) => (x.id < y.id ? -1 : 1);

/** Whether the parcel is still this worker's, who then has it for a whole lease once more. */
export async function holdOn(db: Queryable, { mails, attempt }: Parcel, lease: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update mails set lease_until = now() + make_interval(secs => $3)
     where id = any($1) and attempt = $2 and status = 'sending'`,
    [mails.map(({ id }) => id), attempt, lease / 1000],
  );
  return rowCount === mails.length;
}

/** Without what is not to go after all. What cannot have left yet takes the Message-ID of its new first mail. */
export async function onlyWith(db: Queryable, parcel: Parcel, mails: readonly Mail[]): Promise<Parcel> {
  const [first] = mails;
  if (first === undefined || parcel.attempt > 1 || first.id === parcel.id) return { ...parcel, mails };
  await db.query(
    `update mails set merged_into = case when id = $2 then null else $2 end where id = any($1) and status = 'sending'`,
    [mails.map(({ id }) => id), first.id],
  );
  return { ...parcel, id: first.id, messageId: first.messageId, mails };
}
