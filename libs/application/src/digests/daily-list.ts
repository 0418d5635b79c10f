import type pg from 'pg';
import { londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import type { LinkEvent } from '@linking/events/link/link-events.js';
import type { ListHeading } from '@linking/notices/n27-weekly-list.js';
import { linksByRef } from '@linking/projections/link-board/link-board-queries.js';
import {
  activityBetween,
  mailsEndedBetween,
  type ActivityLine,
} from '@linking/projections/link-history/link-history.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { weekdayDay } from '@linking/words/format.js';
import { listText, sideText } from '@linking/words/link-terms.js';
import { scopeCondition } from '../accounts/scope.js';
import { linkNames } from '../links/link-names.js';
import { bouncedPeople, type BouncesKnown } from '../mails/bounces/bounced-people.js';
import { mailsInTrouble } from '../mails/mail-troubles.js';
import { attentionNames } from '../today/attention-names.js';
import type { AttentionItem } from '../today/attention.js';
import { attentionEntry, LINES, listHeading, numbered } from './list-of-items.js';
import { scopeOfProgramme } from './weekly-list.js';

/** What a school or its coordinator took back, by the heading it stands under. */
const DECLINED = ['ProposalDeclined', 'AgreementDeclined', 'AgreementRevoked', 'LinkNotFormed'];
const CANCELLED = ['MeetingCancelled', 'MeetingMovedOnline', 'LinkWithdrawn', 'LinkPaused'];

/** A list has what was recorded before this hour, so that it waits for no read model and shows the same afterwards. */
const CLOSES = '07:00';

export interface DailyList {
  /** Mails that reached nobody, as the page Today shows them. */
  readonly bounced: readonly Extract<AttentionItem, { readonly kind: 'mail' | 'bounced' }>[];
  readonly declined: readonly ActivityLine[];
  readonly cancelled: readonly ActivityLine[];
}

export interface DailyQuery {
  readonly programme: string;
  /** London days: what was recorded between their mornings. */
  readonly since: string;
  readonly day: string;
  readonly now: string;
}

/** What came between two mornings, from the sources of the page Today: its mails in trouble and its latest. */
export async function readDailyList(
  known: BouncesKnown,
  { programme, since, day, now }: DailyQuery,
): Promise<DailyList> {
  const { pool } = known;
  const scope = scopeOfProgramme(programme);
  const window = { from: londonInstant(since, CLOSES), until: londonInstant(day, CLOSES) };
  const [troubles, back, activity] = await Promise.all([
    mailsInTrouble(pool, { programmes: [programme], now }),
    bouncedPeople(known, [programme]),
    activityBetween(pool, {
      ...window,
      scope: (params, columns) => scopeCondition(scope, params, columns),
      programme,
      types: [...DECLINED, ...CANCELLED],
    }),
  ]);
  // That a list did not arrive is not told by a list.
  const items = [
    ...back.map((one) => ({ kind: 'bounced', ...one }) as const),
    ...troubles
      .filter(({ personId }) => !back.some((one) => one.personId === personId))
      .map((mail) => ({ kind: 'mail', programme: mail.programme, mail }) as const),
  ].filter(({ mail }) => mail.content.rule !== 'N27' && mail.content.rule !== 'N28');
  const ended = await mailsEndedBetween(pool, { ...window, mailIds: items.map(({ mail }) => mail.id) });
  return {
    bounced: items.filter(({ mail }) => ended.has(mail.id)),
    declined: withoutEchoes(activity.filter(({ type }) => DECLINED.includes(type))),
    cancelled: activity.filter(({ type }) => CANCELLED.includes(type)),
  };
}

/** That a link was not formed says nothing more where a school said no. */
const withoutEchoes = (lines: readonly ActivityLine[]) =>
  lines.filter(
    (line) =>
      line.type !== 'LinkNotFormed' ||
      lines.every(({ ref, type }) => ref !== line.ref || type === 'LinkNotFormed'),
  );

export const isEmpty = ({ bounced, declined, cancelled }: DailyList): boolean =>
  bounced.length + declined.length + cancelled.length === 0;

/** The list in words, heading by heading. */
export async function dailyHeadings(
  pool: pg.Pool,
  { bounced, declined, cancelled }: DailyList,
  { programme, today }: { readonly programme: string; readonly today: string },
  publicUrl: string,
): Promise<readonly ListHeading[]> {
  const query = new URLSearchParams({ programme }).toString();
  const names = await attentionNames(pool, bounced.slice(0, LINES));
  const [no, off] = [declined, cancelled].map((lines) => lines.slice(0, LINES)) as [
    ActivityLine[],
    ActivityLine[],
  ];
  const entry = await activityEntry(pool, [...no, ...off], publicUrl);
  return [
    listHeading({
      title: 'Did not arrive',
      counted: 'not arrived',
      items: bounced,
      entry: attentionEntry({ today, names }, publicUrl),
      href: `${publicUrl}/today/attention?${query}`,
    }),
    listHeading({
      title: 'Declined',
      counted: 'declined',
      items: declined,
      entry,
      href: `${publicUrl}/today?${query}`,
    }),
    listHeading({
      title: 'Cancelled, put online or paused',
      counted: 'cancelled',
      items: cancelled,
      entry,
      href: `${publicUrl}/today?${query}`,
    }),
  ];
}

/** A fact in the sentence of the history. */
async function activityEntry(pool: pg.Pool, lines: readonly ActivityLine[], publicUrl: string) {
  const links = await linksByRef(
    pool,
    lines.map(({ ref }) => ref),
  );
  const names = await linkNames(
    pool,
    links.flatMap(({ entries }) => entries.map(({ event }) => event)),
  );
  return (line: ActivityLine): ListHeading['entries'][number] => {
    const link = links.find(({ ref }) => ref === line.ref);
    const href = `${publicUrl}/links/${line.ref}`;
    if (link === undefined) return { title: line.ref, href, lines: [] };
    // The history has read no type that the published language does not know.
    const event = { type: line.type, data: line.data } as LinkEvent;
    const { headline } = historySentence(event, link, names);
    return {
      title: listText([sideText(link, 'a', names), sideText(link, 'b', names)]),
      href,
      lines: [
        numbered(line.ref, `${headline}, recorded ${weekdayDay(londonDay(line.recordedAt))}.`),
        `To do: ${todo(line.type)}.`,
      ],
    };
  };
}

const todo = (type: string) =>
  type === 'MeetingCancelled'
    ? 'agree a new date'
    : type === 'MeetingMovedOnline'
      ? 'check that both schools know how to join'
      : type === 'LinkPaused'
        ? 'note when to ask again'
        : 'decide what follows, and tell the other school';
