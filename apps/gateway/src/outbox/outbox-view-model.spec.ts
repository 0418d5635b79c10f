import type { Mail } from '@linking/application/mails/mail.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
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
  )
    .why.map(({ sentence }) => sentence)
    .join(' ');
};

test('the outbox says whether mails leave this machine', () => {
  const filter = { q: '', status: '', programme: '', day: '' };
  const material = { found: [], people: new Map(), programmes: [], filter };
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

test('mails that left as one are told once, with what was in them', () => {
  const found = { mail, at: mail.dueAt, items: ['N07', 'N17', 'N17'] as const };
  const filter = { q: '', status: 'sent', programme: '', day: '2026-09-14' };
  const material = { found: [found], people: new Map(), programmes: [], filter, sendsOut: false, next: 'x' };
  const view = outboxView(material);
  expect(view.rows.map(({ subject, also }) => [subject, also])).toEqual([
    ['Please sign your Schools Linking agreement', 'with Ready for the day?, Ready for the day?'],
  ]);
  expect(view.lead).toContain('Only the mails of Monday 14 September 2026.');
  expect(view.more.href).toBe('/outbox?status=sent&day=2026-09-14&after=x');
});

test('a list that has left says that it is drawn from the records of today', () => {
  const shownAs = (rule: MailRule, status: Mail['status']) => {
    const list = { ...mail, status, content: { ...mail.content, rule } as Mail['content'] };
    const shown = { mail: list, to: { name: 'Bradford' }, rendered: { subject: '', html: '', text: '' } };
    return mailView({ ...shown, leftWith: [list] }, 'links@linking.example', undefined).shownAsOfNow;
  };
  for (const rule of ['N27', 'N28', 'N29'] as const) {
    expect(shownAs(rule, 'sent')).toContain('records of today');
    expect(shownAs(rule, 'planned')).toBeUndefined();
  }
  expect(shownAs('N07', 'sent')).toBeUndefined();
});

test('a mail that left with others says why each of them was sent', () => {
  const other: Mail = { ...mail, id: 'x', content: { ...mail.content, rule: 'N08' } as Mail['content'] };
  const shown = { mail, to: { name: 'Helen Marsh' }, rendered: { subject: '', html: '', text: '' } };
  const { why } = mailView({ ...shown, leftWith: [mail, other] }, 'links@linking.example', undefined);
  expect(why[0]?.sentence).toBe('2 mails of this day to the same person left as one.');
  expect(why.slice(1).map(({ title }) => title)).toEqual([
    'Please sign your Schools Linking agreement',
    'Agreement still to be signed',
  ]);
});
