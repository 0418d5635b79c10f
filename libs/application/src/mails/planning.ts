import { londonDay } from '@linking/domain/calendar/london.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { eventName } from '@linking/events/upcasting/present-language.js';
import { writtenSubject } from '@linking/domain/reminders/written-mails.js';
import { correspondenceStream, trainingStream } from '@linking/events/streams.js';
import type { StreamReader } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Projection, Queryable, Transaction } from '@linking/projections/projection.js';
import { programmesOnce, type ProgrammeOf } from '../programmes/in-its-year.js';
import { upsertPlans } from './upsert-planned.js';

/**
 * The mails that a subject asks for as its own stream stands now: a link by its reference, an interest, a training
 * session or a grant by the name of its stream; none for one that is not known.
 * @param programmeOf for whoever asks of many subjects at one moment; otherwise programmes are read for this one
 */
export type WantedMails = (subject: string, programmeOf?: ProgrammeOf) => Promise<readonly WantedMail[]>;

export interface PlanningDependencies {
  readonly wantedMails: WantedMails;
  /** Where programmes are read once for many subjects; without it each subject reads its own. */
  readonly store?: StreamReader;
  /** Ids of the training sessions in which a link has places. */
  readonly sessionsOf?: (linkRef: string) => Promise<readonly string[]>;
  /** References of the links of a programme on a day, with mails or without. */
  readonly linksOf?: (programme: string, day: string) => Promise<readonly string[]>;
  readonly clock: Clock;
  readonly mailDomain: string;
}

/** So many subjects are asked what they want, and written, at a time. */
const TOGETHER = 100;

const LINK = 'link-';
const PROGRAMME = 'programme-';
const CORRESPONDENCE = correspondenceStream('');
const WRITTEN = correspondenceStream(writtenSubject(''));

/** What moves the mails of a programme: its school days, and what holds mails. */
const movesMails: ReadonlySet<string> = new Set([
  'TermDatesEntered',
  'DisruptionDeclared',
  'DisruptionLifted',
  'MailsHeld',
  'MailsReleased',
]);

/** A rule that was off has no mails that wait, and some links no mail at all. */
const RULE_CHANGED = 'MailRuleChanged';

/** What may decide whether the teachers of a link still come to its training. */
const decidesOnPlaces: ReadonlySet<string> = new Set([
  'ClassConfirmed',
  'TeacherAssigned',
  'TeacherReplaced',
  'LinkPaused',
  'LinkResumed',
  'LinkWithdrawn',
  'LinkNotFormed',
  'LinkCompleted',
  'TrainingAttended',
  'EntryCorrected',
  'EntryVoided',
]);

/** The mails table as a consumer of the log: every link, interest and session with news is planned anew. */
export function planning({
  wantedMails,
  store,
  sessionsOf = async () => [],
  linksOf = async () => [],
  clock,
  mailDomain,
}: PlanningDependencies): Projection {
  return {
    name: 'planning',
    prefixes: [LINK, 'interest-', 'training-', 'grant-', PROGRAMME, WRITTEN],
    migrations: [],
    async apply(transaction, events) {
      const subjects = new Set<string>();
      for (const { envelope } of events) {
        const { stream } = envelope;
        const type = eventName(envelope.type);
        if (stream.startsWith(PROGRAMME)) {
          if (!movesMails.has(type) && type !== RULE_CHANGED) continue;
          const slug = stream.slice(PROGRAMME.length);
          const moved =
            type === RULE_CHANGED
              ? [
                  ...(await subjectsWithMails(transaction, slug, clock.now())),
                  ...(await linksOf(slug, londonDay(clock.now()))),
                ]
              : await waitingSubjects(transaction, slug);
          for (const subject of moved) subjects.add(subject);
          continue;
        }
        if (stream.startsWith(WRITTEN)) {
          if (type === 'PeopleWrittenTo') subjects.add(stream.slice(CORRESPONDENCE.length));
          continue;
        }
        if (!stream.startsWith(LINK)) {
          subjects.add(stream);
          continue;
        }
        // A link is known from its proposal on; the interests copied in before it say nothing alone.
        if (type === 'InterestRecorded') continue;
        const ref = stream.slice(LINK.length);
        subjects.add(ref);
        if (!decidesOnPlaces.has(type)) continue;
        for (const session of await sessionsOf(ref)) subjects.add(trainingStream(session));
      }
      const waiting = [...subjects];
      await lockWaiting(transaction, waiting);
      while (waiting.length > 0) {
        const some = waiting.splice(0, TOGETHER);
        const programmeOf = store === undefined ? undefined : programmesOnce(store);
        const plans = await Promise.all(
          some.map(async (subject) => ({ subject, wanted: await wantedMails(subject, programmeOf) })),
        );
        await upsertPlans(transaction, plans, { now: clock.now(), mailDomain });
      }
    },
  };
}

/** All at once and in the order of ids, as mails are claimed and settled: groups of them one after the other would not be. */
async function lockWaiting(transaction: Transaction, subjects: readonly string[]): Promise<void> {
  await transaction.query(
    `select from mails where subject = any($1) and ended is null and status <> 'sending' order by id for update`,
    [subjects],
  );
}

/** All that a programme has mails for, or had within a year: what may get others when a rule changes. */
export async function subjectsWithMails(
  db: Queryable,
  programme: string,
  now: string,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ subject: string }>(
    `select subject from mails where programme = $1 group by subject
     having max(due_at) > $2::timestamptz - interval '1 year' order by subject`,
    [programme, now],
  );
  return rows.map(({ subject }) => subject);
}

/** What has mails to schools of a programme that have not gone: they are planned anew when their days move. */
async function waitingSubjects(transaction: Transaction, programme: string): Promise<readonly string[]> {
  const { rows } = await transaction.query<{ subject: string }>(
    `select distinct subject from mails
     where (programme = $1 or school_days_of = $1) and ended is null and status <> 'sending' order by subject`,
    [programme],
  );
  return rows.map(({ subject }) => subject);
}
