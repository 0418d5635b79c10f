import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import { evolveInterest, unknownInterest } from '../interest/interest.js';
import { planInterestMails, programmeKey } from './interest-mails.js';
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
const mails = (...events: readonly InterestEvent[]) =>
  planInterestMails(
    events.reduce(
      (interest, event, index) => evolveInterest(interest, { ...event, revision: index + 1 }),
      unknownInterest,
    ),
  );
const toHead = 'interest-i1.N01.received.2026-05-12.head-a';
const toMailbox = `interest-i1.N02.received.2026-05-12.${programmeKey('bradford')}`;

test('an interest is acknowledged to the head at once, and told to the mailbox of the programme', () => {
  expect(mails(received).map(mailId)).toEqual([toHead, toMailbox]);
  expect(mails(received)).toMatchObject([
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
