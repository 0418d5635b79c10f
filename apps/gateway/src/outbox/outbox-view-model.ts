import { mailStandings, type FoundMail, type MailStanding } from '@linking/application/mails/find-mails.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import { goesAt, type SchoolYearsOf } from '@linking/application/mails/goes-at.js';
import { heldFromGoing } from '@linking/application/mails/held-until.js';
import type { Mail, MailStatus } from '@linking/application/mails/mail.js';
import type { ShownMail } from '@linking/application/mails/outbox.js';
import type { CalendarEntry } from '@linking/notices/calendar/calendar-entry.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { TagView } from '../pages/components/tag.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { fullDay, fullMoment } from '@linking/words/format.js';
import type { MailView, OutboxRowView, OutboxView } from '../pages/outbox/outbox-view.js';
import { mailReason } from '../links/mail-reasons.js';
import { heldLabel, heldWords } from './held-words.js';
import { capital, codeText } from '@linking/words/link-terms.js';

export const mailTags: Readonly<Record<MailStatus, TagView>> = {
  planned: { tone: 'blue', text: 'Planned' },
  queued: { tone: 'blue', text: 'Planned' },
  sending: { tone: 'blue', text: 'On its way' },
  sent: { tone: 'green', text: 'Sent' },
  skipped: { tone: 'grey', text: 'Not sent' },
  failed: { tone: 'red', text: 'Failed' },
  cancelled: { tone: 'grey', text: 'Cancelled' },
};

/** What waits because somebody holds it is not on its way. */
function tagOf(mail: Mail, now: string): TagView {
  const held = heldFromGoing(mail, now);
  return held === undefined ? mailTags[mail.status] : { tone: 'amber', text: heldLabel(held) };
}

export interface OutboxFilter {
  /** Words, or the reference of a link. */
  readonly q: string;
  readonly status: string;
  readonly programme: string;
  /** London day, or empty. */
  readonly day: string;
}

export interface OutboxMaterial {
  readonly found: readonly FoundMail[];
  /** Readers by id, with or without an account. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly email: string | null }>;
  /** Those the reader sees; the choice is there when they are several. */
  readonly programmes: readonly { readonly slug: string; readonly name: string }[];
  readonly filter: OutboxFilter;
  /** Cursor of the next page; absent at the end. */
  readonly next?: string;
  /** A mail server is named in the settings. */
  readonly sendsOut: boolean;
  /** Instant of the clock port. */
  readonly now: string;
  /** Of the readers of what is held: they decide on which day it goes. */
  readonly schoolYears: SchoolYearsOf;
}

const standingNames: Readonly<Record<MailStanding, string>> = {
  planned: 'Planned',
  sent: 'Sent',
  failed: 'Failed',
  skipped: 'Not sent',
  cancelled: 'Cancelled',
};

const ALL = { value: '', label: 'All' };

export function outboxView(material: OutboxMaterial): OutboxView {
  const { found, programmes, filter, next, sendsOut } = material;
  const filtered = Object.values(filter).some((value) => value !== '');
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams([...set, ...(next === undefined ? [] : [['after', next]])]);
  const where = sendsOut
    ? 'Mails are kept here to be read, and go out through the mail server.'
    : 'Mails are kept here to be read; none leaves this machine.';
  return {
    lead: `${whichMails(filter)} ${where}`,
    other:
      filter.status === 'planned'
        ? { href: '/outbox', label: 'What has gone out' }
        : { href: '/outbox?status=planned', label: 'What goes out next' },
    filters: {
      action: '/outbox',
      search: { name: 'q', label: 'Link number, title, subject or recipient', value: filter.q },
      selects: [
        {
          name: 'status',
          label: 'Status',
          value: filter.status,
          options: [
            { value: '', label: 'Until now' },
            ...mailStandings.map((value) => ({ value, label: standingNames[value] })),
          ],
        },
        ...(programmes.length < 2
          ? []
          : [
              {
                name: 'programme',
                label: 'Programme',
                value: filter.programme,
                options: [ALL, ...programmes.map(({ slug, name }) => ({ value: slug, label: name }))],
              },
            ]),
      ],
      kept: filter.day === '' ? {} : { day: filter.day },
      ...(filtered ? { clearHref: '/outbox' } : {}),
    },
    rows: found.map((one) => rowOf(one, material)),
    more: { shown: found.length, ...(next === undefined ? {} : { href: `/outbox?${query.toString()}` }) },
    empty: filtered
      ? {
          title: 'No mail matches',
          sentence: 'Take a filter away.',
          onward: { href: '/outbox', label: 'Show all mails' },
        }
      : { title: 'Nothing has been sent', sentence: 'Mails appear here when something happens in a link.' },
  };
}

function whichMails({ day, status }: OutboxFilter): string {
  if (day !== '') return `Only the mails of ${fullDay(day)}.`;
  return status === 'planned'
    ? 'What goes out next, the soonest first.'
    : 'What has gone out, the latest first.';
}

function rowOf(one: FoundMail, { people, now, schoolYears }: OutboxMaterial): OutboxRowView {
  const { mail, items, written } = one;
  const [, ...others] = [mail.content.rule, ...withoutFirst(items, mail.content.rule)];
  return {
    id: mail.id,
    href: mailHref(mail.id),
    subject: written ?? mailTitles[mail.content.rule],
    ...(others.length === 0 ? {} : { also: `with ${others.map((rule) => mailTitles[rule]).join(', ')}` }),
    rule: written === undefined ? `${mail.content.rule} · ${stepText(mail)}` : mailTitles.written,
    to:
      mail.mailbox === 'programme' || mail.mailbox === 'venue'
        ? mailboxNames[mail.mailbox]
        : addressOf(people.get(mail.personId)),
    ...whenOf(one, now, schoolYears),
    status: tagOf(mail, now),
    link: pageOfMail(mail),
  };
}

const stepText = ({ step }: Mail) =>
  capital(codeText(step.replace(/-[ab](?=-|$)/, '').replace(/-v\d+$/, '')));

/** What is held goes when the hold is over and its reader has a school day; nobody knows when somebody releases it. */
function whenOf({ mail, at }: FoundMail, now: string, schoolYears: SchoolYearsOf): { readonly at?: string } {
  const held = heldFromGoing(mail, now);
  if (held === WITHOUT_END) return {};
  return { at: held === undefined ? at : goesAt(now, schoolYears)(mail) };
}

function withoutFirst<Item>(items: readonly Item[], item: Item): readonly Item[] {
  const at = items.indexOf(item);
  return at < 0 ? items : items.toSpliced(at, 1);
}

const mailboxNames = { programme: 'the programme’s mailbox', venue: 'the venue' } as const;

const addressOf = (person: { readonly name: string; readonly email: string | null } | undefined) =>
  person === undefined
    ? 'somebody who is no longer known by name'
    : person.email === null
      ? person.name
      : `${person.name} <${person.email}>`;

export const mailHref = (id: string) => `/outbox/${encodeURIComponent(id)}`;

const WAITS =
  ' It waits: mails to this address came back. It goes when another address is entered or this one is confirmed.';
const NOT_IN_TIME = ' It was not sent: mails to this address came back, and there was no other in time.';

const bouncedWords: Readonly<Record<MailStatus, string>> = {
  planned: WAITS,
  queued: WAITS,
  sending: WAITS,
  sent: '',
  failed: ' It left, and came back later.',
  skipped: NOT_IN_TIME,
  cancelled: '',
};

/** What has to be said of a mail that did not simply go. */
function outcomeOf(mail: Mail, now: string): string {
  const { status, reason } = mail;
  if (reason === 'bounced') return bouncedWords[status];
  const held = heldFromGoing(mail, now);
  if (held !== undefined) return ` It is ${heldWords(held)}.`;
  if (reason === undefined) return '';
  switch (status) {
    case 'planned':
    case 'queued':
    case 'sending':
      // The hold is over, or ends before the mail is due.
      if (reason === 'held') return '';
      return ` It waits and is tried again: ${codeText(reason)}.`;
    case 'sent':
      return ' An earlier try may have arrived as well: it then has the same Message-ID.';
    case 'skipped':
    case 'failed':
    case 'cancelled':
      return ` It was not sent: ${codeText(reason)}.`;
  }
}

/** @param address the page behind the button; a personal one in the demonstration only */
export function mailView(
  shown: Omit<ShownMail, 'address'>,
  now: string,
  address: string | undefined,
  calendar?: CalendarEntry,
): MailView {
  const { mail, from, replyTo, to, rendered, leftWith } = shown;
  const { status, sentAt, content } = mail;
  return {
    subject: rendered.subject,
    status: tagOf(mail, now),
    headers: [
      { name: 'From', value: addressOf(from) },
      { name: 'Reply-To', value: addressOf(replyTo) },
      { name: 'To', value: addressOf({ name: to.name, email: to.email ?? null }) },
      sentAt === undefined
        ? { name: 'Due', value: dueText(mail, now) }
        : { name: 'Date', value: fullMoment(sentAt) },
      { name: 'Message-ID', value: mail.messageId },
    ],
    link: pageOfMail(mail),
    htmlSrc: `${mailHref(mail.id)}/html`,
    text: rendered.text,
    ...(status === 'sent' && isList(content.rule) ? { shownAsOfNow: LISTED_NOW } : {}),
    why: whyOf(mail, leftWith, now),
    ...(calendar === undefined ? {} : { calendar: calendarOf(calendar, mail.id) }),
    ...(address === undefined ? {} : { demoLink: { href: address, label: doorLabel(content) } }),
  };
}

function dueText(mail: Mail, now: string): string {
  const held = heldFromGoing(mail, now);
  return `${fullMoment(mail.dueAt)}${held === undefined ? '' : `, ${heldWords(held)}`}`;
}

/** What the weekly and daily lists and the figures say is read when they are made, and kept nowhere. */
const isList = (rule: MailRule) => rule === 'N27' || rule === 'N28' || rule === 'N29';
const LISTED_NOW =
  'Drawn from the records of today. When it left it said what they said then: that is in the mailbox, and kept nowhere else.';

/** One sentence a rule: what left together was merged because it was due on the same day. */
function whyOf(mail: Mail, leftWith: readonly Mail[], now: string): MailView['why'] {
  if (leftWith.length < 2) {
    return [{ sentence: `${mailReason(mail.content.rule)}${outcomeOf(mail, now)}` }];
  }
  const rules = [...new Set(leftWith.map(({ content }) => content.rule))];
  const leave = mail.status === 'sent' ? 'left' : 'leave';
  const together = `${leftWith.length} mails of this day to the same person ${leave} as one.${outcomeOf(mail, now)}`;
  return [
    { sentence: together },
    ...rules.map((rule) => ({ title: mailTitles[rule], sentence: mailReason(rule) })),
  ];
}

function calendarOf(entry: CalendarEntry, id: string): NonNullable<MailView['calendar']> {
  const { summary, day, startsAt, endsAt, location, sequence } = entry;
  return {
    what: entry.status === 'CANCELLED' ? 'Takes the appointment out again.' : 'Puts the appointment in.',
    rows: [
      { name: 'What', value: summary },
      { name: 'When', value: `${fullDay(day)}, ${startsAt} to ${endsAt}` },
      ...(location === undefined ? [] : [{ name: 'Where', value: location }]),
      { name: 'Version', value: String(sequence + 1) },
    ],
    href: `${mailHref(id)}/entry.ics`,
  };
}

/** The page of what a mail is about. */
export function pageOfMail({ content }: Pick<Mail, 'content'>): LinkTo {
  if ('linkRef' in content) return { href: `/links/${content.linkRef}`, label: content.linkRef };
  if ('sessionId' in content) return { href: `/training/${content.sessionId}`, label: 'Training session' };
  if (content.rule === 'written') {
    const [ref = '', ...others] = content.linkRefs;
    return { href: `/links/${ref}`, label: others.length === 0 ? ref : `${ref} and ${others.length} more` };
  }
  if ('interestId' in content) return { href: `/interests/${content.interestId}`, label: 'Interest' };
  if ('grantId' in content) return { href: `/funders/${content.grantId}`, label: 'Grant' };
  if ('programme' in content) return { href: `/today?programme=${content.programme}`, label: 'Today' };
  return { href: '/today', label: 'Today' };
}

function doorLabel(content: Mail['content']): string {
  const { rule } = content;
  const signs = rule === 'N09' && content.audience === 'new-head';
  if (rule === 'N04' || rule === 'N05') return 'Open the page to answer';
  if (rule === 'N07' || rule === 'N08' || signs) return 'Open the signing page';
  if (rule === 'N31') return 'Open the page to name the teacher';
  if (isList(rule)) return 'Open Today';
  if (rule === 'N30') return 'Open the grant';
  if (rule === 'N06' || (rule === 'N25' && content.audience === 'programme')) return 'Open the link';
  return rule === 'N02' || rule === 'N03' ? 'Open the interest' : 'Open the teacher’s page';
}
