import {
  meetingNumbers,
  parentKinds,
  sides,
  surveyInstruments,
  surveyRounds,
  testimonialRoles,
} from '@linking/events/link/codes.js';
import { bothSides } from '@linking/domain/link/link.js';
import { dateValues } from '../../pages/forms/date-field.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import {
  instrumentNames,
  parentNames,
  roundNames,
  testimonialRoleNames,
} from '@linking/words/impact-terms.js';
import { capital, meetingNames, sideText } from '@linking/words/link-terms.js';
import { dateField, optionsOf, presets, readSide, sideField } from './choices.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';
import { readScores, scoreFields } from './score-fields.js';

const WHOLE_LINK = 'whole';

export const impactForms: readonly CommandForm[] = [
  {
    command: 'record-parents',
    group: 'What came of it',
    title: 'Parents took part',
    hint: 'How many, and how; no names',
    submitLabel: 'Record the parents',
    done: 'The parents are recorded.',
    dayLabel: 'When was it?',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context, 'Parents of which school?'),
      {
        kind: 'radios',
        name: 'kind',
        label: 'What did they do?',
        options: optionsOf(parentKinds, parentNames),
      },
      { kind: 'number', name: 'count', label: 'How many parents?', width: 4 },
    ],
    values: (context) => presets(context, 'side', 'kind'),
    read: (posted) => ({
      type: 'RecordParents',
      side: readSide(posted),
      kind: posted.oneOf('kind', parentKinds, 'Choose what they did'),
      count: posted.count('count', 'Enter how many parents took part', 500),
    }),
  },
  {
    command: 'record-reflection',
    group: 'What came of it',
    title: 'A class looked back',
    hint: 'On a meeting or on the link as a whole, with a rating from 1 to 5',
    part: 'reflection',
    submitLabel: 'Record the reflection',
    done: 'The reflection is recorded.',
    dayLabel: 'When did they look back?',
    fields: (context) => [
      sideField(context),
      {
        kind: 'radios',
        name: 'meeting',
        label: 'On what?',
        options: [
          ...meetingNumbers.map((number) => ({ value: String(number), label: meetingNames[number] })),
          { value: WHOLE_LINK, label: 'The link as a whole' },
        ],
      },
      {
        kind: 'radios',
        name: 'rating',
        label: 'How was it?',
        options: ratings.map((label, index) => ({
          value: String(index + 1),
          label: `${index + 1}, ${label}`,
        })),
      },
      { kind: 'textarea', name: 'note', label: 'What was said?', optional: true },
    ],
    values: (context) => ({ meeting: lastMeetingHeld(context), ...presets(context, 'side', 'meeting') }),
    read: (posted) => {
      const on = posted.oneOf('meeting', ['1', '2', '3', '4', WHOLE_LINK], 'Choose what they looked back on');
      const meeting = meetingNumbers.find((number) => String(number) === on);
      return {
        type: 'RecordReflection',
        side: readSide(posted),
        ...(meeting === undefined ? {} : { meeting }),
        rating: posted.oneOf('rating', [1, 2, 3, 4, 5], 'Choose how it was'),
      };
    },
  },
  {
    command: 'record-survey',
    group: 'What came of it',
    title: 'A class did the survey',
    hint: 'Only figures of the whole class. Of fewer than five answers it is kept that it was done, and no numbers.',
    part: 'surveys',
    submitLabel: 'Record the survey',
    done: 'The survey is recorded.',
    dayLabel: 'When was it done?',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context, 'Which class?'),
      { kind: 'radios', name: 'round', label: 'Which survey?', options: optionsOf(surveyRounds, roundNames) },
      {
        kind: 'radios',
        name: 'instrument',
        label: 'How was it asked?',
        options: optionsOf(surveyInstruments, instrumentNames),
      },
      {
        kind: 'number',
        name: 'n',
        label: 'How many answered?',
        hint: 'Leave it empty when you only know that it was done',
        optional: true,
        width: 4,
      },
      ...scoreFields,
    ],
    values: (context) => ({
      instrument: 'class-survey',
      round: context.link.impact.surveys.some(({ round }) => round === 'pre') ? 'post' : 'pre',
      ...presets(context, 'side', 'round'),
    }),
    read: (posted) => {
      const n = posted.typed('n') === '' ? undefined : posted.count('n', 'Enter how many answered');
      const scores = readScores(posted);
      return {
        type: 'RecordSurvey',
        side: readSide(posted),
        round: posted.oneOf('round', surveyRounds, 'Choose which survey it was'),
        instrument: posted.oneOf('instrument', surveyInstruments, 'Choose how it was asked'),
        ...(n === undefined ? {} : { n }),
        ...(Object.keys(scores).length === 0 ? {} : { scores }),
      };
    },
  },
  {
    command: 'record-testimonial',
    group: 'What came of it',
    title: 'Words that may be quoted',
    hint: 'What an adult said, with consent',
    part: 'testimonials',
    submitLabel: 'Keep these words',
    done: 'The words are kept, with the consent.',
    dayLabel: 'When was it said?',
    fields: (context) => [
      { kind: 'textarea', name: 'note', label: 'What was said?' },
      { kind: 'select', name: 'role', label: 'Who said it?', options: roleOptions },
      {
        kind: 'radios',
        name: 'side',
        label: 'Of which school?',
        options: [
          ...bothSides.map((side) => ({ value: side, label: sideText(context.link, side, context.names) })),
          { value: 'none', label: 'Neither' },
        ],
      },
      {
        kind: 'text',
        name: 'consentName',
        label: 'Who agreed that the words may be used?',
        hint: 'Name of the adult; it is kept apart and can be erased',
        width: 30,
      },
      dateField('consentOn', 'When was that agreed?'),
      dateField('consentUntil', 'Until when may they be used?', { optional: true }),
    ],
    values: (context) => ({
      ...dateValues('consentOn', context.today),
      role: 'teacher',
      ...presets(context, 'side'),
    }),
    read: (posted) => {
      if (posted.words('note') === undefined) posted.wrong('note', 'Write what was said');
      const side = posted.oneOf('side', [...sides, 'none'], 'Choose one of the schools, or neither');
      return {
        type: 'RecordTestimonial',
        role: posted.oneOf('role', testimonialRoles, 'Choose who said it'),
        ...(side === 'none' ? {} : { side }),
        consent: readConsent(posted),
      };
    },
  },
];

const ratings = ['it did not work', 'it was hard', 'mixed', 'good', 'very good'];

const roleOptions = testimonialRoles.map((value) => ({ value, label: capital(testimonialRoleNames[value]) }));

function readConsent(posted: PostedForm) {
  const name = posted.line('consentName', 'Enter who agreed; without consent the words cannot be kept');
  const on = posted.day('consentOn', 'Enter the day on which she agreed');
  const until = posted.optionalDay('consentUntil');
  return { name, on, ...(until === undefined ? {} : { until }) };
}

function lastMeetingHeld({ link }: FormContext): string {
  const held = link.meetings.filter(({ status }) => status === 'held').map(({ number }) => number);
  return held.length === 0 ? WHOLE_LINK : String(Math.max(...held));
}
