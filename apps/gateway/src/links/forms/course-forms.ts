import { sides, skippableSteps } from '@linking/events/link/codes.js';
import { missingDetails } from '@linking/application/links/gap-details.js';
import { bothSides } from '@linking/domain/link/link.js';
import { sideText, stepNames } from '@linking/words/link-terms.js';
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
/** Why a link could not be completed. */
export const incompleteReasons = [
  'no-time',
  'no-answer',
  'staffing',
  'cost',
  'late-start',
  'not-recorded',
  'other',
];
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
        hint: 'A meeting or the goodbye is skipped for both',
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
    hint: 'The link ends; what happened stays recorded. Then choose another class for the school that stays',
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
  {
    command: 'close-incomplete',
    group: 'Course of things',
    title: 'Close the link incomplete',
    hint: 'At the end of the year, when something is missing. Late entries are taken until 31 October',
    submitLabel: 'Close it incomplete',
    submitLook: 'warning',
    done: 'The link is closed incomplete.',
    dayLabel: 'When?',
    noteLabel: NOTE,
    known: ({ link, names }) => {
      const missing = missingDetails(link, names).map(({ sentence }) => sentence);
      return missing.length === 0 ? [] : [{ key: 'Missing', value: missing.join('; ') }];
    },
    fields: () => [
      {
        kind: 'select',
        name: 'reasonCode',
        label: 'Why?',
        optional: true,
        options: [{ value: '', label: 'No reason given' }, ...optionsOf(incompleteReasons)],
      },
    ],
    read: (posted) => {
      const reasonCode = posted.optionalOneOf('reasonCode', incompleteReasons);
      return { type: 'CloseIncomplete', ...(reasonCode === undefined ? {} : { reasonCode }) };
    },
  },
];
