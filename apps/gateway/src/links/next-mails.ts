import { goesAt, type SchoolYearsOf } from '@linking/application/mails/goes-at.js';
import type { Mail } from '@linking/application/mails/mail.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { NextMailView } from '../pages/links/link-view.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { shortDay } from '@linking/words/format.js';
import { sideText } from '@linking/words/link-terms.js';
import { together } from './together.js';

/** What goes next about a link, a line a day and rule, and to whom in roles: people may change until then. */
export function nextMailsView(
  link: Link,
  mails: readonly Mail[],
  names: LinkNames,
  { now, schoolYears }: { readonly now: string; readonly schoolYears: SchoolYearsOf },
): readonly NextMailView[] {
  const goes = goesAt(now, schoolYears);
  return together(mails, (mail) => `${goesOn(mail, goes)} ${mail.content.rule} ${mail.heldUntil ?? ''}`)
    .map((group) => ({
      day: goesOn(group[0], goes),
      ...heldOf(group[0], now),
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

function heldOf({ heldUntil }: Mail, now: string): Pick<NextMailView, 'held'> {
  if (heldUntil === undefined || heldUntil <= londonDay(now)) return {};
  return { held: heldUntil === WITHOUT_END ? 'Held' : `Held until ${shortDay(heldUntil)}` };
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
