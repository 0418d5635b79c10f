import { sides } from '@linking/events/link/codes.js';
import type { MeetingNumber, Side } from '@linking/events/link/link-events.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import type {
  ChoiceField,
  DateField,
  Option,
  SelectField,
  SingleField,
} from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { capital, codeText, meetingNames, sideText } from '@linking/words/link-terms.js';
import type { FormContext } from './command-form.js';

/** A list of codes as options in words. */
export const optionsOf = (
  codes: readonly string[],
  words: Readonly<Record<string, string>> = {},
): readonly Option[] => codes.map((value) => ({ value, label: words[value] ?? capital(codeText(value)) }));

export const sideField = (context: FormContext, label = 'Which school?', name = 'side'): ChoiceField => ({
  kind: 'radios',
  name,
  label,
  options: bothSides.map((side) => ({ value: side, label: sideText(context.link, side, context.names) })),
});

export const readSide = (posted: PostedForm, name = 'side'): Side =>
  posted.oneOf(name, sides, 'Choose one of the two schools');

export const reasonField = (codes: readonly string[], label = 'Why?'): SelectField => ({
  kind: 'select',
  name: 'reasonCode',
  label,
  options: [{ value: '', label: 'Choose a reason' }, ...optionsOf(codes)],
});

export const readReason = (posted: PostedForm, codes: readonly string[]): string =>
  posted.oneOf('reasonCode', codes, 'Choose a reason');

/** The teachers of both sides; the value says side and person. */
export function teacherField({ link, names }: FormContext, label = 'Which teacher?'): SelectField {
  const options = bothSides.flatMap((side) =>
    link.sides[side].teachers.map(({ teacherId }) => ({
      value: `${side}.${teacherId}`,
      label: `${names.person(teacherId, 'teacher', link.sides[side].urn).name}, ${sideText(link, side, names)}`,
    })),
  );
  const none = options.length === 0 ? 'No teacher is known yet: confirm a class first' : 'Choose a teacher';
  return { kind: 'select', name: 'teacher', label, options: [{ value: '', label: none }, ...options] };
}

export function readTeacher(
  posted: PostedForm,
  link: Link,
): { readonly side: Side; readonly teacherId: string } {
  const values = bothSides.flatMap((side) =>
    link.sides[side].teachers.map(({ teacherId }) => `${side}.${teacherId}`),
  );
  const [side = 'a', teacherId = ''] = posted.oneOf('teacher', values, 'Choose a teacher')?.split('.') ?? [];
  return { side: side === 'b' ? 'b' : 'a', teacherId };
}

/** The teacher that an address names by side, the one in charge of the class first. */
export function presetTeacher({ link, preset }: FormContext): string {
  const side = preset['side'] === 'b' ? 'b' : 'a';
  const { teachers } = link.sides[side];
  const named = teachers.find(({ teacherId }) => teacherId === preset['teacherId']);
  const chosen = named ?? teachers.find(({ lead }) => lead) ?? teachers[0];
  return preset['side'] === undefined || chosen === undefined ? '' : `${side}.${chosen.teacherId}`;
}

export const meetingField = (numbers: readonly MeetingNumber[]): ChoiceField => ({
  kind: 'radios',
  name: 'number',
  label: 'Which meeting?',
  options: numbers.map((number) => ({ value: String(number), label: meetingNames[number] })),
});

export const readMeeting = (
  posted: PostedForm,
  numbers: readonly MeetingNumber[] = [1, 2, 3, 4],
): MeetingNumber => posted.oneOf('number', numbers, 'Choose which meeting');

export const dateField = (name: string, label: string, more: Partial<DateField> = {}): DateField => ({
  kind: 'date',
  name,
  label,
  ...more,
});

/** Where nothing is known of the others, an address may still say the side or the meeting. */
export function presets({ preset }: FormContext, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (preset[name] === undefined ? [] : [[name, preset[name]]])),
  );
}

export const keyQuestionField: SingleField = {
  kind: 'checkboxes',
  name: 'keyQuestions',
  label: 'Key questions',
  optional: true,
  options: [
    { value: 'Q1', label: 'Q1 Who am I?' },
    { value: 'Q2', label: 'Q2 Who are we?' },
    { value: 'Q3', label: 'Q3 Where do we live?' },
    { value: 'Q4', label: 'Q4 How do we all live together?' },
  ],
};
