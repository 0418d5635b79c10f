import type { Command } from '@nestjs/cqrs';
import type { Sender } from '@linking/application/commands/sender.js';
import { BriefVenue } from '@linking/application/venues/brief-venue.js';
import { VoidBriefing } from '@linking/application/venues/void-briefing.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { optionsOf } from '../links/forms/choices.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { longDay } from '@linking/words/format.js';

/** One thing that is said of the briefings of a venue. */
export interface BriefingForm {
  /** Last part of its address. */
  readonly what: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: (venue: Venue) => readonly FormField[];
  readonly values: (venue: Venue, today: string) => FormView['values'];
  readonly submitLabel: string;
  readonly read: (posted: PostedForm, venue: Venue, sender: Sender) => Command<Venue>;
  /** What is said when it is recorded. */
  readonly done: string;
}

export const briefing: BriefingForm = {
  what: 'brief',
  title: 'The people there were briefed',
  intro: 'They know the programme, and help the classes to work together.',
  fields: () => [{ kind: 'date', name: 'on', label: 'When were they briefed?' }],
  values: (_, today) => dateValues('on', today),
  submitLabel: 'Record the briefing',
  read: (posted, { venueId }, sender) => {
    const on = posted.day('on', 'Enter the day on which they were briefed');
    return new BriefVenue(venueId, on, sender, posted.revision());
  },
  done: 'The briefing is recorded.',
};

const mistakes = ['typing-error', 'did-not-happen', 'other-venue', 'other'];

export const voiding: BriefingForm = {
  what: 'void-briefing',
  title: 'A briefing is wrong',
  intro: 'It stays in the log and counts no more. Then record the right day.',
  fields: ({ briefings }) => [
    {
      kind: 'radios',
      name: 'on',
      label: 'Which briefing is wrong?',
      options: briefings.toReversed().map((day) => ({ value: day, label: longDay(day) })),
    },
    {
      kind: 'select',
      name: 'reasonCode',
      label: 'Why does it not count?',
      options: [{ value: '', label: 'Choose a reason' }, ...optionsOf(mistakes)],
    },
  ],
  values: ({ briefings }) => ({ on: briefings.at(-1) ?? '' }),
  submitLabel: 'Take it out',
  read: (posted, { venueId, briefings }, sender) => {
    const on = posted.oneOf('on', briefings, 'Choose the briefing that is wrong');
    const reasonCode = posted.oneOf('reasonCode', mistakes, 'Choose a reason');
    return new VoidBriefing(venueId, { on, reasonCode }, sender, posted.revision());
  },
  done: 'This briefing counts no more. Record the right day, if there was one.',
};
