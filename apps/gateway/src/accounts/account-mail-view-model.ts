import type { ShownAccountMail } from '@linking/application/accounts/account-mails.js';
import { fullMoment } from '@linking/words/format.js';
import type { MailView } from '../pages/outbox/outbox-view.js';
import { mailTag } from './user-words.js';

export function accountMailView({ mail, to, rendered, token }: ShownAccountMail, from: string): MailView {
  const { sentAt, askedAt } = mail;
  return {
    subject: rendered.subject,
    status: mailTag(mail),
    headers: [
      { name: 'From', value: from },
      { name: 'To', value: `${to.name} <${to.email}>` },
      sentAt === undefined
        ? { name: 'Asked for', value: fullMoment(askedAt) }
        : { name: 'Date', value: fullMoment(sentAt) },
      { name: 'Message-ID', value: mail.messageId },
    ],
    htmlSrc: `/users/${mail.userId}/mails/${mail.id}/html`,
    text: rendered.text,
    why: [
      {
        sentence:
          mail.kept === undefined
            ? 'Somebody asked on the sign-in page to set a new password for this account.'
            : 'Auditors and the national office get the signed checkpoint at the beginning of each month.',
      },
    ],
    ...(token === undefined
      ? {}
      : { demoLink: { href: `/set-password/${token}`, label: 'Open the page that sets the password' } }),
  };
}
