import { Refusal } from '../refusal.js';
import { decideInterest, type InterestCommand } from './decide-interest.js';
import { classStatus, evolveInterest, interestStatus, unknownInterest, type Interest } from './interest.js';

const receive: InterestCommand = {
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
};
const pair = (classId: string, linkRef = 'BRD-2026-014') =>
  ({ type: 'PairClass', classId, linkRef }) as const;
const release = { type: 'ReleaseClass', classId: 'oak', linkRef: 'BRD-2026-014' } as const;
const withdraw = { type: 'WithdrawInterest', reasonCode: 'no-time' } as const;

const occasion = { today: '2026-05-12' };
const ask = (interest: Interest, command: InterestCommand) => decideInterest(command, interest, occasion);
const after = (...commands: readonly InterestCommand[]) =>
  commands.reduce(
    (interest, command) =>
      ask(interest, command).reduce(
        (before, event) => evolveInterest(before, { ...event, revision: before.revision + 1 }),
        interest,
      ),
    unknownInterest,
  );
const statuses = (interest: Interest) => interest.classes.map((it) => classStatus(interest, it));
const refused = (decision: () => unknown, code: string, sentence: string) => {
  expect(decision).toThrow(Refusal);
  expect(decision).toThrow(expect.objectContaining({ code, sentence }));
};

describe('an interest', () => {
  it('waits with its classes until they are paired, each once', () => {
    const waiting = after(receive);
    expect(waiting).toMatchObject({ id: 'i1', programme: 'bradford', urn: '900001', revision: 1 });
    expect(interestStatus(waiting)).toBe('waiting');
    expect(ask(waiting, receive)).toEqual([]);

    const one = after(receive, pair('oak'));
    expect(statuses(one)).toEqual(['paired', 'waiting']);
    expect(interestStatus(one)).toBe('waiting');
    expect(ask(one, pair('oak'))).toEqual([]);

    expect(interestStatus(after(receive, pair('oak'), pair('ash')))).toBe('paired');
  });

  it('keeps the note of the call', () => {
    expect(decideInterest(receive, unknownInterest, { ...occasion, noteId: 'n1' })).toMatchObject([
      { type: 'InterestReceived', data: { noteId: 'n1', interestId: 'i1' } },
    ]);
  });

  it('lets a class be in two links', () => {
    const twice = after(receive, pair('oak'), pair('oak', 'BRD-2026-020'));
    expect(twice.classes[0]?.linkRefs).toEqual(['BRD-2026-014', 'BRD-2026-020']);
  });

  it('gets a class back from a link that did not come about, once', () => {
    const back = after(receive, pair('oak'), release);
    expect(statuses(back)).toEqual(['waiting', 'waiting']);
    expect(ask(back, release)).toEqual([]);
  });

  it('is withdrawn once, and its classes wait no more', () => {
    const gone = after(receive, withdraw);
    expect(interestStatus(gone)).toBe('withdrawn');
    expect(statuses(gone)).toEqual(['withdrawn', 'withdrawn']);
    expect(ask(gone, withdraw)).toEqual([]);
  });

  it('cannot be withdrawn while a class is in a link', () => {
    refused(
      () => ask(after(receive, pair('oak')), withdraw),
      'CLASS_ALREADY_PAIRED',
      'A class of this interest is in BRD-2026-014.',
    );
    expect(interestStatus(after(receive, pair('oak'), release, withdraw))).toBe('withdrawn');
  });

  it('pairs only a class that it offers', () => {
    refused(
      () => ask(after(receive), pair('elm')),
      'CLASS_NOT_OFFERED',
      'This interest does not offer that class.',
    );
  });

  it('is for an academic year, and came by today', () => {
    refused(
      () => ask(unknownInterest, { ...receive, year: '2026-28' }),
      'YEAR_NOT_VALID',
      '2026-28 is not an academic year; write it as 2026-27.',
    );
    refused(
      () => ask(unknownInterest, { ...receive, expressedOn: '2026-05-13' }),
      'DATE_IN_FUTURE',
      '13 May is in the future.',
    );
  });
});
