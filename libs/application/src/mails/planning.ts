import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { eventName } from '@linking/events/upcasting/present-language.js';
import { trainingStream } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Projection, Transaction } from '@linking/projections/projection.js';
import { upsertPlanned } from './upsert-planned.js';

/**
 * The mails that a subject asks for as its own stream stands now: a link by its reference, an interest or a training
 * session by the name of its stream; none for one that is not known.
 */
export type WantedMails = (subject: string) => Promise<readonly WantedMail[]>;

export interface PlanningDependencies {
  readonly wantedMails: WantedMails;
  /** Ids of the training sessions in which a link has places. */
  readonly sessionsOf?: (linkRef: string) => Promise<readonly string[]>;
  readonly clock: Clock;
  readonly mailDomain: string;
}

const LINK = 'link-';
const PROGRAMME = 'programme-';

/** What moves the school days of a programme, and with them the days of its mails. */
const movesDays: ReadonlySet<string> = new Set([
  'TermDatesEntered',
  'DisruptionDeclared',
  'DisruptionLifted',
]);

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
  sessionsOf = async () => [],
  clock,
  mailDomain,
}: PlanningDependencies): Projection {
  return {
    name: 'planning',
    prefixes: [LINK, 'interest-', 'training-', PROGRAMME],
    migrations: [],
    async apply(transaction, events) {
      const subjects = new Set<string>();
      for (const { envelope } of events) {
        const { stream } = envelope;
        const type = eventName(envelope.type);
        if (stream.startsWith(PROGRAMME)) {
          if (!movesDays.has(type)) continue;
          for (const subject of await waitingSubjects(transaction, stream.slice(PROGRAMME.length))) {
            subjects.add(subject);
          }
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
      for (const subject of subjects) {
        const moment = { now: clock.now(), mailDomain };
        await upsertPlanned(transaction, subject, await wantedMails(subject), moment);
      }
    },
  };
}

/** What a programme has mails for that have not gone: they are planned anew when its days move. */
async function waitingSubjects(transaction: Transaction, programme: string): Promise<readonly string[]> {
  const { rows } = await transaction.query<{ subject: string }>(
    `select distinct subject from mails where programme = $1 and status in ('planned', 'queued') order by subject`,
    [programme],
  );
  return rows.map(({ subject }) => subject);
}
