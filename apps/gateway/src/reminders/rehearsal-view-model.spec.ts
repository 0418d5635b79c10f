import type { Mail } from '@linking/application/mails/mail.js';
import type { RehearsedMail } from '@linking/application/mails/rehearsal.js';
import { termsAhead } from '@linking/domain/calendar/terms-ahead.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { joined } from '@linking/domain/programme/spec-support/example-programme.js';
import { rehearsalAnswer } from './rehearsal-answer.js';
import type { RehearsedProgramme } from './rehearsal-reader.js';
import { remindersView, type RemindersMaterial } from './rehearsal-view-model.js';

const programme = joined();
const today = '2026-11-24';
const mail = (id: string, rule: 'N17' | 'N21', linkRef: string): Mail => ({
  id,
  subject: linkRef,
  programme: 'bradford',
  step: 'meeting-2',
  anchorDate: '2026-12-08',
  personId: 'venue',
  mailbox: 'venue',
  kind: 'scheduled',
  askedBy: 'plan',
  dueAt: '2026-12-01T08:00:00.000Z',
  status: 'planned',
  content: { rule, number: 2, on: '2026-12-08', linkRef } as Mail['content'],
  messageId: id,
  attempt: 0,
});
const goes = (one: Mail, parcel: string): RehearsedMail => ({
  mail: one,
  day: '2026-12-01',
  time: '08:00',
  parcel,
});

const forTwoLinks = [
  goes(mail('a', 'N17', 'BRD-2026-014'), 'as one'),
  goes(mail('b', 'N17', 'BRD-2026-015'), 'as one'),
  goes(mail('c', 'N17', 'BRD-2026-016'), 'alone'),
];

const rehearsedWith = (more: Partial<RehearsedProgramme> = {}): RehearsedProgramme => ({
  programme,
  goes: forTwoLinks,
  stopped: [],
  lists: [],
  holds: [],
  heldBack: [],
  ofYear: [],
  heldBy: new Map(),
  mayChange: true,
  days: { from: today, to: '2026-12-18' },
  now: `${today}T09:00:00.000Z`,
  today,
  people: [],
  paused: [],
  names: {
    to: () => 'Cliffe Castle',
    person: () => 'Cliffe Castle',
    isKnown: () => true,
    role: () => undefined,
    school: () => undefined,
  },
  ...more,
});
const terms = termsAhead(today, (year) => calendarOf(programme, year));
const view = (rehearsed: Partial<RehearsedProgramme> = {}, more: Partial<RemindersMaterial> = {}) =>
  remindersView({
    rehearsed: rehearsedWith(rehearsed),
    mailsPause: undefined,
    terms,
    term: terms[0]!,
    day: undefined,
    programmes: [programme],
    parts: () => ({ csrf: '', idempotencyKey: '' }),
    ...more,
  });

describe('the figures of the rehearsal', () => {
  const dayOf = ({ weeks }: ReturnType<typeof view>) =>
    weeks.flatMap(({ days }) => days).find(({ day }) => day === '2026-12-01');

  it('agree: one mail for two links is one, in the sentence, the rules and the bars', () => {
    const drawn = view();
    expect(drawn.lead.count).toBe('2 mails');
    expect(drawn.rules.find(({ rule }) => rule === 'N17')?.words).toContain('2 mails on 1 day');
    expect(dayOf(drawn)).toMatchObject({ count: 2, bar: [{ mails: 2 }] });
    expect(drawn.rulesNote).toBeUndefined();
    const { mails, rules } = rehearsalAnswer(rehearsedWith());
    expect([mails, rules[0]?.mails]).toEqual([2, 2]);
  });

  it('and where one mail follows two rules, it is said why they add up to more', () => {
    const merged = [...forTwoLinks, goes(mail('d', 'N21', 'BRD-2026-014'), 'as one')];
    const drawn = view({ goes: merged });
    expect(drawn.lead.count).toBe('2 mails');
    expect(drawn.rulesNote).toBe('A mail that follows several rules counts with each of them.');
  });
});

it('while mails of the network are paused, nothing is promised', () => {
  const mailsPause = { reason: 'maintenance', at: '2026-11-24T08:10:00.000Z' } as const;
  const paused = view({}, { mailsPause });
  expect(paused.lead.before).toBe('If mails go on in time, ');
  expect(paused.mailsPaused).toContain('paused since 24 November 2026, 08:10: work on the machine');
  expect(view()).not.toHaveProperty('mailsPaused');
});

it('a paused link that keeps nothing back is no line of what is held back', () => {
  const paused = [
    { ref: 'BRD-2026-016', mails: 0 },
    { ref: 'BRD-2026-017', mails: 3 },
  ];
  expect(view({ paused }).notSent.map(({ title, sentence }) => `${title}: ${sentence}`)).toEqual([
    '3 mails: Not sent, because BRD-2026-017 is paused. Only changes of its meetings are told.',
  ]);
});
