import { sides, skippableSteps } from '@linking/events/link/codes.js';
import { bothSides } from '@linking/domain/link/link.js';
import { sideText, stepNames } from '../link-terms.js';
import { dateField, optionsOf, presets, readReason, reasonField } from './choices.js';
import { NOTE, type CommandForm } from './command-form.js';

const skipReasons = [
  'not-planned',
  'no-time',
  'done-otherwise',
  'late-start',
  'school-decision',
  'not-known',
  'other',
];
const pauseReasons = ['building-work', 'staff-illness', 'staffing', 'inspection', 'other'];
const withdrawReasons = ['staffing', 'head-left', 'teacher-left', 'cost', 'distance', 'partner', 'other'];

export const courseForms: readonly CommandForm[] = [
  {
    command: 'skip-step',
    group: 'Course of things',
    title: 'Skip a step',
    hint: 'It will not happen, or nothing is known of it',
    submitLabel: 'Skip the step',
    done: 'The step is skipped.',
    noteLabel: NOTE,
    fields: (context) => [
      { kind: 'select', name: 'step', label: 'Which step?', options: optionsOf(skippableSteps, stepNames) },
      {
        kind: 'radios',
        name: 'side',
        label: 'For which school?',
        options: [
          { value: '', label: 'Both' },
          ...bothSides.map((side) => ({ value: side, label: sideText(context.link, side, context.names) })),
        ],
      },
      reasonField(skipReasons),
    ],
    values: (context) => ({ side: '', ...presets(context, 'step', 'side') }),
    read: (posted) => {
      const side = posted.optionalOneOf('side', sides);
      return {
        type: 'SkipStep',
        step: posted.oneOf('step', skippableSteps, 'Choose the step'),
        ...(side === undefined ? {} : { side }),
        reasonCode: readReason(posted, skipReasons),
      };
    },
  },
  {
    command: 'pause',
    group: 'Course of things',
    title: 'Pause the link',
    hint: 'No mails until it goes on',
    submitLabel: 'Pause the link',
    done: 'The link is paused.',
    dayLabel: 'Since when?',
    noteLabel: NOTE,
    fields: () => [
      reasonField(pauseReasons),
      dateField('until', 'Until', { optional: true, hint: 'If it is known' }),
    ],
    read: (posted) => {
      const until = posted.optionalDay('until');
      return {
        type: 'Pause',
        reasonCode: readReason(posted, pauseReasons),
        ...(until === undefined ? {} : { until }),
      };
    },
  },
  {
    command: 'resume',
    group: 'Course of things',
    title: 'The link goes on',
    hint: 'After a pause',
    submitLabel: 'Go on with the link',
    done: 'The link goes on.',
    dayLabel: 'Since when?',
    noteLabel: NOTE,
    read: () => ({ type: 'Resume' }),
  },
  {
    command: 'withdraw',
    group: 'Course of things',
    title: 'A school withdraws',
    hint: 'The link ends; what happened stays recorded',
    submitLabel: 'Record the withdrawal',
    submitLook: 'warning',
    done: 'The withdrawal is recorded.',
    dayLabel: 'When?',
    noteLabel: NOTE,
    fields: (context) => [
      {
        kind: 'radios',
        name: 'side',
        label: 'Which school?',
        options: [
          ...bothSides.map((side) => ({ value: side, label: sideText(context.link, side, context.names) })),
          { value: 'both', label: 'Both schools' },
        ],
      },
      reasonField(withdrawReasons),
    ],
    values: (context) => presets(context, 'side'),
    read: (posted) => ({
      type: 'Withdraw',
      side: posted.oneOf('side', [...sides, 'both'] as const, 'Choose which school withdraws'),
      reasonCode: readReason(posted, withdrawReasons),
    }),
  },
  {
    command: 'complete',
    group: 'Course of things',
    title: 'Complete the link',
    hint: 'At the end of the year, after the goodbye',
    submitLabel: 'Complete the link',
    done: 'The link is complete.',
    dayLabel: 'When?',
    noteLabel: NOTE,
    read: () => ({ type: 'Complete' }),
  },
];
