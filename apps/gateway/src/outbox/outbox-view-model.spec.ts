import type { Mail } from '@linking/application/mails/mail.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
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
const now = '2026-09-14T12:00:00.000Z';
const envelope = {
  from: { name: 'Schools Linking Bradford', email: 'links@linking.example' },
  replyTo: { name: 'Bradford', email: 'bradford@linking.example' },
};
const rendered = { subject: '', html: '', text: '' };
const whyOf = (more: Partial<Mail>) => {
  const shown = { mail: { ...mail, ...more }, to: { name: 'Helen Marsh' } };
  return mailView({ ...envelope, ...shown, rendered, leftWith: [shown.mail] }, now, undefined)
    .why.map(({ sentence }) => sentence)
    .join(' ');
};

test('the outbox says whether mails leave this machine', () => {
  const filter = { q: '', status: '', programme: '', day: '' };
  const material = { found: [], people: new Map(), programmes: [], filter, now, schoolYears: new Map() };
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
  const given = { now, schoolYears: new Map(), people: new Map(), programmes: [] };
  const view = outboxView({ ...given, found: [found], filter, sendsOut: false, next: 'x' });
  expect(view.rows.map(({ subject, also }) => [subject, also])).toEqual([
    ['Please sign your Schools Linking agreement', 'with Ready for the day?, Ready for the day?'],
  ]);
  expect(view.lead).toContain('Only the mails of Monday 14 September 2026.');
  expect(view.more.href).toBe('/outbox?status=sent&day=2026-09-14&after=x');
});

test('a list that has left says that it is drawn from the records of today', () => {
  const shownAs = (rule: MailRule, status: Mail['status']) => {
    const list = { ...mail, status, content: { ...mail.content, rule } as Mail['content'] };
    const shown = { ...envelope, mail: list, to: { name: 'Bradford' }, rendered };
    return mailView({ ...shown, leftWith: [list] }, now, undefined).shownAsOfNow;
  };
  for (const rule of ['N27', 'N28', 'N29'] as const) {
    expect(shownAs(rule, 'sent')).toContain('records of today');
    expect(shownAs(rule, 'planned')).toBeUndefined();
  }
  expect(shownAs('N07', 'sent')).toBeUndefined();
});

test('a mail that left with others says why each of them was sent', () => {
  const other: Mail = { ...mail, id: 'x', content: { ...mail.content, rule: 'N08' } as Mail['content'] };
  const shown = { ...envelope, mail, to: { name: 'Helen Marsh' }, rendered };
  const { why } = mailView({ ...shown, leftWith: [mail, other] }, now, undefined);
  expect(why[0]?.sentence).toBe('2 mails of this day to the same person left as one.');
  expect(why.slice(1).map(({ title }) => title)).toEqual([
    'Please sign your Schools Linking agreement',
    'Agreement still to be signed',
  ]);
});

describe('a mail that is held', () => {
  const dueAt = '2026-09-10T07:00:00.000Z';
  const waiting = { status: 'planned', reason: 'held', kind: 'scheduled', dueAt } as const;
  const shownAs = (more: Partial<Mail>) => {
    const held: Mail = { ...mail, ...waiting, ...more };
    const filter = { q: '', status: 'planned', programme: '', day: '' };
    const given = { now, schoolYears: new Map(), people: new Map(), programmes: [], sendsOut: false };
    const found = [{ mail: held, at: held.dueAt, items: ['N07'] as const }];
    const [row] = outboxView({ ...given, found, filter }).rows;
    const shown = { ...envelope, mail: held, to: { name: 'Helen Marsh' }, rendered, leftWith: [held] };
    const view = mailView(shown, now, undefined);
    const due = view.headers.find(({ name }) => name === 'Due')?.value;
    const [why] = view.why;
    return { row: row?.status.text, at: row?.at, page: view.status.text, due, why: why?.sentence };
  };

  it('says until which day, and stands on the school day on which it goes', () => {
    // A Saturday.
    expect(shownAs({ heldUntil: '2026-09-19' })).toMatchObject({
      row: 'Held until 19 Sept',
      at: '2026-09-21T07:00:00.000Z',
      page: 'Held until 19 Sept',
      due: expect.stringMatching(/10 September 2026.*, held until 19 September 2026$/),
      why: expect.stringMatching(/ It is held until 19 September 2026\.$/),
    });
  });

  it('stands on no day while only a release ends it', () => {
    const shown = shownAs({ heldUntil: WITHOUT_END });
    expect([shown.row, shown.page, shown.at]).toEqual([
      'Held until it is released',
      'Held until it is released',
      undefined,
    ]);
    expect(shown.due).toMatch(/, held until it is released$/);
  });

  it.each([
    ['is over', { heldUntil: '2026-09-14' }],
    ['ends before the mail is due', { heldUntil: '2026-09-19', dueAt: '2026-09-21T07:00:00.000Z' }],
  ])('is planned like others when the hold %s', (_when, more) => {
    const shown = shownAs(more);
    expect([shown.row, shown.page]).toEqual(['Planned', 'Planned']);
    expect(`${shown.due} ${shown.why}`).not.toContain('held');
  });

  it('that has left all the same was sent', () => {
    expect(shownAs({ heldUntil: WITHOUT_END, status: 'sent', sentAt: dueAt }).row).toBe('Sent');
  });
});

test('a mail that a person wrote is listed by its subject, and by its kind when that was erased', () => {
  const found = { mail: { ...mail, step: 'mail' }, at: mail.dueAt, items: ['written'] as const };
  const content = { rule: 'written', linkRefs: ['BRD-2026-014'] } as unknown as Mail['content'];
  const written = { ...found, mail: { ...found.mail, content } };
  const filter = { q: '', status: '', programme: '', day: '' };
  const given = { now, schoolYears: new Map(), people: new Map(), programmes: [], sendsOut: false, filter };
  const rows = outboxView({ ...given, found: [{ ...written, written: 'Coach times' }, written] }).rows;
  expect(rows.map(({ subject }) => subject)).toEqual(['Coach times', 'A mail from the local facilitator']);
  expect(rows[0]?.rule).toBe('A mail from the local facilitator');
});

test('the headers are those that leave', () => {
  const shown = { ...envelope, mail, to: { name: 'Helen Marsh' }, rendered, leftWith: [mail] };
  expect(mailView(shown, now, undefined).headers.slice(0, 2)).toEqual([
    { name: 'From', value: 'Schools Linking Bradford <links@linking.example>' },
    { name: 'Reply-To', value: 'Bradford <bradford@linking.example>' },
  ]);
});
