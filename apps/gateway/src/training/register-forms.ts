import { sessionMinutes, type Session } from '@linking/domain/training/session.js';
import { stillNeeded, type NeededPlace } from '@linking/domain/training/still-needed.js';
import type { SessionRequest } from '@linking/application/training/training-commands.js';
import type { ChoiceField, FormView, Option } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { AttendanceView } from '../pages/training/training-view.js';
import { evidenceText } from './evidence-text.js';
import { optionsOf } from '../links/forms/choices.js';
import { listText, sideText, trainingNames } from '@linking/words/link-terms.js';
import type { SessionMaterial } from './session-view-model.js';

export const missedReasons = ['illness', 'no-cover', 'transport', 'not-excused', 'other'];

/** In minutes. */
const A_DAY = 1_440;

export const teachersOf = ({ places, waiting }: Session) => [
  ...new Set([...places, ...waiting].map(({ teacherId }) => teacherId)),
];

/** What is recorded already is filled in. */
export function attendanceView(material: SessionMaterial): AttendanceView {
  const { session, person, parts, sentBack } = material;
  const teachers = teachersOf(session);
  const whole = sessionMinutes(session);
  return {
    form: {
      ...parts(),
      action: `/training/${session.id}/attendance`,
      fields: teachers.flatMap((teacherId) => [
        { kind: 'radios', name: `answer.${teacherId}`, label: person(teacherId), options: [] },
        {
          kind: 'select',
          name: `reason.${teacherId}`,
          label: 'Why?',
          options: [{ value: '', label: 'Choose a reason' }, ...optionsOf(missedReasons)],
        },
        {
          kind: 'number',
          name: `minutes.${teacherId}`,
          label: 'How many minutes?',
          hint: `Empty: the whole session, ${whole} minutes`,
          width: 4,
        },
      ]),
      submitLabel: 'Save the register',
      values:
        sentBack?.values ??
        Object.fromEntries(session.attendance.flatMap((one) => recordedAnswers(one, whole))),
      errors: sentBack?.errors ?? [],
      hidden: { expectedRevision: String(session.revision) },
      idPrefix: 'attendance',
    },
    teachers: teachers.map((id) => ({ id, name: person(id), school: schoolsOf(id, material) })),
    progress: `${session.attendance.length} of ${teachers.length} recorded. One button saves all of them.`,
  };
}

const recordedAnswers = (
  { teacherId, attended, reasonCode, minutes }: Session['attendance'][number],
  whole: number,
) => [
  [`answer.${teacherId}`, attended ? 'came' : 'missed'] as const,
  [`reason.${teacherId}`, attended ? '' : (reasonCode ?? 'other')] as const,
  [`minutes.${teacherId}`, attended && minutes !== whole ? String(minutes) : ''] as const,
];

function schoolsOf(teacherId: string, { session, links, names }: SessionMaterial): string {
  const schools = [...session.places, ...session.waiting].flatMap((place) => {
    const link = place.teacherId === teacherId ? links.find(({ ref }) => ref === place.linkRef) : undefined;
    return link === undefined ? [] : [sideText(link, place.side, names)];
  });
  return listText([...new Set(schools)]);
}

/** The answers of the register; a teacher without an answer is left out. */
export function readAttendance(
  posted: PostedForm,
  session: Session,
  person: (id: string) => string,
): SessionRequest {
  const entries = teachersOf(session).flatMap((teacherId) => {
    const answer = posted.optionalOneOf(`answer.${teacherId}`, ['came', 'missed']);
    if (answer === undefined) return [];
    if (answer === 'came') return [{ teacherId, attended: true, ...readMinutes(posted, teacherId) }];
    const reasonCode = posted.optionalOneOf(`reason.${teacherId}`, missedReasons);
    if (reasonCode === undefined) {
      posted.wrong(`reason.${teacherId}`, `Choose why ${person(teacherId)} missed it`);
      return [];
    }
    return [{ teacherId, attended: false, reasonCode }];
  });
  if (entries.length === 0 && posted.errors.length === 0) {
    posted.errors.push({ message: 'Record at least one teacher who came or missed it' });
  }
  return { type: 'RecordAttendance', entries };
}

/** How long she was there, when it was not the whole session. */
function readMinutes(posted: PostedForm, teacherId: string): { readonly minutes?: number } {
  const name = `minutes.${teacherId}`;
  if (posted.typed(name) === '') return {};
  const minutes = posted.count(name, 'Enter the minutes as a number, or leave it empty', A_DAY);
  if (minutes === 0 && !posted.errors.some(({ field }) => field === name)) {
    posted.wrong(name, 'Nobody came for no minutes: choose “Missed it”, or leave it empty');
  }
  return { minutes };
}

/** Everybody who still needs training, in one form: all who need this one are ticked. */
export function enrolForm(material: SessionMaterial): FormView {
  const { session, parts, sentBack } = material;
  const needed = neededTeachers(material);
  const [these, others] = [
    needed.filter(({ fits }) => fits).map(({ option }) => option),
    needed.filter(({ fits }) => !fits).map(({ option }) => option),
  ];
  const free = session.capacity - new Set(session.places.map(({ teacherId }) => teacherId)).size;
  return {
    ...parts(),
    action: `/training/${session.id}/enrol`,
    fields: [
      ...boxes(
        'teacher',
        'Who still needs this training?',
        these,
        `${placesLeft(free)} Untick whom you do not mean.`,
      ),
      ...boxes(
        'other',
        'Others who still need training',
        others,
        'They need another kind. Tick who comes all the same.',
      ),
    ],
    submitLabel: 'Enrol all who are ticked',
    values: sentBack?.values ?? { teacher: these.map(({ value }) => value) },
    errors: sentBack?.errors ?? [],
    also: [{ href: `/training/${session.id}`, label: 'Back to the session', look: 'link' }],
  };
}

function boxes(
  name: string,
  label: string,
  options: readonly Option[],
  hint: string,
): readonly ChoiceField[] {
  return options.length === 0 ? [] : [{ kind: 'checkboxes', name, label, hint, options }];
}

const placesLeft = (free: number) =>
  free > 0
    ? `${free} ${free === 1 ? 'place is' : 'places are'} free; whoever comes later in the list waits.`
    : 'Every place is taken: they go to the waiting list.';

interface NeededTeacher {
  readonly option: Option;
  /** She needs this kind of training. */
  readonly fits: boolean;
}

/** One line a teacher, however many links she comes for. */
export function neededTeachers(material: SessionMaterial): readonly NeededTeacher[] {
  const { session, links, person } = material;
  const byTeacher = new Map<string, NeededPlace[]>();
  for (const place of links.flatMap((link) => stillNeeded(link, session.kind))) {
    if (teachersOf(session).includes(place.teacherId) && isInvited(session, place)) continue;
    byTeacher.set(place.teacherId, [...(byTeacher.get(place.teacherId) ?? []), place]);
  }
  return [...byTeacher]
    .map(([teacherId, places]) => ({
      option: {
        value: places.map(({ linkRef, side }) => `${linkRef}.${side}.${teacherId}`).join(' '),
        label: `${person(teacherId)}, ${listText([...new Set(places.map((place) => schoolOf(place, material)))])}`,
        hint: hintOf(places, evidenceText(material.earlier(teacherId))),
      },
      fits: places.some(({ needs }) => needs === session.kind),
    }))
    .toSorted((x, y) => x.option.label.localeCompare(y.option.label));
}

const isInvited = ({ places, waiting }: Session, { linkRef, side, teacherId }: NeededPlace) =>
  [...places, ...waiting].some(
    (it) => it.linkRef === linkRef && it.side === side && it.teacherId === teacherId,
  );

function schoolOf({ linkRef, side }: NeededPlace, { links, names }: SessionMaterial): string {
  const link = links.find(({ ref }) => ref === linkRef);
  return link === undefined ? linkRef : sideText(link, side, names);
}

function hintOf(places: readonly NeededPlace[], evidence: string): string {
  const [first] = places;
  const because =
    first?.linkedBefore === true
      ? `has linked before (${evidence.slice(0, 1).toLowerCase()}${evidence.slice(1)})`
      : 'links for the first time';
  const why = first === undefined || first.needs === 'planning-half' ? '' : `: ${because}`;
  const signed = places.every(({ agreed }) => agreed) ? '' : '. Not every school has signed yet';
  const refs = places.map(({ linkRef }) => linkRef).join(', ');
  return `${first === undefined ? '' : trainingNames[first.needs]}${why}. ${refs}${signed}`;
}

const PLACE = /^([A-Z]{2,4}-\d{4}-\d{3,4})\.([ab])\.([0-9a-f-]{36})$/;

const readPlaces = (value: string) =>
  value.split(' ').flatMap((place) => {
    const [, linkRef, side, teacherId] = PLACE.exec(place) ?? [];
    if (linkRef === undefined || teacherId === undefined) return [];
    return [{ linkRef, side: side === 'b' ? ('b' as const) : ('a' as const), teacherId }];
  });

/** The one place that a button of the register names. */
export function readGivenUp(posted: PostedForm): Extract<SessionRequest, { type: 'GiveUpPlace' }> {
  const [place] = readPlaces(posted.typed('place'));
  if (place === undefined) posted.errors.push({ message: 'Choose whom to take off the list' });
  return { type: 'GiveUpPlace', ...(place ?? { linkRef: '', side: 'a', teacherId: '' }) };
}

export function readEnrolment(posted: PostedForm): Extract<SessionRequest, { type: 'EnrolAll' }> {
  const places = [...posted.list('teacher'), ...posted.list('other')].flatMap(readPlaces);
  if (places.length === 0) posted.wrong('teacher', 'Tick at least one teacher');
  return { type: 'EnrolAll', places };
}
