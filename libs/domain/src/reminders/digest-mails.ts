import { programmeStream } from '@linking/events/streams.js';
import { dayNumber, dayOf, mondayOf } from '../calendar/day-numbers.js';
import { addDays } from '../calendar/london.js';
import { addWorkingDays, isWorkingDay } from '../calendar/school-days.js';
import { wantsDigest, type Programme } from '../programme/programme.js';
import { programmeKey } from './interest-mails.js';
import { mailId, type WantedMail } from './wanted-mail.js';

/** Both days included, London. */
export interface DaysBetween {
  readonly from: string;
  readonly to: string;
}

/** What the lists of a programme depend on. */
export type DigestProgramme = Pick<Programme, 'slug' | 'state' | 'mailboxId' | 'digestsOff'>;

/** Whose correspondence the figures of the national office are. */
export const OFFICE_FIGURES = 'office-figures';

/**
 * The lists that the calendar asks for in these days: N27 on the first working day of a week, N28 on each working day. Whether
 * there is anything to say is known on the day. A programme without a mailbox gets none, nor does one that is not in the network.
 */
export function planProgrammeDigests(programme: DigestProgramme, days: DaysBetween): readonly WantedMail[] {
  const { slug, state, mailboxId } = programme;
  if (mailboxId === undefined || state === 'proposed' || state === 'left') return [];
  const to = {
    subject: programmeStream(slug),
    programme: slug,
    personId: programmeKey(slug),
    mailbox: 'programme',
    kind: 'scheduled',
  } as const;
  return workingDays(days).flatMap((day): readonly WantedMail[] => {
    const monday = dayOf(mondayOf(dayNumber(day)));
    const weekly: WantedMail = {
      ...to,
      step: 'week',
      anchorDate: monday,
      dueOn: day,
      content: { rule: 'N27', programme: slug, monday, day },
    };
    const daily: WantedMail = {
      ...to,
      step: 'day',
      anchorDate: day,
      dueOn: day,
      content: { rule: 'N28', programme: slug, day, since: addWorkingDays(day, -1) },
    };
    return [
      ...(wantsDigest(programme, 'weekly-list') && isFirstOf('week', day) ? [weekly] : []),
      ...(wantsDigest(programme, 'daily-list') ? [daily] : []),
    ];
  });
}

/** N29, to each person of the national office on the first working day of a month. */
export function planOfficeDigests(userIds: readonly string[], days: DaysBetween): readonly WantedMail[] {
  return workingDays(days)
    .filter((day) => isFirstOf('month', day))
    .flatMap((day) => {
      const month = day.slice(0, 7);
      return userIds.map((personId): WantedMail => ({
        subject: OFFICE_FIGURES,
        programme: '',
        step: 'month',
        anchorDate: `${month}-01`,
        personId,
        mailbox: 'user',
        kind: 'scheduled',
        dueOn: day,
        content: { rule: 'N29', month, day },
      }));
    });
}

/** How far back a daily list goes when none went before. */
export const NEWS_OF_DAYS = 7;

/**
 * The digest of this name, as it was asked for.
 * @param wasSent whether a daily list went: the next one goes on where it ended
 */
export function digestOfId(id: string, wasSent: (id: string) => boolean): WantedMail | undefined {
  const [subject = '', , , anchorDate = '', personId = ''] = id.split('.');
  if (!/^\d{4}-\d\d-\d\d$/.test(anchorDate)) return undefined;
  const days = { from: anchorDate, to: addDays(anchorDate, NEWS_OF_DAYS) };
  const slug = subject.slice(programmeStream('').length);
  const planned =
    subject === OFFICE_FIGURES
      ? planOfficeDigests([personId], days)
      : subject === programmeStream(slug)
        ? planProgrammeDigests({ slug, state: 'active', mailboxId: '' }, days)
        : [];
  const mail = planned.find((it) => mailId(it) === id);
  if (mail?.content.rule !== 'N28') return mail;
  const before = Array.from({ length: NEWS_OF_DAYS }, (_, index) => addDays(anchorDate, -1 - index));
  const last = before.find((day) => wasSent(mailId({ ...mail, anchorDate: day })));
  return { ...mail, content: { ...mail.content, since: last ?? addDays(anchorDate, -NEWS_OF_DAYS) } };
}

/** No other working day of its week or month comes before it. */
function isFirstOf(span: 'week' | 'month', day: string): boolean {
  const before = addWorkingDays(day, -1);
  const start = span === 'week' ? dayOf(mondayOf(dayNumber(day))) : `${day.slice(0, 7)}-01`;
  return before < start;
}

function workingDays({ from, to }: DaysBetween): readonly string[] {
  const days: string[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number += 1) days.push(dayOf(number));
  return days.filter((day) => isWorkingDay(day));
}
