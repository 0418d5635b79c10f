import type { Side } from '@linking/events/link/link-events.js';
import { bothSides } from '@linking/domain/link/link.js';
import type { Session } from '@linking/domain/training/session.js';
import type { FormField, FormView, SingleField } from '../pages/forms/form-view.js';
import { sideText } from '../links/link-terms.js';
import { optionsOf } from '../links/forms/choices.js';
import type { SessionMaterial } from './session-view-model.js';

export const missedReasons = ['illness', 'no-cover', 'transport', 'not-excused', 'other'];

/** `came` or the reason of an absence, by teacher; what is recorded already is filled in. */
export function attendanceForm({ session, person, parts, sentBack }: SessionMaterial): FormView {
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

export function enrolForm({ session, links, names, person, parts, sentBack }: SessionMaterial): FormView {
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
