import type { Side } from '@linking/events/link/link-events.js';
import type { Link } from '@linking/domain/link/link.js';
import type { Place, Session } from '@linking/domain/training/session.js';
import { bothSides } from '@linking/domain/link/link.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import { counted, fullDay, longDay } from '../pages/format.js';
import type { FormError, FormField, FormView, SingleField } from '../pages/forms/form-view.js';
import type { RegisterLineView, SessionListView, SessionView } from '../pages/training/training-view.js';
import { codeText, sideText, trainingNames, type SideWords } from '../links/link-terms.js';
import { optionsOf } from '../links/forms/choices.js';

export const missedReasons = ['illness', 'no-cover', 'transport', 'not-excused', 'other'];

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
  return {
    eyebrow: several ? 'All programmes' : ([...programmes.values()][0] ?? ''),
    rows: sessions.map((session) => {
      const { sessionId, programme, kind, on, startsAt, endsAt, venueId, capacity, places } = session;
      const taken = new Set(
        places.filter(({ status }) => status === 'taken').map(({ teacherId }) => teacherId),
      ).size;
      const waiting = new Set(
        places.filter(({ status }) => status === 'waiting').map(({ teacherId }) => teacherId),
      ).size;
      const came = new Set(
        places.filter(({ attended }) => attended === true).map(({ teacherId }) => teacherId),
      ).size;
      const recorded = places.some(({ attended }) => attended !== undefined);
      return {
        id: sessionId,
        href: `/training/${sessionId}`,
        on,
        kind: several
          ? `${trainingNames[kind]}, ${programmes.get(programme) ?? programme}`
          : trainingNames[kind],
        place: `${venues.get(venueId ?? '') ?? 'Place to follow'}, ${startsAt} to ${endsAt}`,
        numbers: `${taken} of ${counted(capacity, 'place')} taken${waiting > 0 ? `, ${waiting} waiting` : ''}${recorded ? `, ${came} came` : ''}`,
        ...(on <= today && !recorded && taken > 0 ? { tag: { tone: 'amber', text: 'Register open' } } : {}),
      };
    }),
    empty: { title: 'No sessions yet', sentence: 'Plan the initial training for September or October.' },
    ...(mayPlan ? { add: { href: '/training/plan', label: 'Plan a session' } } : {}),
  };
}

export interface SessionMaterial {
  readonly session: Session;
  readonly venue: string | undefined;
  readonly programme: string;
  /** Links that have a teacher in the register or may send one. */
  readonly links: readonly Link[];
  readonly names: SideWords;
  readonly person: (id: string) => string;
  readonly today: string;
  readonly mayChange: boolean;
  readonly parts: () => { readonly csrf: string; readonly idempotencyKey: string };
  readonly sentBack?: {
    readonly form: 'attendance' | 'enrol';
    readonly values: FormView['values'];
    readonly errors: readonly FormError[];
  };
}

export function sessionView(material: SessionMaterial): SessionView {
  const { session, venue, programme, today, mayChange } = material;
  const { on, startsAt, endsAt, kind, capacity, places, waiting } = session;
  const taken = new Set(places.map(({ teacherId }) => teacherId)).size;
  const held = on <= today;
  const anybody = places.length + waiting.length > 0;
  return {
    eyebrow: `Training · ${programme}`,
    heading: `${trainingNames[kind]} on ${fullDay(on)}`,
    facts: [
      { key: 'Where', value: venue ?? 'Place to follow' },
      { key: 'When', value: `${startsAt} to ${endsAt}` },
      { key: 'Places', value: `${taken} of ${capacity} taken` },
      ...(waiting.length === 0 ? [] : [{ key: 'Waiting list', value: counted(waiting.length, 'teacher') }]),
    ],
    register: [...places, ...waiting].map((place) => lineOf(place, material)),
    empty: {
      title: 'Nobody is enrolled yet',
      sentence: 'Teachers of links whose schools have signed can be enrolled.',
    },
    ...(mayChange && held && anybody ? { attendance: attendanceForm(material) } : {}),
    ...(held ? {} : { attendanceNote: `Attendance can be recorded from ${longDay(on)}.` }),
    ...(mayChange ? { enrol: enrolForm(material) } : {}),
  };
}

function lineOf(place: Place, { session, links, names, person }: SessionMaterial): RegisterLineView {
  const link = links.find(({ ref }) => ref === place.linkRef);
  const answer = session.attendance.find(({ teacherId }) => teacherId === place.teacherId);
  const waits = session.waiting.includes(place);
  return {
    teacherId: `${place.teacherId}-${place.linkRef}`,
    teacher: person(place.teacherId),
    school: link === undefined ? '' : sideText(link, place.side, names),
    link: { href: `/links/${place.linkRef}`, label: place.linkRef },
    status:
      answer === undefined
        ? waits
          ? { tone: 'amber', text: 'On the waiting list' }
          : { tone: 'blue', text: 'Enrolled' }
        : answer.attended
          ? { tone: 'green', text: `Came, ${answer.minutes} minutes` }
          : {
              tone: 'red',
              text: `Missed${answer.reasonCode === undefined ? '' : `: ${codeText(answer.reasonCode)}`}`,
            },
    actions: [],
  };
}

/** `came` or the reason of an absence, by teacher; what is recorded already is filled in. */
function attendanceForm({ session, person, parts, sentBack }: SessionMaterial): FormView {
  const teachers = teachersOf(session);
  const known = Object.fromEntries(
    session.attendance.map(({ teacherId, attended, reasonCode }) => [
      `answer.${teacherId}`,
      attended ? 'came' : (reasonCode ?? 'other'),
    ]),
  );
  const mine = sentBack?.form === 'attendance' ? sentBack : undefined;
  return {
    ...parts(),
    action: `/training/${session.id}/attendance`,
    fields: rowsOf(
      teachers.map((teacherId) => ({
        kind: 'select',
        name: `answer.${teacherId}`,
        label: person(teacherId),
        options: [
          { value: '', label: 'Nothing recorded' },
          { value: 'came', label: 'Came' },
          ...optionsOf(missedReasons).map(({ value, label }) => ({
            value,
            label: `Missed: ${label.toLowerCase()}`,
          })),
        ],
      })),
    ),
    submitLabel: 'Save the register',
    values: mine?.values ?? known,
    errors: mine?.errors ?? [],
    hidden: { expectedRevision: String(session.revision) },
    idPrefix: 'attendance',
  };
}

const A_ROW = 3;

/** Side by side where there is room, one beneath the other on a phone. */
const rowsOf = (fields: readonly SingleField[]): readonly FormField[] =>
  Array.from({ length: Math.ceil(fields.length / A_ROW) }, (_, row) => ({
    kind: 'row',
    fields: fields.slice(row * A_ROW, (row + 1) * A_ROW),
  }));

export const teachersOf = ({ places, waiting }: Session) => [
  ...new Set([...places, ...waiting].map(({ teacherId }) => teacherId)),
];

function enrolForm({ session, links, names, person, parts, sentBack }: SessionMaterial): FormView {
  const mine = sentBack?.form === 'enrol' ? sentBack : undefined;
  const options = links.flatMap((link) =>
    bothSides.flatMap((side) =>
      link.sides[side].teachers
        .filter(({ teacherId }) => link.outcome === 'open' && !isEnrolled(session, teacherId, link.ref, side))
        .map(({ teacherId }) => ({
          value: `${link.ref}.${side}.${teacherId}`,
          label: `${person(teacherId)}, ${sideText(link, side, names)} (${link.ref})`,
        })),
    ),
  );
  const first = options.length === 0 ? 'Every teacher of a link is enrolled' : 'Choose a teacher';
  return {
    ...parts(),
    action: `/training/${session.id}/enrol`,
    fields: [
      {
        kind: 'select',
        name: 'teacher',
        label: 'Teacher',
        options: [{ value: '', label: first }, ...options.toSorted((x, y) => x.label.localeCompare(y.label))],
      },
    ],
    submitLabel: 'Enrol',
    values: mine?.values ?? {},
    errors: mine?.errors ?? [],
    idPrefix: 'enrol',
  };
}

const isEnrolled = (session: Session, teacherId: string, linkRef: string, side: Side) =>
  [...session.places, ...session.waiting].some(
    (place) => place.teacherId === teacherId && place.linkRef === linkRef && place.side === side,
  );
