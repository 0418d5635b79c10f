import type { RehearsedDayView, RemindersView } from '../src/pages/reminders/reminders-view.js';

const day = (more: Partial<RehearsedDayView> & Pick<RehearsedDayView, 'day'>): RehearsedDayView => ({
  count: 0,
  bar: [],
  past: false,
  today: false,
  chosen: false,
  ...more,
});

const mails = (on: string, ...bar: readonly (readonly [number, number])[]): RehearsedDayView =>
  day({
    day: on,
    count: bar.reduce((sum, [, many]) => sum + many, 0),
    bar: bar.map(([colour, many]) => ({ colour, mails: many })),
    href: `/reminders?programme=bradford&term=autumn&day=${on}#day`,
  });

const holidays = (...days: readonly string[]) =>
  days.map((one) => day({ day: one, closed: 'Christmas holidays' }));

/** What Amina Khan of Bradford sees on Tuesday 24 November. */
export const remindersSample: RemindersView = {
  eyebrow: 'Bradford · rehearsal, nothing is sent from this page',
  heading: 'What we will send this term',
  lead: {
    before: 'If nothing changes, ',
    count: '26 mails',
    after: ' go out before the Christmas holidays.',
  },
  download: '/reminders/list.csv?programme=bradford&term=autumn',
  terms: ['Autumn', 'Spring', 'Summer'].map((name, index) => ({
    href: `/reminders?programme=bradford&term=${name.toLowerCase()}`,
    label: `${name} term`,
    current: index === 0,
  })),
  beside: [{ href: '/outbox?programme=bradford', label: 'What has gone out' }],
  weekends: false,
  weeks: [
    {
      monday: '2026-11-23',
      days: [
        day({ day: '2026-11-23', past: true }),
        { ...mails('2026-11-24', [3, 2], [1, 1]), today: true, chosen: true },
        mails('2026-11-25', [3, 1], [4, 1]),
        mails('2026-11-26', [1, 4]),
        day({ day: '2026-11-27' }),
      ],
    },
    {
      monday: '2026-12-14',
      days: [
        mails('2026-12-14', [2, 1]),
        mails('2026-12-15', [3, 4]),
        day({ day: '2026-12-16' }),
        mails('2026-12-17', [4, 2]),
        mails('2026-12-18', [1, 2], [3, 8]),
      ],
    },
    {
      monday: '2026-12-21',
      days: holidays('2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25'),
    },
  ],
  day: {
    day: '2026-11-24',
    count: 3,
    hold: {
      action: '/reminders/hold-ticked',
      csrf: 'sample-csrf',
      idempotencyKey: 'sample-key',
      hidden: { programme: 'bradford', day: '2026-11-24' },
      reasons: [
        { value: 'school-asked', label: 'The school asked' },
        { value: 'other', label: 'Other' },
      ],
    },
    lists: [
      {
        key: 'N28',
        time: '07:30',
        title: 'Daily list',
        to: 'the programme’s mailbox',
        why: ['Something was declined or cancelled.', 'It goes only if there is something to say.'],
      },
    ],
    mails: [
      {
        key: 'm1',
        time: '08:00',
        about: [{ href: '/links/BRD-2026-014', label: 'BRD-2026-014' }],
        titles: ['Ready for the day?'],
        to: [
          { href: '/outbox/m1', label: 'Tom Reeve' },
          { href: '/outbox/m2', label: 'Saira Malik' },
        ],
        readHref: '/outbox/m1',
        holds: 'm1 m2',
        why: [
          'A meeting is a week away. Rule N17 asks about risk assessment, transport, numbers and lunch.',
          'The first meeting is on Tuesday 1 December 2026: 7 days before is Tuesday 24 November 2026.',
        ],
      },
      {
        key: 'm3',
        time: '08:00',
        about: [{ href: '/links/BRD-2026-038', label: 'BRD-2026-038' }],
        titles: ['Agreement still to be signed'],
        to: [{ href: '/outbox/m3', label: 'Mrs R. Begum' }],
        readHref: '/outbox/m3',
        why: ['It counts from Tuesday 17 November 2026: 5 school days later is Tuesday 24 November 2026.'],
      },
    ],
  },
  rules: [
    ['N08', 'Agreement still to be signed', 7],
    ['N11', 'Your training is coming up', 1],
    ['N17', 'Ready for the day?', 15],
    ['N18', 'How did it go?', 3],
  ].map(([rule, title, count], index) => ({
    rule: String(rule),
    colour: index + 1,
    title: String(title),
    words: `${rule} · version 1 · ${count} mails on 4 days`,
    tryHref: `/reminders/rules/${rule}?programme=bradford`,
  })),
  lists: [
    {
      rule: 'N27',
      title: 'Weekly list',
      sentence:
        'To the programme’s mailbox: next on 30 November 2026 at 07:30, then on 2 more days of this term. It goes only if there is something to say.',
    },
  ],
  turnLists: { href: '/programmes/bradford/change/parts', label: 'Turn lists on or off' },
  holds: [
    {
      key: 'h1',
      title: '2 mails of BRD-2026-031',
      sentence: 'Held by Amina Khan on 23 November 2026 until they are released. The school asked.',
      release: {
        action: '/reminders/release',
        label: 'Release',
        labelMore: '2 mails of BRD-2026-031',
        csrf: 'sample-csrf',
        idempotencyKey: 'sample-key',
        hidden: { programme: 'bradford', holdId: 'h1' },
      },
    },
  ],
  holdAll: '/reminders/hold?programme=bradford',
  notSent: [
    {
      key: 'no-address',
      title: '3 mails',
      sentence: 'Not sent, because no e-mail address is known for Ali Raza (BRD-2026-022).',
      fix: { href: '/people/p4/address', label: 'Fix' },
    },
    {
      key: 'inset',
      title: '2 mails',
      sentence: 'INSET day on 4 Dec, moved to 7 December 2026 (BRD-2026-031).',
      fix: { href: '/outbox/m5', label: 'Read the first' },
    },
  ],
  warnings: [
    {
      key: 'p1',
      name: 'Saira Malik',
      words: '16 mails this year, 4 of them sent. Fifteen are enough for a teacher.',
      over: true,
    },
  ],
  people: [
    {
      key: 'p1',
      name: 'Saira Malik',
      words: '16 mails this year, 4 of them sent. Fifteen are enough for a teacher.',
      over: true,
    },
    { key: 'p2', name: 'Tom Reeve', words: '9 mails this year, 4 of them sent.', over: false },
  ],
};
