import type { MailHold } from '@linking/domain/reminders/mail-holds.js';
import type { Mail } from './mail.js';
import { mailsMovedBy } from './rehearsal.js';

const mail = (id: string, day: string, more: Partial<Mail> = {}): Mail => ({
  id,
  subject: 'BRD-2026-014',
  programme: 'bradford',
  step: 'ready',
  anchorDate: '2026-12-08',
  personId: `person of ${id}`,
  kind: 'scheduled',
  askedBy: 'plan',
  dueAt: `${day}T08:00:00.000Z`,
  status: 'planned',
  content: { rule: 'N17' } as Mail['content'],
  messageId: id,
  attempt: 0,
  ...more,
});
const hold = (more: Partial<MailHold> = {}): MailHold => ({
  holdId: 'h1',
  reasonCode: 'other',
  released: false,
  ...more,
});
const waiting = [
  mail('a', '2026-11-27'),
  mail('b', '2026-11-30'),
  mail('c', '2026-12-01'),
  mail('d', '2027-07-05'),
];
const moved = (held: MailHold, mails: readonly Mail[] = waiting) =>
  mailsMovedBy(held, mails, ({ dueAt }) => dueAt);

describe('how many mails a hold makes wait', () => {
  it('those that would go before the day of its end; without an end, all', () => {
    expect(moved(hold({ until: '2026-12-01' }))).toBe(2);
    expect(moved(hold({ link: 'BRD-2026-014' }))).toBe(4);
    expect(moved(hold({ link: 'BRD-2026-015' }))).toBe(0);
    expect(moved(hold({ mails: ['a', 'd'], until: '2026-12-01' }))).toBe(1);
  });

  it('what would leave as one mail is one, and what goes in spite of a hold is none', () => {
    const [one, other] = [
      mail('a', '2026-11-27', { personId: 'venue' }),
      mail('b', '2026-11-27', { personId: 'venue' }),
    ];
    expect(moved(hold(), [one, other])).toBe(1);
    expect(moved(hold(), [mail('a', '2026-11-27', { askedBy: 'person' })])).toBe(0);
    expect(moved(hold(), [mail('a', '2026-11-27', { attempt: 1 })])).toBe(0);
  });
});
