import { mailStandings, type FoundMail, type MailStanding } from '@linking/application/mails/find-mails.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import type { Mail, MailStatus } from '@linking/application/mails/mail.js';
import type { ShownMail } from '@linking/application/mails/outbox.js';
import type { CalendarEntry } from '@linking/notices/calendar/calendar-entry.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { TagView } from '../pages/components/tag.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { fullDay, fullMoment, longDay } from '@linking/words/format.js';
import type { MailView, OutboxRowView, OutboxView } from '../pages/outbox/outbox-view.js';
import { mailReason } from '../links/mail-reasons.js';
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
  const { found, people, programmes, filter, next, sendsOut } = material;
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
      search: { name: 'q', label: 'Link number, title or recipient', value: filter.q },
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
    rows: found.map((one) => rowOf(one, people)),
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

function rowOf({ mail, at, items }: FoundMail, people: OutboxMaterial['people']): OutboxRowView {
  const [, ...others] = [mail.content.rule, ...withoutFirst(items, mail.content.rule)];
  return {
    id: mail.id,
    href: mailHref(mail.id),
    subject: mailTitles[mail.content.rule],
    ...(others.length === 0 ? {} : { also: `with ${others.map((rule) => mailTitles[rule]).join(', ')}` }),
    rule: `${mail.content.rule} · ${capital(codeText(mail.step.replace(/-[ab](?=-|$)/, '').replace(/-v\d+$/, '')))}`,
    to:
      mail.mailbox === 'programme' || mail.mailbox === 'venue'
        ? mailboxNames[mail.mailbox]
        : addressOf(people.get(mail.personId)),
    at,
    status: mailTags[mail.status],
    link: pageOfMail(mail),
  };
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

const heldSentence = (until: string | undefined): string =>
  until === undefined || until === WITHOUT_END
    ? 'It is held, and waits until it is released.'
    : `It is held until ${longDay(until)}.`;
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
function outcomeOf({ status, reason, heldUntil }: Mail): string {
  if (reason === undefined) return '';
  if (reason === 'bounced') return bouncedWords[status];
  switch (status) {
    case 'planned':
    case 'queued':
    case 'sending':
      if (reason === 'held') return ` ${heldSentence(heldUntil)}`;
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
  { mail, to, rendered, leftWith }: Pick<ShownMail, 'mail' | 'to' | 'rendered' | 'leftWith'>,
  from: string,
  address: string | undefined,
  calendar?: CalendarEntry,
): MailView {
  const { status, sentAt, dueAt, content } = mail;
  return {
    subject: rendered.subject,
    status: mailTags[status],
    headers: [
      { name: 'From', value: from },
      { name: 'To', value: addressOf({ name: to.name, email: to.email ?? null }) },
      sentAt === undefined
        ? { name: 'Due', value: fullMoment(dueAt) }
        : { name: 'Date', value: fullMoment(sentAt) },
      { name: 'Message-ID', value: mail.messageId },
    ],
    link: pageOfMail(mail),
    htmlSrc: `${mailHref(mail.id)}/html`,
    text: rendered.text,
    ...(status === 'sent' && isList(content.rule) ? { shownAsOfNow: LISTED_NOW } : {}),
    why: whyOf(mail, leftWith),
    ...(calendar === undefined ? {} : { calendar: calendarOf(calendar, mail.id) }),
    ...(address === undefined ? {} : { demoLink: { href: address, label: doorLabel(content) } }),
  };
}

/** What the weekly and daily lists and the figures say is read when they are made, and kept nowhere. */
const isList = (rule: MailRule) => rule === 'N27' || rule === 'N28' || rule === 'N29';
const LISTED_NOW =
  'Drawn from the records of today. When it left it said what they said then: that is in the mailbox, and kept nowhere else.';

/** One sentence a rule: what left together was merged because it was due on the same day. */
function whyOf(mail: Mail, leftWith: readonly Mail[]): MailView['why'] {
  if (leftWith.length < 2) {
    return [{ sentence: `${mailReason(mail.content.rule)}${outcomeOf(mail)}` }];
  }
  const rules = [...new Set(leftWith.map(({ content }) => content.rule))];
  const leave = mail.status === 'sent' ? 'left' : 'leave';
  const together = `${leftWith.length} mails of this day to the same person ${leave} as one.${outcomeOf(mail)}`;
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
