import { targetedSteps } from '@linking/events/link/codes.js';
import { dateValues } from '../../pages/forms/date-field.js';
import { optionsOf } from '../forms/choices.js';
import { targetedStepNames } from '@linking/words/link-terms.js';
import { dayField, linkBoxes, readSaid, readTicked, refsOf } from './group-fields.js';
import type { GroupForm } from './group-form.js';

export const discussionForMany: GroupForm = {
  what: 'discussion',
  title: 'Spoke with several schools',
  hint: 'At a meeting, or by a round of calls: one note for all of them',
  submitLabel: 'Record it for the ticked links',
  fields: (material) => [
    {
      kind: 'select',
      name: 'about',
      label: 'Which step was it about?',
      optional: true,
      options: [{ value: '', label: 'None in particular' }, ...optionsOf(targetedSteps, targetedStepNames)],
    },
    { kind: 'textarea', name: 'note', label: 'What was said?' },
    dayField,
    linkBoxes(material),
  ],
  values: ({ today }) => dateValues('occurredOn', today),
  read: (posted, material) => {
    const about = posted.optionalOneOf('about', targetedSteps);
    const said = readSaid(posted);
    if (said.note === undefined) posted.wrong('note', 'Write what was said');
    const request = { type: 'RecordDiscussion', ...(about === undefined ? {} : { about }) } as const;
    return readTicked(posted, refsOf(material)).map((ref) => ({ ref, said, request }));
  },
  nothing: {
    title: 'No open link this year',
    sentence: 'Links that were proposed for this year stand here.',
  },
};
