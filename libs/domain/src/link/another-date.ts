import { Refusal } from '../refusal.js';
import { dayAndMonth } from '../calendar/words.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, sameContent, type Decided } from './decided.js';
import type { Link } from './link.js';
import { plannedMeeting } from './meetings.js';

/** A school would rather meet on another day; its coordinator moves the meeting, or says why its day stands. */
export function askForAnotherDate(
  command: CommandOf<'AskForAnotherDate'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { number, side, on, reasonCode } = command;
  const meeting = plannedMeeting(link, number);
  if (on === meeting.on) {
    throw new Refusal('MEETING_ALREADY_PLANNED', `It is already planned for ${dayAndMonth(on)}.`, {
      nextStep: 'Suggest another day, or none.',
    });
  }
  const asked = { ...(on === undefined ? {} : { on }), reasonCode };
  const known = meeting.asked?.[side];
  if (
    known !== undefined &&
    sameContent({ on: known.on, reasonCode: known.reasonCode }, { on, reasonCode })
  ) {
    if (known.declined === undefined) return [];
  }
  return [fact(occasion, 'AnotherDateAsked', { number, side, ...asked, ...note(occasion) })];
}

/** Throws ANOTHER_DATE_NOT_ASKED when that school has not asked. */
export function declineAnotherDate(
  { number, side, reasonCode }: CommandOf<'DeclineAnotherDate'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const asked = plannedMeeting(link, number).asked?.[side];
  if (asked === undefined) {
    throw new Refusal('ANOTHER_DATE_NOT_ASKED', 'This school has not asked for another date.', {
      nextStep: 'Choose the school that has, or move the meeting.',
    });
  }
  if (asked.declined === reasonCode) return [];
  return [fact(occasion, 'AnotherDateDeclined', { number, side, reasonCode, ...note(occasion) })];
}
