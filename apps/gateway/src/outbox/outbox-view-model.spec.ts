import type { Mail } from '@linking/application/mails/mail.js';
import { mailView, outboxView } from './outbox-view-model.js';

const mail: Mail = {
  id: 'BRD-2026-014.N07.agreement-a.2026-09-14.head-a',
  subject: 'BRD-2026-014',
  programme: 'bradford',
  step: 'agreement-a',
  anchorDate: '2026-09-14',
  personId: 'head-a',
  kind: 'immediate',
  askedBy: 'plan',
  dueAt: '2026-09-14T09:00:00.000Z',
  status: 'sent',
  content: {
    rule: 'N07',
    linkRef: 'BRD-2026-014',
    side: 'a',
    ownUrn: '900001',
    partnerUrn: '900002',
    year: '2026-27',
    textVersion: '2026-09',
  },
  messageId: '<1@linking.example>',
  attempt: 1,
};
const whyOf = (more: Partial<Mail>) => {
  const shown = { mail: { ...mail, ...more }, to: { name: 'Helen Marsh' } };
  return mailView(
    { ...shown, rendered: { subject: '', html: '', text: '' }, leftWith: [shown.mail] },
    'links@linking.example',
    undefined,
  ).why;
};

test('the outbox says whether mails leave this machine', () => {
  const material = { mails: [], people: new Map(), link: '', status: '' };
  expect(outboxView({ ...material, sendsOut: false }).lead).toContain('none leaves this machine');
  expect(outboxView({ ...material, sendsOut: true }).lead).toContain('go out through the mail server');
});

test('a mail says why it waits, why it did not go, and that it may have arrived twice', () => {
  expect(whyOf({})).toMatch(/at once\.$/);
  expect(whyOf({ status: 'queued', reason: 'mail-server-not-reachable' })).toContain(
    'It waits and is tried again: mail server not reachable.',
  );
  expect(whyOf({ status: 'failed', reason: 'refused-550' })).toContain('It was not sent: refused 550.');
  const twice = whyOf({ attempt: 2, reason: 'earlier-try-may-have-arrived' });
  expect(twice).toContain('may have arrived as well');
  expect(twice).not.toContain('not sent');
});
