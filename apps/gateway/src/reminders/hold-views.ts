import type { HoldInForce } from '@linking/application/mails/rehearsal.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { holdReasons } from '@linking/events/programme/codes.js';
import type { HoldReason } from '@linking/events/programme/programme-events.js';
import { counted, longDay } from '@linking/words/format.js';
import type { HoldView } from '../pages/reminders/reminders-view.js';
import type { RemindersMaterial } from './rehearsal-view-model.js';

export const holdReasonNames: Readonly<Record<HoldReason, string>> = {
  'school-asked': 'The school asked',
  'date-not-certain': 'A date is not certain',
  illness: 'Illness',
  'loss-at-school': 'A loss at the school',
  'mails-look-wrong': 'The mails look wrong',
  other: 'Other',
};

export const holdReasonOptions = holdReasons.map((value) => ({ value, label: holdReasonNames[value] }));

/** What holds mails now, with the button that lets them go. */
export function holdViews({ rehearsed, parts }: RemindersMaterial): readonly HoldView[] {
  return rehearsed.holds.map((held): HoldView => {
    const { hold, mails } = held;
    const title = titleOf(held, mails);
    const by = rehearsed.heldBy.get(hold.holdId);
    const who = by === undefined ? '' : ` by ${by.name} on ${longDay(londonDay(by.at))}`;
    const end = hold.until === undefined ? 'until they are released' : `until ${longDay(hold.until)}`;
    return {
      key: hold.holdId,
      title,
      sentence: `Held${who} ${end}. ${holdReasonNames[hold.reasonCode]}.`,
      ...(rehearsed.mayChange
        ? {
            release: {
              ...parts(),
              action: '/reminders/release',
              label: 'Release',
              labelMore: title,
              hidden: { programme: rehearsed.programme.slug, holdId: hold.holdId },
            },
          }
        : {}),
    };
  });
}

function titleOf({ hold }: HoldInForce, mails: number): string {
  if (hold.mails !== undefined) return counted(mails, 'mail');
  if (hold.link !== undefined) return `${counted(mails, 'mail')} of ${hold.link}`;
  return `All mails: ${counted(mails, 'waits', 'wait')}`;
}
