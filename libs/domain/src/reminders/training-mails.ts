import { trainingStream } from '@linking/events/streams.js';
import { addDays, londonDay } from '../calendar/london.js';
import { schoolDayOnOrAfter, schoolDayOnOrBefore } from '../calendar/school-days.js';
import { isLost } from '../link/contacts.js';
import { teacherOf, type Link } from '../link/link.js';
import {
  evolveSession,
  unknownSession,
  type Place,
  type RecordedTrainingEvent,
  type Session,
} from '../training/session.js';
import type { AppointmentChange, TrainingMail } from './mail-facts.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * The mails that a session as it stands asks for: one to each of its teachers, for however many links she comes.
 * @param facts the session's own stream
 * @param links those of its places; a place for a link that is not among them, or that ended, counts for nothing
 */
export function planTrainingMails(
  facts: readonly RecordedTrainingEvent[],
  links: readonly Link[],
): readonly WantedMail[] {
  const session = facts.reduce(evolveSession, unknownSession);
  const coming = teachersOf(session.places, links);
  const waiting = teachersOf(session.waiting, links).filter(
    ({ teacherId }) => !coming.some((teacher) => teacher.teacherId === teacherId),
  );
  return [
    ...coming.flatMap((teacher) => announcement(session, teacher, joined(facts, teacher, 'places'), false)),
    ...waiting.flatMap((teacher) => announcement(session, teacher, joined(facts, teacher, 'waiting'), true)),
    ...coming.flatMap((teacher) => weekBefore(session, teacher)),
    ...[...coming, ...waiting].flatMap((teacher) => missed(session, teacher)),
  ];
}

/** A teacher with the links for which she comes. */
interface Comer {
  readonly teacherId: string;
  readonly links: readonly Link[];
  readonly linkedBefore: boolean;
}

function teachersOf(places: readonly Place[], links: readonly Link[]): readonly Comer[] {
  const coming = places.flatMap(({ teacherId, linkRef, side }) =>
    links
      .filter((link) => link.ref === linkRef && link.outcome === 'open' && !isLost(link, teacherId))
      .flatMap((link) => {
        const teacher = teacherOf(link, side, teacherId);
        return teacher === undefined ? [] : [{ link, teacher }];
      }),
  );
  const ids = new Set(coming.map(({ teacher }) => teacher.teacherId));
  return [...ids].map((teacherId) => {
    const hers = coming.filter(({ teacher }) => teacher.teacherId === teacherId);
    return {
      teacherId,
      links: [...new Set(hers.map(({ link }) => link))],
      linkedBefore: hers.some(({ teacher }) => teacher.linkedBefore),
    };
  });
}

/** Version and moment of the session at which somebody came onto one of its lists, to stay on it. */
function joined(
  facts: readonly RecordedTrainingEvent[],
  { teacherId }: Comer,
  list: 'places' | 'waiting',
): { readonly sequence: number; readonly day: string } {
  let session = unknownSession;
  let since: { sequence: number; day: string } | undefined;
  for (const fact of facts) {
    session = evolveSession(session, fact);
    const isOn = session[list].some((place) => place.teacherId === teacherId);
    since = isOn ? (since ?? { sequence: session.sequence, day: londonDay(fact.recordedAt) }) : undefined;
  }
  return since ?? { sequence: session.sequence, day: '' };
}

/** N10 of initial training, N19 of the planning half-day. A paused link hears of changes only. */
function announcement(
  session: Session,
  teacher: Comer,
  since: { readonly sequence: number; readonly day: string },
  waiting: boolean,
): readonly WantedMail[] {
  const change = changeFor(session, since.sequence);
  const isPast = session.on < since.day || session.on < londonDay(session.stamp);
  if (isPast || (change === 'planned' && isPaused(teacher))) return [];
  const wasOn = change === 'moved' ? session.wasOn : undefined;
  return [
    mail(session, teacher, {
      step: `${waiting ? 'waiting' : 'place'}-v${session.sequence}`,
      kind: 'immediate',
      dueOn: session.on,
      content: {
        rule: session.kind === 'planning-half' ? 'N19' : 'N10',
        ...aboutSession(session, teacher),
        change,
        waiting,
        ...(wasOn === undefined ? {} : { wasOn }),
      },
    }),
  ];
}

function changeFor(session: Session, joinedAt: number): AppointmentChange {
  if (session.cancelled !== undefined) return 'cancelled';
  return joinedAt < session.sequence ? 'moved' : 'planned';
}

/** N11, of either training. */
function weekBefore(session: Session, teacher: Comer): readonly WantedMail[] {
  if (session.cancelled !== undefined || isPaused(teacher) || session.attendance.length > 0) return [];
  return [
    mail(session, teacher, {
      step: 'week-before',
      kind: 'scheduled',
      dueOn: schoolDayOnOrBefore(addDays(session.on, -7), calendarOf(teacher)),
      content: { rule: 'N11', ...aboutSession(session, teacher), change: 'planned', waiting: false },
    }),
  ];
}

/** N12, to whoever was marked absent and has not been trained since. */
function missed(session: Session, teacher: Comer): readonly WantedMail[] {
  const { id, kind, on } = session;
  const absent = session.attendance.some((it) => it.teacherId === teacher.teacherId && !it.attended);
  const trained = teacher.links.some(({ training }) =>
    training.some(
      (record) =>
        record.status === 'attended' &&
        record.teacherId === teacher.teacherId &&
        (record.kind === 'planning-half') === (kind === 'planning-half'),
    ),
  );
  if (!absent || trained || isPaused(teacher)) return [];
  return [
    mail(session, teacher, {
      step: 'missed',
      kind: 'scheduled',
      dueOn: schoolDayOnOrAfter(addDays(on, 1), calendarOf(teacher)),
      content: { rule: 'N12', sessionId: id, kind, on, year: yearOf(teacher) },
    }),
  ];
}

function aboutSession(
  { id, kind, on, startsAt, endsAt, venueId, sequence, stamp }: Session,
  teacher: Comer,
): Omit<TrainingMail, 'rule' | 'change' | 'waiting'> {
  const basis = basisOf(kind, teacher);
  return {
    sessionId: id,
    kind,
    on,
    startsAt,
    endsAt,
    ...(venueId === undefined ? {} : { venueId }),
    ...(basis === undefined ? {} : { basis }),
    linkRefs: teacher.links.map(({ ref }) => ref),
    year: yearOf(teacher),
    sequence,
    stamp,
  };
}

/** Why it is a full or a half day for her; nothing is said when the coordinator decided otherwise. */
function basisOf(kind: Session['kind'], { linkedBefore }: Comer): TrainingMail['basis'] {
  if (kind === 'initial-half' && linkedBefore) return 'linked-before';
  return kind === 'initial-full' && !linkedBefore ? 'first-time' : undefined;
}

const isPaused = ({ links }: Comer) => links.every(({ paused }) => paused !== undefined);
/** Of the first of her links: a session is of one programme. */
const calendarOf = ({ links }: Comer) => links[0]?.programmeYear?.calendar;
const yearOf = ({ links }: Comer) => links[0]?.year ?? '';

const mail = (
  session: Session,
  { teacherId }: Comer,
  what: Pick<WantedMail, 'step' | 'kind' | 'dueOn' | 'content'>,
): WantedMail => ({
  subject: trainingStream(session.id),
  programme: session.programme,
  anchorDate: session.on,
  personId: teacherId,
  ...what,
});
