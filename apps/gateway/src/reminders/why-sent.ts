import type { Mail } from '@linking/application/mails/mail.js';
import { dayNumber } from '@linking/domain/calendar/day-numbers.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { isSchoolDay, type SchoolCalendar } from '@linking/domain/calendar/school-days.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { counted, fullDay } from '@linking/words/format.js';
import { codeText, listText, meetingNames } from '@linking/words/link-terms.js';
import { mailReason } from '../links/mail-reasons.js';

export interface WhySent {
  readonly mail: Mail;
  /** London day on which it goes. */
  readonly day: string;
  /** London day on which this is read. */
  readonly today: string;
  /** Others that leave as one mail with it. */
  readonly company: readonly Mail[];
}

/** Why a mail will be sent, and why on this day, in sentences. */
export function whySent({ mail, day, today, company }: WhySent, calendar: SchoolCalendar): readonly string[] {
  const { moved } = mail;
  const dueOn = dueDay(mail);
  return [
    mailReason(mail.content.rule),
    datesOf(mail, moved?.from ?? dueOn, calendar, isHeld(mail, today)),
    ...(moved === undefined
      ? []
      : [
          `${fullDay(moved.from)} is closed (${moved.because}), so it goes on the school day ${
            dueOn < moved.from ? 'before' : 'after'
          }: ${fullDay(dueOn)}.`,
        ]),
    ...delayOf(mail, day, today),
    ...(company.length === 0
      ? []
      : [`It leaves as one mail with: ${listText(company.map(({ content }) => mailTitles[content.rule]))}.`]),
  ];
}

/** The London day of a scheduled mail's hour. */
const dueDay = ({ dueAt }: Pick<Mail, 'dueAt'>) => dueAt.slice(0, 10);

const isHeld = ({ heldUntil }: Mail, today: string): boolean => heldUntil !== undefined && heldUntil > today;

/** Why it goes later than on the day that its dates ask for. */
function delayOf(mail: Mail, day: string, today: string): readonly string[] {
  const dueOn = dueDay(mail);
  const { kind, heldUntil } = mail;
  const due = `It ${dueOn < today ? 'was' : 'is'} due on ${fullDay(dueOn)}`;
  if (heldUntil !== undefined && isHeld(mail, today) && heldUntil > dueOn) {
    const held = `is held until ${fullDay(heldUntil)}`;
    const next = day > heldUntil ? ', and goes when mails go next' : '';
    return [kind === 'immediate' ? `It ${held}${next}.` : `${due} and ${held}${next}.`];
  }
  return kind === 'scheduled' && day > dueOn ? [`${due} and goes when mails go next.`] : [];
}

function datesOf(
  { kind, content, anchorDate }: Mail,
  due: string,
  calendar: SchoolCalendar,
  held: boolean,
): string {
  if (kind === 'immediate') {
    return `It answers something that was just done${held ? '' : ', and goes at once'}.`;
  }
  if ('on' in content) {
    const days = dayNumber(content.on) - dayNumber(due);
    const what = 'number' in content ? meetingNames[content.number] : 'training';
    const when = days < 0 ? `${counted(-days, 'day')} after` : `${counted(days, 'day')} before`;
    return `${'number' in content ? `The ${what.toLowerCase()}` : `The ${what}`} is on ${fullDay(content.on)}: ${when} is ${fullDay(due)}.`;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(anchorDate)) return `It is due on ${fullDay(due)}.`;
  if (due < anchorDate) return `It is due on ${fullDay(due)}, before ${fullDay(anchorDate)}.`;
  if (due === anchorDate) return `It is due on ${fullDay(due)}, the day itself.`;
  const days = schoolDaysBetween(anchorDate, due, calendar);
  return `It counts from ${fullDay(anchorDate)}: ${counted(days, 'school day')} later is ${fullDay(due)}.`;
}

function schoolDaysBetween(from: string, to: string, calendar: SchoolCalendar): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isSchoolDay(day, calendar)) days += 1;
  return days;
}

/** Why a mail is not sent, or waits, as the end of "Not sent, because …". */
export function whyNot(reason: string): string {
  return Object.entries(reasons).find(([code]) => code === reason)?.[1] ?? codeText(reason);
}

const reasons: Readonly<Record<string, string>> = {
  held: 'it is held',
  bounced: 'the address bounced',
  'no-address': 'no e-mail address is known',
  'unusable-address': 'the e-mail address cannot be used',
  'too-late': 'it would come too late to help',
  unsubscribed: 'its reader stopped it',
  'was-never-announced': 'nobody was told of the appointment that it cancels',
  'mail-server-not-reachable': 'the mail server cannot be reached; it is tried again',
};
