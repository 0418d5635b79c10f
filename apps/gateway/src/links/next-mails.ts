import { goesAt, type SchoolYearsOf } from '@linking/application/mails/goes-at.js';
import { heldFromGoing } from '@linking/application/mails/held-until.js';
import type { Mail } from '@linking/application/mails/mail.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { NextMailView } from '../pages/links/link-view.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { sideText } from '@linking/words/link-terms.js';
import { heldLabel } from '../outbox/held-words.js';
import { whyNot } from '../reminders/why-sent.js';
import { together } from './together.js';

export interface Forecast {
  /** Instant of the clock port. */
  readonly now: string;
  readonly schoolYears: SchoolYearsOf;
  /** Those that will not be sent as things stand, by id, with a code such as `too-late`. */
  readonly never: ReadonlyMap<string, string>;
}

/**
 * What goes next about a link, a line a day and rule, and to whom in roles: people may change until then. What would come
 * too late is told as that.
 */
export function nextMailsView(
  link: Link,
  mails: readonly Mail[],
  names: LinkNames,
  { now, schoolYears, never }: Forecast,
): readonly NextMailView[] {
  const goes = goesAt(now, schoolYears);
  const wait = (mail: Mail) => waitOf(mail, now, never);
  return together(mails, (mail) =>
    [goesOn(mail, goes), mail.content.rule, ...Object.values(wait(mail))].join(' '),
  )
    .map((group) => ({
      day: goesOn(group[0], goes),
      ...wait(group[0]),
      title: mailTitles[group[0].content.rule],
      to: recipientsText(link, group, names),
    }))
    .toSorted((x, y) => x.day.localeCompare(y.day));
}

/** What waits until somebody releases it has no other day than the one on which it was due. */
function goesOn(mail: Mail, goes: ReturnType<typeof goesAt>): string {
  const { heldUntil, ...free } = mail;
  return londonDay(goes(heldUntil === WITHOUT_END ? free : mail));
}

function waitOf(mail: Mail, now: string, never: Forecast['never']): Pick<NextMailView, 'held' | 'never'> {
  const reason = never.get(mail.id);
  if (reason !== undefined) return { never: `Will not be sent: ${whyNot(reason)}` };
  const until = heldFromGoing(mail, now);
  return until === undefined ? {} : { held: heldLabel(until) };
}

function recipientsText(link: Link, mails: readonly Mail[], names: LinkNames): string {
  const people = new Set(mails.flatMap(({ mailbox, personId }) => (mailbox === undefined ? [personId] : [])));
  const groups = [
    roleText(link, names, people, 'teacher', (side) =>
      link.sides[side].teachers.map(({ teacherId }) => teacherId),
    ),
    roleText(link, names, people, 'headteacher', (side) => [link.sides[side].headId]),
    ...[...people].map((id) => names.personName(id) ?? 'somebody who is no longer known by name'),
    ...(mails.some(({ mailbox }) => mailbox === 'venue') ? ['the venue'] : []),
    ...(mails.some(({ mailbox }) => mailbox === 'programme') ? ['the programme’s mailbox'] : []),
  ].filter((text) => text !== '');
  return groups.length < 2 ? groups.join('') : `${groups.slice(0, -1).join(', ')} and ${groups.at(-1)}`;
}

/** Takes the people of a role out of those to be named: `both teachers`, `the teachers of Ash Primary`. */
function roleText(
  link: Link,
  names: LinkNames,
  people: Set<string>,
  role: string,
  of: (side: 'a' | 'b') => readonly string[],
): string {
  const found = bothSides.map((side) => ({ side, ids: of(side).filter((id) => people.has(id)) }));
  for (const { ids } of found) for (const id of ids) people.delete(id);
  const sides = found.filter(({ ids }) => ids.length > 0);
  const [only, other] = sides;
  if (only === undefined) return '';
  if (other === undefined) {
    return `the ${role}${only.ids.length > 1 ? 's' : ''} of ${sideText(link, only.side, names)}`;
  }
  return only.ids.length + other.ids.length === 2 ? `both ${role}s` : `the ${role}s of both schools`;
}
