import { trainingStream } from '@linking/events/streams.js';
import { addDays, londonDay } from '../calendar/london.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import { isLost } from '../link/contacts.js';
import { teacherOf, type Link } from '../link/link.js';
import type { RecordedTrainingEvent, Session } from '../training/session.js';
import { standingOf, type Standing } from '../training/standing.js';
import { dueAfter, dueBefore } from './due-days.js';
import type { AppointmentChange, TrainingMail } from './mail-facts.js';
import { onlyDays, type RuleTimings } from './rule-settings.js';
import { nextStepOf } from './next-step-mails.js';
import { calendarOfSide, keepsSchoolDaysOf } from './reader-school-days.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * The mails that a session as it stands asks for: one to each of its teachers, for however many links she comes, and one
 * to whoever is not on its lists any more.
 * @param facts the session's own stream
 * @param links those of its places, given up or not; a place for a link that is not among them counts for nothing, and
 * so does one for a link that ended, unless it was given up
 * @param rules the days of rules in the session's programme; the national ones when absent
 */
export function planTrainingMails(
  facts: readonly RecordedTrainingEvent[],
  links: readonly Link[],
  rules?: RuleTimings,
): readonly WantedMail[] {
  const comers = teachersOf(facts)
    .map((teacherId) => comerOf(standingOf(facts, teacherId), teacherId, links))
    .filter((comer) => comer !== undefined);
  const [eleven, thirteen] = [onlyDays('N11', rules), onlyDays('N13', rules)];
  const [here, gone] = [comers.filter(({ left }) => !left), comers.filter(({ left }) => left)];
  const coming = here.filter(({ list }) => list === 'places');
  const waiting = here.filter(({ list }) => list === 'waiting');
  return [
    ...[...coming, ...waiting].flatMap(announcement),
    ...gone.flatMap(givenUp),
    ...(eleven === undefined ? [] : coming.flatMap((teacher) => weekBefore(teacher, eleven))),
    ...[...coming, ...waiting].flatMap(missed),
    ...(thirteen === undefined
      ? []
      : [...coming, ...waiting].flatMap((teacher) => nextStep(teacher, thirteen))),
  ];
}

/** Where a teacher stands, and the links for which she comes. */
interface Comer extends Standing {
  readonly teacherId: string;
  readonly links: readonly Link[];
  /** Of the first of her classes. */
  readonly calendar?: SchoolCalendar;
  /** Slug of the programme whose school days that class keeps. */
  readonly schoolDaysOf: string;
  readonly linkedBefore: boolean;
}

const teachersOf = (facts: readonly RecordedTrainingEvent[]): readonly string[] => [
  ...new Set(
    facts.flatMap((fact) =>
      fact.type === 'PlaceTaken' || fact.type === 'WaitingForPlace' ? [fact.data.teacherId] : [],
    ),
  ),
];

function comerOf(
  standing: Standing | undefined,
  teacherId: string,
  links: readonly Link[],
): Comer | undefined {
  if (standing === undefined) return undefined;
  const hers = standing.places.flatMap(({ linkRef, side }) => {
    const link = links.find(({ ref }) => ref === linkRef);
    if (link === undefined || isLost(link, teacherId)) return [];
    const teacher = teacherOf(link, side, teacherId);
    // Who has left may have handed over her class, or her link may have ended: all the same she is told.
    const counts = standing.left || (teacher !== undefined && link.outcome === 'open');
    return counts ? [{ link, side, linkedBefore: teacher?.linkedBefore === true }] : [];
  });
  const [first] = hers;
  if (first === undefined) return undefined;
  const calendar = calendarOfSide(first.link, first.side);
  return {
    ...standing,
    teacherId,
    ...(calendar === undefined ? {} : { calendar }),
    schoolDaysOf: keepsSchoolDaysOf(first.link, first.side),
    links: [...new Set(hers.map(({ link }) => link))],
    linkedBefore: hers.some(({ linkedBefore }) => linkedBefore),
  };
}

/** N10 of initial training, N19 of the planning half-day. A paused link hears of changes only. */
function announcement(teacher: Comer): readonly WantedMail[] {
  const { session, since, list } = teacher;
  const change = changeFor(session, since.sequence);
  const isPast = session.on < since.day || session.on < londonDay(session.stamp);
  if (isPast || (change === 'planned' && isPaused(teacher))) return [];
  const wasOn = change === 'moved' ? session.wasOn : undefined;
  return [
    aboutPlace(teacher, list === 'waiting' ? 'waiting' : 'place', {
      change,
      ...(wasOn === undefined ? {} : { wasOn }),
    }),
  ];
}

/** What stands in her calendar leaves it. Nothing is said of a session that was over then, or cancelled for all. */
function givenUp(teacher: Comer): readonly WantedMail[] {
  const { session, since } = teacher;
  const isOver = session.on < since.day || session.attendance.length > 0;
  if (isOver || session.cancelled !== undefined) return [];
  return [aboutPlace(teacher, 'given-up', { change: 'cancelled', givenUp: true })];
}

/** Told at once; each version that she knows of is another mail. */
const aboutPlace = (
  teacher: Comer,
  step: 'place' | 'waiting' | 'given-up',
  what: Pick<TrainingMail, 'change' | 'wasOn' | 'givenUp'>,
): WantedMail =>
  mail(teacher, {
    step: `${step}-v${teacher.session.sequence}`,
    kind: 'immediate',
    dueOn: teacher.session.on,
    content: {
      rule: teacher.session.kind === 'planning-half' ? 'N19' : 'N10',
      ...aboutSession(teacher),
      waiting: teacher.list === 'waiting',
      ...what,
    },
  });

function changeFor(session: Session, joinedAt: number): AppointmentChange {
  if (session.cancelled !== undefined) return 'cancelled';
  return joinedAt < session.sequence ? 'moved' : 'planned';
}

/** N11, of either training. */
function weekBefore(teacher: Comer, days: number): readonly WantedMail[] {
  const { session } = teacher;
  if (session.cancelled !== undefined || isPaused(teacher) || session.attendance.length > 0) return [];
  return [
    mail(teacher, {
      step: 'week-before',
      kind: 'scheduled',
      ...dueBefore(addDays(session.on, -days), teacher.calendar),
      content: { rule: 'N11', ...aboutSession(teacher), change: 'planned', waiting: false },
    }),
  ];
}

/** N12, to whoever was marked absent and has not been trained since. */
function missed(teacher: Comer): readonly WantedMail[] {
  const { session } = teacher;
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
    mail(teacher, {
      step: 'missed',
      kind: 'scheduled',
      ...dueAfter(addDays(on, 1), teacher.calendar),
      content: { rule: 'N12', sessionId: id, kind, on, year: yearOf(teacher) },
    }),
  ];
}

/** N13, to whoever came to initial training, for all her links. */
function nextStep(teacher: Comer, days: number): readonly WantedMail[] {
  const { session, teacherId, links } = teacher;
  const came = session.attendance.some((it) => it.teacherId === teacherId && it.attended);
  const content = nextStepOf(
    teacherId,
    links.filter(({ paused }) => paused === undefined),
    session.on,
  );
  if (!came || session.kind === 'planning-half' || content === undefined) return [];
  return [
    mail(teacher, {
      step: 'next-step',
      kind: 'scheduled',
      ...dueAfter(addDays(session.on, days), teacher.calendar),
      content: { ...content, sessionId: session.id },
    }),
  ];
}

function aboutSession(teacher: Comer): Omit<TrainingMail, 'rule' | 'change' | 'waiting'> {
  const { id, kind, on, startsAt, endsAt, venueId, sequence, stamp } = teacher.session;
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
const yearOf = ({ links }: Comer) => links[0]?.year ?? '';

const mail = (
  { teacherId, session, schoolDaysOf }: Comer,
  what: Pick<WantedMail, 'step' | 'kind' | 'dueOn' | 'moved' | 'content'>,
): WantedMail => ({
  subject: trainingStream(session.id),
  programme: session.programme,
  anchorDate: session.on,
  personId: teacherId,
  ...(schoolDaysOf === session.programme ? {} : { schoolDaysOf }),
  ...what,
});
