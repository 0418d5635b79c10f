import { trainingKinds } from '@linking/events/link/codes.js';
import { dateValues } from '../../pages/forms/date-field.js';
import { trainingNames } from '@linking/words/link-terms.js';
import {
  optionsOf,
  presets,
  presetTeacher,
  readReason,
  readTeacher,
  reasonField,
  teacherField,
} from './choices.js';
import { earlierLinksOf } from './earlier-links.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';

const missedReasons = ['illness', 'no-cover', 'transport', 'not-excused', 'other'];
const kindField = {
  kind: 'radios',
  name: 'kind',
  label: 'Which training?',
  options: optionsOf(trainingKinds, trainingNames),
} as const;

export const trainingForms: readonly CommandForm[] = [
  {
    command: 'record-training-attended',
    group: 'Training',
    title: 'A teacher was trained',
    hint: 'Elsewhere; sessions have their own register',
    submitLabel: 'Record the training',
    done: 'The training is recorded.',
    dayLabel: 'When was it?',
    noteLabel: NOTE,
    known: earlierLinksOf,
    fields: (context) => [
      teacherField(context),
      kindField,
      {
        kind: 'number',
        name: 'minutes',
        label: 'Minutes',
        hint: 'A full day is about 330, a half day 180',
        width: 4,
      },
    ],
    values: (context) => {
      const half = needsHalfDay(context);
      return {
        teacher: presetTeacher(context),
        kind: half ? 'initial-half' : 'initial-full',
        minutes: half ? '180' : '330',
        // What is known from elsewhere, such as the link that a school left.
        ...presets(context, 'kind', 'minutes'),
        ...(context.preset['on'] === undefined ? {} : dateValues('occurredOn', context.preset['on'])),
      };
    },
    read: (posted, { link }) => ({
      type: 'RecordTrainingAttended',
      ...readTeacher(posted, link),
      kind: posted.oneOf('kind', trainingKinds, 'Choose which training'),
      minutes: posted.count('minutes', 'Enter how many minutes the training took', 1_000),
    }),
  },
  {
    command: 'record-catch-up',
    group: 'Training',
    title: 'A teacher caught up',
    hint: 'What makes up for a training that was missed: it counts as having attended',
    submitLabel: 'Record the catch-up',
    done: 'The catch-up is recorded.',
    dayLabel: 'When was it?',
    noteLabel: 'What was it?',
    fields: (context) => [
      teacherField(context),
      { ...kindField, label: 'Which training does it make up for?' },
      { kind: 'number', name: 'minutes', label: 'Minutes', hint: 'As long as it took', width: 4 },
    ],
    values: (context) => ({
      teacher: presetTeacher(context),
      kind: needsHalfDay(context) ? 'initial-half' : 'initial-full',
    }),
    read: (posted, { link }) => {
      const minutes = posted.count('minutes', 'Enter how many minutes the catch-up took', 1_000);
      if (minutes === 0 && posted.typed('minutes') === '0') posted.wrong('minutes', 'Enter 1 or more');
      return {
        type: 'RecordCatchUp',
        ...readTeacher(posted, link),
        kind: posted.oneOf('kind', trainingKinds, 'Choose which training it makes up for'),
        minutes,
      };
    },
  },
  {
    command: 'record-training-missed',
    group: 'Training',
    title: 'A teacher missed the training',
    hint: 'With the reason',
    submitLabel: 'Record the absence',
    done: 'The absence is recorded.',
    dayLabel: 'When was it?',
    noteLabel: NOTE,
    fields: (context) => [teacherField(context), kindField, reasonField(missedReasons)],
    values: (context) => ({
      teacher: presetTeacher(context),
      kind: needsHalfDay(context) ? 'initial-half' : 'initial-full',
    }),
    read: (posted, { link }) => ({
      type: 'RecordTrainingMissed',
      ...readTeacher(posted, link),
      kind: posted.oneOf('kind', trainingKinds, 'Choose which training'),
      reasonCode: readReason(posted, missedReasons),
    }),
  },
];

/** Whether the teacher whom the address names has linked before. */
function needsHalfDay(context: FormContext): boolean {
  const [side, teacherId] = presetTeacher(context).split('.');
  const teachers = side === 'a' || side === 'b' ? context.link.sides[side].teachers : [];
  return teachers.find((teacher) => teacher.teacherId === teacherId)?.needs === 'initial-half';
}
