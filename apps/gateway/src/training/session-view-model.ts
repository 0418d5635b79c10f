import type { Link } from '@linking/domain/link/link.js';
import type { Place, Session } from '@linking/domain/training/session.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import { counted, fullDay, longDay } from '../pages/format.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type { RegisterLineView, SessionListView, SessionView } from '../pages/training/training-view.js';
import { attendanceForm, enrolForm } from './register-forms.js';
import { codeText, sideText, trainingNames, type SideWords } from '../links/link-terms.js';

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
