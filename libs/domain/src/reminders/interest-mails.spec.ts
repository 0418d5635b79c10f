import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import { evolveInterest, unknownInterest } from '../interest/interest.js';
import { planInterestMails, programmeKey } from './interest-mails.js';
import type { DatedInterestEvent } from './waiting-interest.js';
import { mailId } from './wanted-mail.js';

const received: InterestEvent = {
  type: 'InterestReceived',
  data: {
    interestId: 'i1',
    programme: 'bradford',
    year: '2026-27',
    urn: '900001',
    headId: 'head-a',
    channel: 'phone',
    expressedOn: '2026-05-12',
    priorities: [],
    classes: ['class-1', 'class-2'].map((classId) => ({
      classId,
      yearGroups: [4],
      pupilCount: 28,
      placeholder: true,
      teachers: [],
    })),
  },
};
const pair = (classId: string): InterestEvent => ({
  type: 'ClassPaired',
  data: { classId, linkRef: 'BRD-2026-014' },
});
/** What happened, each on a later day of May unless it says when. */
type Happened = InterestEvent & { readonly occurredOn?: string };
const mails = (...events: readonly Happened[]) =>
  planInterestMails(
    events.reduce(
      (interest, event, index) => evolveInterest(interest, { ...event, revision: index + 1 }),
      unknownInterest,
    ),
    events.map((event, index): DatedInterestEvent => ({ occurredOn: `2026-05-${12 + index}`, ...event })),
  );
/** Whom N03 tells that it waits, with the days since when and on which. */
const waiting = (...events: readonly Happened[]) =>
  mails(...events).flatMap(({ content, personId, dueOn, kind, mailbox }) =>
    content.rule === 'N03' ? [[personId, content.waitsSince, dueOn, kind, mailbox]] : [],
  );
const toHead = 'interest-i1.N01.received.2026-05-12.head-a';
const toMailbox = `interest-i1.N02.received.2026-05-12.${programmeKey('bradford')}`;
const later = `interest-i1.N03.waiting.2026-05-12.${programmeKey('bradford')}`;

test('an interest is acknowledged to the head at once, and told to the mailbox of the programme', () => {
  expect(mails(received).map(mailId)).toEqual([toHead, toMailbox, later]);
  expect(mails(received).slice(0, 2)).toMatchObject([
    { kind: 'immediate', content: { rule: 'N01', urn: '900001', classes: 2, year: '2026-27' } },
    { kind: 'immediate', mailbox: 'programme', content: { rule: 'N02' } },
  ]);
});

test('once no class waits any more, the programme need not be told of it', () => {
  expect(mails(received, pair('class-1')).map(mailId)).toEqual([toHead, toMailbox]);
  expect(mails(received, pair('class-1'), pair('class-2')).map(mailId)).toEqual([toHead]);
});

test('an interest that no programme has yet is acknowledged by nobody: the national office rings', () => {
  expect(mails(received, { type: 'InterestUnplaced', data: { reasonCode: 'outside-every-area' } })).toEqual(
    [],
  );
});

test('an interest that was taken back, or that nobody recorded, asks for nothing', () => {
  expect(mails(received, { type: 'InterestWithdrawn', data: { reasonCode: 'staffing' } })).toEqual([]);
  expect(mails()).toEqual([]);
});

describe('an interest that nobody answers', () => {
  const bradford = programmeKey('bradford');
  const keptNote: InterestEvent = { type: 'InterestKept', data: { reasonCode: 'nearest-programme' } };
  const handedOver = {
    type: 'InterestHandedOver',
    data: { from: 'bradford', to: 'kent', reasonCode: 'other-area' },
    occurredOn: '2026-05-20',
  } as const;

  test('is told to the mailbox of the programme after five working days, once', () => {
    expect(waiting(received)).toEqual([[bradford, '2026-05-12', '2026-05-19', 'scheduled', 'programme']]);
  });

  test('the days of half-term count, those of a bank holiday do not', () => {
    const on = (expressedOn: string) =>
      ({ ...received, data: { ...received.data, expressedOn } }) as InterestEvent;
    expect(waiting(on('2026-05-21')).map(([, , due]) => due)).toEqual(['2026-05-29']);
  });

  test.each<[string, InterestEvent]>([
    ['proposed for one of its classes', pair('class-1')],
    ['kept it where it is', keptNote],
    ['named another headteacher', { type: 'InterestHeadChanged', data: { headId: 'head-b' } }],
    ['took a class out', { type: 'ClassWithdrawn', data: { classId: 'class-1', reasonCode: 'staffing' } }],
  ])('was answered once somebody %s', (_, answer) => {
    expect(waiting(received, answer)).toEqual([]);
  });

  test('was answered for good: a class that comes back from a proposal makes no mail', () => {
    const back: InterestEvent = {
      type: 'ClassReleased',
      data: { classId: 'class-1', linkRef: 'BRD-2026-014' },
    };
    expect(waiting(received, pair('class-1'), back)).toEqual([]);
  });

  test('handed over to another programme, waits there anew', () => {
    expect(waiting(received, keptNote, handedOver)).toEqual([
      [programmeKey('kent'), '2026-05-20', '2026-05-28', 'scheduled', 'programme'],
    ]);
  });

  test('waits on when its school is closed and another one goes on', () => {
    const succeeded: InterestEvent = {
      type: 'SchoolSucceeded',
      data: { from: '900001', to: '900009', on: '2026-05-15' },
    };
    expect(waiting(received, succeeded).map(([, since]) => since)).toEqual(['2026-05-12']);
  });

  test('without a programme, or with a month instead of a day, makes no mail', () => {
    const unplaced: InterestEvent = { type: 'InterestUnplaced', data: { reasonCode: 'outside-every-area' } };
    expect(waiting(received, unplaced)).toEqual([]);
    const routed = { type: 'InterestRouted', data: { programme: 'kent' }, occurredOn: '2026-05-18' } as const;
    expect(waiting(received, unplaced, routed).map(([, since, due]) => [since, due])).toEqual([
      ['2026-05-18', '2026-05-26'],
    ]);
    const imported = { ...received, data: { ...received.data, expressedOn: '2026-05' } } as InterestEvent;
    expect(waiting(imported)).toEqual([]);
  });
});
