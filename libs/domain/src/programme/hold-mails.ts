import type { ProgrammeEvent, ProgrammeEventData } from '@linking/events/programme/programme-events.js';
import { yearEnd } from '../calendar/academic-year.js';
import { academicYearOfDay } from '../calendar/school-calendar.js';
import { dayAndMonth, fullDate } from '../calendar/words.js';
import { sameContent } from '../link/decided.js';
import { holdsOn } from '../reminders/mail-holds.js';
import { Refusal } from '../refusal.js';
import type { Programme } from './programme.js';

/** Mails wait for a reason: some, those of one link, or all until a day of this academic year. */
export function holdMails(
  hold: ProgrammeEventData['MailsHeld'],
  today: string,
  programme: Programme,
): readonly ProgrammeEvent[] {
  const { mails, link, until } = hold;
  if (mails !== undefined && (link !== undefined || mails.length === 0)) {
    throw new Refusal('HOLD_OF_WHAT', 'Hold some mails, or those of one link, or all of them.', {
      nextStep: 'Tick the mails that are to wait.',
    });
  }
  if (mails === undefined && link === undefined && until === undefined) {
    throw new Refusal('HOLD_WITHOUT_END', 'All mails can be held until a day only.', {
      nextStep: 'Enter the day from which they go again.',
    });
  }
  if (until !== undefined) checkEnd(until, today);
  const { holdId: _, ...wanted } = hold;
  const stands = (programme.mailHolds ?? []).some((known) => {
    const { holdId: __, released: ___, ...what } = known;
    return holdsOn(known, today) && sameContent(what, wanted);
  });
  return stands ? [] : [{ type: 'MailsHeld', data: hold }];
}

function checkEnd(until: string, today: string): void {
  if (until <= today) {
    // A year that was typed wrong is seen only where it is said.
    const end = until.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(until) : fullDate(until);
    throw new Refusal('HOLD_ENDS_TOO_SOON', `${end} is not after today.`, {
      nextStep: 'Enter the day from which the mails go again.',
    });
  }
  const last = yearEnd(academicYearOfDay(today));
  if (until > last) {
    throw new Refusal('HOLD_TOO_LONG', `Mails can be held until ${dayAndMonth(last)} at most.`, {
      nextStep: 'Enter a day of this academic year.',
    });
  }
}

export function releaseMails(holdId: string, programme: Programme): readonly ProgrammeEvent[] {
  const known = programme.mailHolds?.find((hold) => hold.holdId === holdId);
  if (known === undefined) {
    throw new Refusal('HOLD_UNKNOWN', `${programme.name} holds no such mails.`, {
      nextStep: 'Choose one of those on the page of the reminders.',
    });
  }
  return known.released ? [] : [{ type: 'MailsReleased', data: { holdId } }];
}
