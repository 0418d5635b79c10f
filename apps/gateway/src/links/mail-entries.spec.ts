import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import { mailEntry, mailsAtOnce, recipientsText } from './mail-entries.js';

const names = {
  personName: (id: string) =>
    new Map([
      ['tom', 'Tom Reeve'],
      ['saira', 'Saira Malik'],
    ]).get(id),
  venue: (id: string | undefined) => (id === 'castle' ? 'Cliffe Castle' : undefined),
  actor: () => 'Schools Linking',
};

const line = (personId: string, at: string, type = 'ReminderSent', more: object = {}): ActivityLine => ({
  id: `${personId} ${at}`,
  ref: 'BRD-2026-014',
  source: 'correspondence',
  revision: 1,
  type,
  occurredOn: at.slice(0, 10),
  recordedAt: at,
  actor: 'worker:mails',
  data: { rule: 'N15', personId, ...more },
});

it('a mail that went to several people at once is one line of the history', () => {
  const lines = [
    line('tom', '2026-11-17T13:39:02.000Z'),
    line('saira', '2026-11-17T13:39:41.000Z'),
    line('castle', '2026-11-17T13:39:59.000Z'),
    line('tom', '2026-11-20T09:00:00.000Z'),
  ];
  const entries = mailsAtOnce(lines).map((group) => mailEntry(group, names));
  expect(entries.map(({ time, details }) => [time, ...details])).toEqual([
    ['13:39', 'To Tom Reeve, Saira Malik and Cliffe Castle.'],
    ['09:00', 'To Tom Reeve.'],
  ]);
});

it('what was not sent stands apart, with its reason', () => {
  const at = '2026-11-17T13:39:02.000Z';
  const lines = [
    line('tom', at),
    line('saira', at, 'ReminderSkipped', { reasonCode: 'no-address' }),
    line('castle', at, 'ReminderFailed', { reasonCode: 'refused-550' }),
  ];
  const entries = mailsAtOnce(lines).map((group) => mailEntry(group, names));
  expect(entries.map(({ tag }) => tag?.text)).toEqual([undefined, 'Not sent', 'Failed']);
  expect(entries[1]?.details[1]).toMatch(/^Reason: /);
});

it('a mail that came back says why, and that its address is right after all', () => {
  const at = '2026-11-17T13:39:02.000Z';
  const entries = mailsAtOnce([
    line('tom', at, 'MessageBounced', { statusCode: '5.1.1' }),
    line('saira', at, 'MessageBounced', { statusCode: '5.7.1' }),
    line('tom', at, 'AddressConfirmed'),
  ]).map((group) => mailEntry(group, names));
  expect(entries.map(({ tag }) => tag?.text)).toEqual(['Came back', 'Came back', 'Address is right']);
  expect(entries[0]?.details[1]).toContain('does not exist');
  expect(entries[1]?.details[1]).toBe('The mail server gave it back with the code 5.7.1.');
});

it('people who were erased are counted, nobody is named twice', () => {
  expect(recipientsText(['tom', 'tom', 'gone'], names)).toBe(
    'Tom Reeve and somebody who is no longer known by name',
  );
  expect(recipientsText(['gone', 'lost', 'tom'], names)).toBe(
    'Tom Reeve and 2 people no longer known by name',
  );
});

it('a step that grew more urgent is a line of its own, on the day on which it did', () => {
  const escalated = (level: string, since = '2026-11-30'): ActivityLine => ({
    ...line('', '2027-01-04T08:00:00.000Z', 'CoordinatorEscalated'),
    id: level,
    occurredOn: level === 'red' ? '2026-12-14' : '2027-01-04',
    data: { level, step: 'exchange', target: '2026-11-30', since },
  });
  const lines = [escalated('red'), escalated('phone-school', '2026-12-03')];
  const entries = mailsAtOnce(lines).map((group) => mailEntry(group, names));
  const stops = 'A call about it, recorded here, stops the chain.';
  expect(entries.map(({ on, time, headline, details }) => [on, time, headline, ...details])).toEqual([
    [
      '2026-12-14',
      undefined,
      'First exchange: red on the coordinator’s list',
      '10 school days after 30 November 2026, the day by which it was to be done.',
      stops,
    ],
    [
      '2027-01-04',
      '08:00',
      'First exchange: phone the school',
      '15 school days after the talk of 3 December 2026; it was to be done by 30 November 2026.',
      stops,
    ],
  ]);
});
