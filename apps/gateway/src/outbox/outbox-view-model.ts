import type { Mail, MailStatus } from '@linking/application/mails/mail.js';
import type { ShownMail } from '@linking/application/mails/outbox.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { TagView } from '../pages/components/tag.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { fullMoment } from '../pages/format.js';
import type { MailView, OutboxView } from '../pages/outbox/outbox-view.js';
import { mailReasons } from '../links/history-view-model.js';
import { capital, codeText } from '../links/link-terms.js';

export const mailTags: Readonly<Record<MailStatus, TagView>> = {
  planned: { tone: 'blue', text: 'Planned' },
  queued: { tone: 'blue', text: 'Planned' },
  sending: { tone: 'blue', text: 'On its way' },
  sent: { tone: 'green', text: 'Sent' },
  skipped: { tone: 'grey', text: 'Not sent' },
  failed: { tone: 'red', text: 'Failed' },
  cancelled: { tone: 'grey', text: 'Cancelled' },
};

export interface OutboxMaterial {
  readonly mails: readonly Mail[];
  readonly people: ReadonlyMap<string, { readonly name: string; readonly email: string | null }>;
  readonly link: string;
  readonly status: string;
  /** Cursor of the next page; absent at the end. */
  readonly next?: string;
  /** A mail server is named in the settings. */
  readonly sendsOut: boolean;
}

const statuses: readonly MailStatus[] = ['planned', 'sent', 'skipped', 'failed', 'cancelled'];

export function outboxView({ mails, people, link, status, next, sendsOut }: OutboxMaterial): OutboxView {
  const filtered = link !== '' || status !== '';
  const query = new URLSearchParams({ link, status, ...(next === undefined ? {} : { after: next }) });
  return {
    lead: sendsOut
      ? 'Every mail, the latest first. Mails are kept here to be read, and go out through the mail server.'
      : 'Every mail, the latest first. Mails are kept here to be read; none leaves this machine.',
    filters: {
      action: '/outbox',
      search: { name: 'link', label: 'Link number', value: link },
      selects: [
        {
          name: 'status',
          label: 'Status',
          value: status,
          options: [
            { value: '', label: 'All' },
            ...statuses.map((value) => ({ value, label: mailTags[value].text })),
          ],
        },
      ],
      ...(filtered ? { clearHref: '/outbox' } : {}),
    },
    rows: mails.map((mail) => ({
      id: mail.id,
      href: mailHref(mail.id),
      subject: mailTitles[mail.content.rule],
      rule: `${mail.content.rule} · ${capital(codeText(mail.step.replace(/-[ab](?=-|$)/, '')))}`,
      to: addressOf(people.get(mail.personId)),
      at: mail.sentAt ?? mail.dueAt,
      status: mailTags[mail.status],
      ...about(mail),
    })),
    more: { shown: mails.length, ...(next === undefined ? {} : { href: `/outbox?${query.toString()}` }) },
    empty: filtered
      ? {
          title: 'No mail matches',
          sentence: 'Take a filter away.',
          onward: { href: '/outbox', label: 'Show all mails' },
        }
      : { title: 'Nothing has been sent', sentence: 'Mails appear here when something happens in a link.' },
  };
}

const addressOf = (person: { readonly name: string; readonly email: string | null } | undefined) =>
  person === undefined
    ? 'somebody who is no longer known by name'
    : person.email === null
      ? person.name
      : `${person.name} <${person.email}>`;

export const mailHref = (id: string) => `/outbox/${encodeURIComponent(id)}`;

/** What has to be said of a mail that did not simply go. */
function outcomeOf({ status, reason }: Mail): string {
  if (reason === undefined) return '';
  switch (status) {
    case 'planned':
    case 'queued':
    case 'sending':
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
  { mail, to, rendered }: ShownMail,
  from: string,
  address: string | undefined,
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
    ...about(mail),
    htmlSrc: `${mailHref(mail.id)}/html`,
    text: rendered.text,
    why: `${mailReasons[content.rule] ?? `Rule ${content.rule} asks for it.`}${outcomeOf(mail)}`,
    ...(address === undefined ? {} : { demoLink: { href: address, label: doorLabel(content) } }),
  };
}

/** The page of what the mail is about. */
function about({ content }: Mail): { readonly link?: LinkTo } {
  if ('linkRef' in content) return { link: { href: `/links/${content.linkRef}`, label: content.linkRef } };
  if ('sessionId' in content) {
    return { link: { href: `/training/${content.sessionId}`, label: 'Training session' } };
  }
  return { link: { href: '/waiting', label: 'Waiting list' } };
}

function doorLabel({ rule }: Mail['content']): string {
  if (rule === 'N07' || rule === 'N08') return 'Open the signing page';
  return rule === 'N02' ? 'Open the waiting list' : 'Open the teacher’s page';
}
