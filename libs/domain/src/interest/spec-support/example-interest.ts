import { decideInterest, type InterestCommand, type InterestOccasion } from '../decide-interest.js';
import { evolveInterest, unknownInterest, type Interest } from '../interest.js';

/** The head of a school of Bradford rang, with two classes. */
export const receive = {
  type: 'ReceiveInterest',
  interestId: 'i1',
  programme: 'bradford',
  year: '2026-27',
  urn: '900001',
  headId: 'head-a',
  channel: 'phone',
  expressedOn: '2026-05-12',
  priorities: ['identity'],
  classes: ['oak', 'ash'].map((classId) => ({
    classId,
    yearGroups: [4],
    pupilCount: 28,
    placeholder: false,
    teachers: [],
  })),
} as const satisfies InterestCommand;
export const pair = (classId: string, linkRef = 'BRD-2026-014') =>
  ({ type: 'PairClass', classId, linkRef }) as const;
export const release = { type: 'ReleaseClass', classId: 'oak', linkRef: 'BRD-2026-014' } as const;
export const withdraw = { type: 'WithdrawInterest', reasonCode: 'no-time' } as const;

export const occasion: InterestOccasion = { today: '2026-05-12' };
export const ask = (interest: Interest, command: InterestCommand, when = occasion) =>
  decideInterest(command, interest, when);
export const after = (...commands: readonly InterestCommand[]): Interest =>
  commands.reduce(
    (interest, command) =>
      ask(interest, command).reduce(
        (before, event) => evolveInterest(before, { ...event, revision: before.revision + 1 }),
        interest,
      ),
    unknownInterest,
  );
