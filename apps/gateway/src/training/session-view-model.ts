import type { TrainingEvent } from '@linking/events/training/training-events.js';
import type { Link } from '@linking/domain/link/link.js';
import type { Place, Session } from '@linking/domain/training/session.js';
import type { EarlierTeaching } from '@linking/projections/link-board/link-board-queries.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import type { TagView } from '../pages/components/tag.js';
import { counted, fullDay, longDay, shortMoment } from '@linking/words/format.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type {
  RegisterLineView,
  SessionListView,
  SessionRowView,
  SessionView,
} from '../pages/training/training-view.js';
import { attendanceView, neededTeachers } from './register-forms.js';
import { codeText, sideText, trainingNames, type SideWords } from '@linking/words/link-terms.js';

export interface SessionListMaterial {
  readonly sessions: readonly DiarySession[];
  readonly venues: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
  readonly today: string;
  readonly mayPlan: boolean;
}

export function sessionListView({
  sessions,
  venues,
  programmes,
  today,
  mayPlan,
}: SessionListMaterial): SessionListView {
  const several = programmes.size > 1;
  const row = (session: DiarySession): SessionRowView => {
    const { sessionId, programme, kind, on, startsAt, endsAt, venueId } = session;
    const tag = tagOf(session, today);
    return {
      id: sessionId,
      href: `/training/${sessionId}`,
      on,
      kind: several
        ? `${trainingNames[kind]}, ${programmes.get(programme) ?? programme}`
        : trainingNames[kind],
      place: `${venues.get(venueId ?? '') ?? 'Place to follow'}, ${startsAt} to ${endsAt}`,
      numbers: numbersOf(session),
      ...(tag === undefined ? {} : { tag }),
    };
  };
  const sections = [
    { title: 'To come', rows: sessions.filter(({ on }) => on >= today).map(row) },
    {
      title: 'Earlier',
      rows: sessions
        .filter(({ on }) => on < today)
        .toReversed()
        .map(row),
    },
  ];
  return {
    eyebrow: several ? 'All programmes' : ([...programmes.values()][0] ?? ''),
    sections: sections.filter(({ rows }) => rows.length > 0),
    empty: { title: 'No sessions yet', sentence: 'Plan the initial training for September or October.' },
    ...(mayPlan ? { add: { href: '/training/plan', label: 'Plan a session' } } : {}),
  };
}

const countOf = ({ places }: DiarySession, among: (place: DiarySession['places'][number]) => boolean) =>
  new Set(places.filter(among).map(({ teacherId }) => teacherId)).size;

function numbersOf(session: DiarySession): string {
  const waiting = countOf(session, ({ status }) => status === 'waiting');
  const recorded = session.places.some(({ attended }) => attended !== undefined);
  const parts = [
    `${countOf(session, ({ status }) => status === 'taken')} of ${counted(session.capacity, 'place')} taken`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(recorded ? [`${countOf(session, ({ attended }) => attended === true)} came`] : []),
  ];
  return parts.join(', ');
}

function tagOf(session: DiarySession, today: string): TagView | undefined {
  if (session.cancelledFor !== undefined) return { tone: 'red', text: 'Cancelled' };
  const recorded = session.places.some(({ attended }) => attended !== undefined);
  const open = session.on <= today && !recorded && session.places.some(({ status }) => status === 'taken');
  return open ? { tone: 'amber', text: 'Register open' } : undefined;
}

/** A change of the session with who made it. */
export interface SessionChange {
  readonly event: TrainingEvent;
  readonly at: string;
  readonly by: string;
}

export interface SessionMaterial {
  readonly session: Session;
  /** The facts of its stream that are about the session itself, the latest first. */
  readonly changes: readonly SessionChange[];
  readonly venue: (id: string | undefined) => string;
  readonly programme: string;
  /** Links that have a teacher in the register or may send one. */
  readonly links: readonly Link[];
  readonly names: SideWords;
  readonly person: (id: string) => string;
  /** When a teacher linked before, as far as it is on record. */
  readonly earlier: (teacherId: string) => EarlierTeaching | undefined;
  readonly today: string;
  readonly mayChange: boolean;
  readonly parts: () => { readonly csrf: string; readonly idempotencyKey: string };
  readonly sentBack?: { readonly values: FormView['values']; readonly errors: readonly FormError[] };
}

export function sessionView(material: SessionMaterial): SessionView {
  const { session, programme, today, mayChange } = material;
  const { id, on, places, waiting, cancelled } = session;
  const begun = on <= today;
  const anybody = places.length + waiting.length > 0;
  const toCome = cancelled === undefined && on >= today && session.attendance.length === 0;
  const notice = noticeOf(session);
  return {
    eyebrow: `Training · ${programme}`,
    heading: headingOf(session),
    ...(notice === undefined ? {} : { notice }),
    facts: factsOf(material),
    register: places.map((place) => lineOf(place, material)),
    empty: {
      title: 'Nobody is enrolled yet',
      sentence:
        cancelled === undefined
          ? 'Enrol the teachers who still need this training, all at once.'
          : 'Nobody had a place when it was cancelled.',
    },
    waiting: waiting.map((place) => lineOf(place, material)),
    ...(mayChange && begun && anybody && cancelled === undefined
      ? { attendance: attendanceView(material) }
      : {}),
    ...(begun || cancelled !== undefined
      ? {}
      : { attendanceNote: `Attendance can be recorded from ${longDay(on)}.` }),
    ...(mayChange && cancelled === undefined
      ? { enrol: { href: `/training/${id}/enrol`, label: enrolLabel(material) } }
      : {}),
    changes:
      mayChange && toCome
        ? [
            { href: `/training/${id}/move`, label: 'Move it' },
            { href: `/training/${id}/cancel`, label: 'Cancel it' },
            { href: `/write?session=${id}`, label: 'Write to its teachers' },
          ]
        : [],
    history: material.changes.map((change) => historyLine(change, material)),
  };
}

function enrolLabel(of: SessionMaterial): string {
  const fitting = neededTeachers(of).filter(({ fits }) => fits).length;
  return fitting === 0 ? 'Enrol teachers' : `Enrol teachers: ${fitting} still need it`;
}

/** `Full day on Thursday 1 October 2026`. */
export const headingOf = ({ kind, on }: Session) => `${trainingNames[kind]} on ${fullDay(on)}`;

export function factsOf({
  session,
  venue,
}: Pick<SessionMaterial, 'session' | 'venue'>): readonly SummaryRow[] {
  const { on, startsAt, endsAt, places, waiting, capacity, venueId } = session;
  const teachers = (of: readonly Place[]) => new Set(of.map(({ teacherId }) => teacherId)).size;
  return [
    { key: 'When', value: `${fullDay(on)}, ${startsAt} to ${endsAt}` },
    { key: 'Where', value: venue(venueId) },
    { key: 'Places', value: `${teachers(places)} of ${capacity} taken` },
    ...(waiting.length === 0 ? [] : [{ key: 'Waiting list', value: counted(teachers(waiting), 'teacher') }]),
  ];
}

function noticeOf({ cancelled, wasOn }: Session): SessionView['notice'] {
  if (cancelled !== undefined) {
    const why = codeText(cancelled.reasonCode);
    return { tone: 'red', text: `Cancelled: ${why}. The places are taken back in every open link.` };
  }
  return wasOn === undefined ? undefined : { tone: 'amber', text: `Moved. It was on ${fullDay(wasOn)}.` };
}

function lineOf(
  place: Place,
  { session, links, names, person, mayChange, parts }: SessionMaterial,
): RegisterLineView {
  const link = links.find(({ ref }) => ref === place.linkRef);
  const { teacherId, linkRef, side } = place;
  const answer = session.attendance.find((entry) => entry.teacherId === teacherId);
  const stays = session.cancelled !== undefined || answer !== undefined || !mayChange;
  return {
    key: `${linkRef}-${side}-${teacherId}`,
    teacher: person(teacherId),
    school: link === undefined ? '' : sideText(link, side, names),
    link: { href: `/links/${linkRef}`, label: linkRef },
    status: statusOf(session, place),
    ...(stays
      ? {}
      : {
          giveUp: {
            ...parts(),
            action: `/training/${session.id}/give-up-place`,
            label: 'Take off',
            look: 'link',
            labelMore: person(teacherId),
            hidden: { place: `${linkRef}.${side}.${teacherId}` },
          },
        }),
  };
}

function statusOf(session: Session, place: Place): TagView {
  const answer = session.attendance.find(({ teacherId }) => teacherId === place.teacherId);
  if (answer?.attended === true) return { tone: 'green', text: `Came, ${answer.minutes} minutes` };
  if (answer !== undefined) {
    const why = answer.reasonCode === undefined ? '' : `: ${codeText(answer.reasonCode)}`;
    return { tone: 'red', text: `Missed${why}` };
  }
  if (session.cancelled !== undefined) return { tone: 'grey', text: 'Cancelled' };
  return session.waiting.includes(place)
    ? { tone: 'amber', text: 'On the waiting list' }
    : { tone: 'blue', text: 'Enrolled' };
}

function historyLine(
  { event, at, by }: SessionChange,
  { venue }: Pick<SessionMaterial, 'venue'>,
): SessionView['history'][number] {
  return { key: at + event.type, when: shortMoment(at), what: changeText(event, venue), who: by };
}

function changeText(event: TrainingEvent, venue: SessionMaterial['venue']): string {
  switch (event.type) {
    case 'SessionPlanned':
      return `Planned for ${fullDay(event.data.on)}, ${event.data.startsAt} to ${event.data.endsAt}`;
    case 'SessionMoved': {
      const { on, startsAt, endsAt, venueId, reasonCode } = event.data;
      return `Moved to ${fullDay(on)}, ${startsAt} to ${endsAt}, ${venue(venueId)}: ${codeText(reasonCode)}`;
    }
    case 'SessionCancelled':
      return `Cancelled: ${codeText(event.data.reasonCode)}`;
    case 'AttendanceRecorded':
      return `Register saved: ${counted(event.data.entries.length, 'answer')}`;
    case 'PlaceTaken':
    case 'WaitingForPlace':
    case 'PlaceGivenUp':
      return '';
  }
}
