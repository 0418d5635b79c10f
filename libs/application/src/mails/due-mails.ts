import { londonDay } from '@linking/domain/calendar/london.js';
import { isMailingHour } from '@linking/domain/reminders/mailing-hours.js';
import type { StreamReader } from '@linking/events/event-store.js';
import type { Queryable } from '@linking/projections/projection.js';
import { readProgramme } from '../programmes/read-programme.js';
import type { Mail } from './mail.js';

export interface Taking {
  readonly limit?: number;
  /** Only what goes at once, or only what was scheduled. */
  readonly kind?: Mail['kind'];
  /** Only what says that something does not take place or has moved. */
  readonly onlyUrgent?: boolean;
  /** Leaves alone what was put on the queue before and is to be found there. */
  readonly onlyNew?: boolean;
}

export interface DueMail {
  readonly id: string;
  /** It says that something does not take place or has moved. */
  readonly urgent: boolean;
}

const URGENT = `coalesce(content ->> 'change' in ('cancelled', 'moved'), false)`;

/** Where mails wait, and where programmes say when their schools are open. */
export interface Sweep {
  readonly pool: Queryable;
  readonly store: StreamReader;
}

/**
 * The mails to put on the queue, marked as queued: all that is due by the clock, with those a lost queue
 * forgot and those whose worker died. Scheduled ones wait for the next mailing hour of their reader; what could not be sent
 * rests first, and what somebody holds waits for its day. What is urgent comes first, and what leaves together is side by
 * side.
 */
export async function takeDueMails(
  sweep: Sweep,
  now: string,
  { limit = 500, kind, onlyUrgent = false, onlyNew = false }: Taking = {},
): Promise<readonly DueMail[]> {
  const offices = isMailingHour(now, 'programme');
  // When offices are closed, so are schools.
  const atSchool = offices && kind !== 'immediate' ? await programmesAtSchool(sweep, now) : [];
  const { rows } = await sweep.pool.query<DueMail>(
    `with due as (
       select id from mails
      where (kind = 'immediate' or case when mailbox in ('programme', 'user') then $3 else coalesce(school_days_of, programme) = any($8) end)
        and ($5::text is null or kind = $5)
        and (not $7 or ${URGENT})
        and ended is null
        and ((status = any($6) and due_at <= $1 and coalesce(rest_until <= now(), true)
              and coalesce(held_until <= $4, true))
           or (status = 'sending' and lease_until < now()))
       order by ${URGENT} desc, due_at, id limit $2
       for update skip locked
     ), taken as (
       update mails set status = case when mails.status = 'planned' then 'queued' else mails.status end
       from due where mails.id = due.id returning mails.*
     )
     select id, ${URGENT} as urgent from taken order by urgent desc, due_at, programme, person_id, id`,
    [
      now,
      limit,
      offices,
      londonDay(now),
      kind ?? null,
      onlyNew ? ['planned'] : ['planned', 'queued'],
      onlyUrgent,
      atSchool,
    ],
  );
  return rows;
}

/** The programmes on whose school days mails to schools wait and may go at this instant: each is asked once a sweep. */
async function programmesAtSchool({ pool, store }: Sweep, now: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ programme: string }>(
    `select distinct coalesce(school_days_of, programme) as programme from mails
     where ended is null and due_at <= $1 and kind = 'scheduled'
       and coalesce(mailbox, 'person') not in ('programme', 'user')`,
    [now],
  );
  const asked = await Promise.all(
    rows.map(async ({ programme: slug }) => ({ slug, programme: await readProgramme(store, slug) })),
  );
  return asked.flatMap(({ slug, programme }) => (isMailingHour(now, 'person', programme) ? [slug] : []));
}
