import type pg from 'pg';
import { scopeCondition } from '@linking/application/accounts/scope.js';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import type { Link } from '@linking/domain/link/link.js';
import type { LinkEvent } from '@linking/events/link/link-events.js';
import { linksByRef } from '@linking/projections/link-board/link-board-queries.js';
import {
  latestActivity,
  latestMails,
  type ActivityLine,
  type MailsOfDay,
} from '@linking/projections/link-history/link-history.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { linkNames, type LinkNames } from '@linking/application/links/link-names.js';
import { listText, sideText } from '@linking/words/link-terms.js';
import { counted, shortDay } from '@linking/words/format.js';
import type { LatestLineView } from '../pages/today/today-view.js';
import { daysBetween, weekdayName } from '@linking/application/today/days-text.js';
import type { TodayQuery } from '@linking/application/today/read-attention.js';

const LINES = 6;
const A_WEEK = 7 * 86_400_000;

/** The last that happened, in sentences: facts one by one, mails counted by day. */
export async function readLatest(pool: pg.Pool, query: TodayQuery): Promise<readonly LatestLineView[]> {
  const { scope, programme, now, today } = query;
  const asked = {
    scope: (params: unknown[], columns: readonly string[]) => scopeCondition(scope, params, columns),
    ...(programme === undefined ? {} : { programme }),
    limit: LINES,
  };
  const since = new Date(Date.parse(now) - A_WEEK).toISOString();
  const [lines, mails] = await Promise.all([
    latestActivity(pool, asked),
    latestMails(pool, { ...asked, since }),
  ]);
  const links = await linksByRef(
    pool,
    lines.map(({ ref }) => ref),
  );
  const names = await linkNames(
    pool,
    links.flatMap(({ entries }) => entries.map(({ event }) => event)),
  );
  const said = [
    ...lines.flatMap((line) => {
      const link = links.find(({ ref }) => ref === line.ref);
      return link === undefined ? [] : [lineOf(line, link, names, today)];
    }),
    ...mails.flatMap((ofDay) => mailLine(ofDay, today)),
  ];
  return said.toSorted((x, y) => (x.moment < y.moment ? 1 : x.moment > y.moment ? -1 : 0)).slice(0, LINES);
}

function lineOf(line: ActivityLine, link: Link, names: LinkNames, today: string): LatestLineView {
  // The board has read no type that the published language does not know.
  const event = { type: line.type, data: line.data } as LinkEvent;
  const schools = listText([sideText(link, 'a', names), sideText(link, 'b', names)]);
  return {
    key: line.id,
    when: whenOf(line.recordedAt, today),
    moment: line.recordedAt,
    headline: historySentence(event, link, names).headline,
    href: `/links/${line.ref}`,
    small: `${line.ref} · ${schools}`,
  };
}

function mailLine({ day, type, count, lastAt }: MailsOfDay, today: string): readonly LatestLineView[] {
  const words = mailWords[type];
  if (words === undefined) return [];
  return [{ key: `${day} ${type}`, when: whenOf(lastAt, today), moment: lastAt, headline: words(count) }];
}

const mailWords: Readonly<Record<string, (count: number) => string>> = {
  ReminderSent: (count) => `Schools Linking sent ${counted(count, 'mail')}`,
  ReminderSkipped: (count) => `${counted(count, 'mail was', 'mails were')} not sent, with the reason`,
  CoordinatorEscalated: (count) => `${counted(count, 'overdue step')} became more urgent`,
  ReminderFailed: (count) => `${counted(count, 'mail')} reached nobody`,
  MessageBounced: (count) => `${counted(count, 'mail')} came back`,
  MailWritten: (count) => `${counted(count, 'mail was', 'mails were')} written to chosen people`,
  MailAskedAgain: (count) => `${counted(count, 'mail was', 'mails were')} asked for once more`,
  AddressConfirmed: (count) => `${counted(count, 'address', 'addresses')} to be tried again`,
};

/** `08:42` of today, `Fri` of the last six days, `9 Nov` before. */
export function whenOf(moment: string, today: string): string {
  const day = londonDay(moment);
  if (day === today) return londonTime(moment);
  return daysBetween(day, today) < 7 ? weekdayName(day) : shortDay(day);
}
