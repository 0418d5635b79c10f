import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { addressSentAgain } from '@linking/application/mails/mail-address.js';
import type { Mail } from '@linking/application/mails/mail.js';
import type { Recipient } from '@linking/application/mails/compose.js';
import { stopToken } from '@linking/application/mails/optional/stop-address.js';
import type { Refusal } from '@linking/domain/refusal.js';
import type { SendAgainReason } from '@linking/events/correspondence/send-again-reasons.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { fullMoment } from '@linking/words/format.js';
import type { EmptyStateView } from '../pages/components/empty-state.js';
import type { FormPageView } from '../pages/forms/form-page.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { mailHref } from './outbox-view-model.js';

const reasons: Readonly<Record<SendAgainReason, string>> = {
  'not-arrived': 'It did not arrive',
  deleted: 'It was deleted or cannot be found',
  'asked-for-it': 'They asked for it',
  'new-address': 'There is a new address',
  other: 'Another reason',
};

/** What sending it again will do, before it is done. */
export function againFormView(
  mail: Mail,
  to: Recipient | undefined,
  parts: { readonly csrf: string; readonly idempotencyKey: string },
  posted?: PostedForm,
): FormPageView {
  const { name = 'the same person', email = '' } = to ?? {};
  return {
    title: 'Send this mail again?',
    eyebrow: mailTitles[mail.content.rule],
    intro: [addressWords[addressSentAgain(mail)], `It goes to ${name} now.`].filter(Boolean).join(' '),
    known: [
      { key: 'To', value: email === '' ? name : `${name} <${email}>` },
      ...(mail.sentAt === undefined
        ? [{ key: 'Was due', value: fullMoment(mail.dueAt) }]
        : [{ key: 'Sent', value: fullMoment(mail.sentAt) }]),
    ],
    form: {
      ...parts,
      action: againHref(mail.id),
      fields: [
        {
          kind: 'radios',
          name: 'reasonCode',
          label: 'Why is it sent again?',
          options: Object.entries(reasons).map(([value, label]) => ({ value, label })),
        },
      ],
      submitLabel: 'Send it again',
      values: posted?.values() ?? {},
      errors: posted?.errors ?? [],
      also: [{ href: mailHref(mail.id), label: 'Back to the mail', look: 'link' }],
    },
  };
}

const addressWords = {
  new: 'A new personal link is made; the old one stops working.',
  same: 'Its button leads to the same page as before.',
  none: '',
} as const;

export function cannotGoView(
  mail: Mail,
  { code, sentence, more: { nextStep = '' } }: Refusal,
): { readonly title: string; readonly empty: EmptyStateView } {
  const onward =
    code === 'ADDRESS_BOUNCED' && mail.mailbox === undefined
      ? { href: `/people/${mail.personId}/address`, label: 'Enter another address' }
      : { href: mailHref(mail.id), label: 'Back to the mail' };
  return { title: 'This mail is not sent again', empty: { title: sentence, sentence: nextStep, onward } };
}

/** Where optional mails that their reader has stopped are let go again. */
export function resumeLinks(
  { reason, personId, content, programme }: Mail,
  scope: Scope,
  settings: { readonly tokenSecret: string },
): readonly LinkTo[] {
  if (reason !== 'unsubscribed' || !mayChange(scope, programme)) return [];
  const token = stopToken(settings, { personId, rule: content.rule });
  return [{ href: `/unsubscribe/${token}`, label: 'They were stopped: send them again' }];
}

/** Buttons for those who may; a mail that has not ended has none. */
export function againLinks(leftWith: readonly Mail[], scope: Scope): readonly LinkTo[] {
  const ended = leftWith.filter(({ status }) => ['sent', 'failed', 'skipped'].includes(status));
  return ended
    .filter(({ programme }) => scope.mayChangeLinks && mayChange(scope, programme))
    .map(({ id, content }) => ({
      href: againHref(id),
      label: ended.length === 1 ? 'Send it again' : `Send “${mailTitles[content.rule]}” again`,
    }));
}

export const againHref = (id: string) => `${mailHref(id)}/again`;
