import { targetedSteps } from '@linking/events/link/codes.js';
import { awaitedIn } from '@linking/domain/link/awaited.js';
import { openTargets } from '@linking/domain/link/overdue.js';
import type { SummaryRow } from '../../pages/components/summary-list.js';
import { longDay } from '@linking/words/format.js';
import { callText } from '@linking/application/links/call-text.js';
import { sideText, targetedStepNames } from '@linking/words/link-terms.js';
import { optionsOf } from './choices.js';
import type { CommandForm, FormContext } from './command-form.js';

/** The open step that the form is for, as its address says. */
const stepTalkedAbout = ({ link, preset }: FormContext) =>
  openTargets(link).find(({ step }) => step === preset['step']);

/** The step with its day, and whom to call about it. */
function whomToCall(context: FormContext): readonly SummaryRow[] {
  const { link, names, today } = context;
  const open = stepTalkedAbout(context);
  if (open === undefined) return [];
  return [
    { key: targetedStepNames[open.step], value: `asked for by ${longDay(open.target)}` },
    ...awaitedIn(link, open.step, today).map(({ side, personId, role }) => ({
      key: sideText(link, side, names),
      value: callText(names, personId, role, link.sides[side].urn),
    })),
  ];
}

export const discussionForms: readonly CommandForm[] = [
  {
    command: 'record-discussion',
    group: 'Course of things',
    title: 'Phoned or spoke with a school',
    hint: 'What was said, and a new date if you agreed one',
    submitLabel: 'Record the call',
    done: 'The call is recorded.',
    dayLabel: 'When did you speak?',
    known: whomToCall,
    hidden: (context): Readonly<Record<string, string>> => {
      const open = stepTalkedAbout(context);
      return open === undefined ? {} : { step: open.step, about: open.step };
    },
    fields: (context) => [
      { kind: 'textarea', name: 'note', label: 'What was said?', optional: true },
      ...(stepTalkedAbout(context) === undefined
        ? [
            {
              kind: 'select' as const,
              name: 'about',
              label: 'Which step was it about?',
              options: [
                { value: '', label: 'None in particular' },
                ...optionsOf(targetedSteps, targetedStepNames),
              ],
            },
          ]
        : []),
      {
        kind: 'date',
        name: 'newTarget',
        label: 'New date',
        hint: 'If you agreed one: until then the step is not overdue.',
        optional: true,
      },
    ],
    read: (posted) => {
      const about = posted.optionalOneOf('about', targetedSteps);
      const newTarget = posted.optionalDay('newTarget');
      if (posted.words('note') === undefined && newTarget === undefined) {
        posted.wrong('note', 'Write what was said, or enter the new date');
      }
      return {
        type: 'RecordDiscussion',
        ...(about === undefined ? {} : { about }),
        ...(newTarget === undefined ? {} : { newTarget }),
      };
    },
  },
];
