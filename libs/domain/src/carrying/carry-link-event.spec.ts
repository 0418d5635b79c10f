import { carryLast, type Said } from './spec-support/facts-of-a-stream.js';

const proposal = [
  ['InterestRecorded', { side: 'a', interestId: 'i1', classId: 'oak' }],
  ['InterestRecorded', { side: 'b', interestId: 'i2', classId: 'elm' }],
  ['LinkProposed', { ref: 'BRD-2026-014' }],
] as const;

describe('facts of a link', () => {
  test('a proposed link takes both classes off the waiting list', () => {
    expect(carryLast('link-BRD-2026-014', proposal)).toEqual([
      {
        target: 'interest',
        id: 'i1',
        occurredOn: '2026-09-20',
        command: { type: 'PairClass', classId: 'oak', linkRef: 'BRD-2026-014' },
      },
      {
        target: 'interest',
        id: 'i2',
        occurredOn: '2026-09-20',
        command: { type: 'PairClass', classId: 'elm', linkRef: 'BRD-2026-014' },
      },
    ]);
  });

  test('a withdrawal that is voided takes the released class again, and voiding that gives it back', () => {
    const withdrawn = ['LinkWithdrawn', { side: 'a', reasonCode: 'staffing' }] as const;
    const voids = (revision: number) =>
      ['EntryVoided', { voidsEventId: `00000000-0000-4000-8000-00000000000${revision - 1}` }] as const;
    const asked = (...facts: readonly Said[]) =>
      carryLast('link-BRD-2026-014', [...proposal, ...facts]).map(({ id, command }) => [id, command.type]);
    expect(asked(withdrawn, voids(4))).toEqual([['i2', 'PairClass']]);
    expect(asked(withdrawn, voids(4), voids(5))).toEqual([['i2', 'ReleaseClass']]);
    expect(asked(['DiscussionRecorded', {}], voids(4))).toEqual([]);
    expect(asked(withdrawn, ['DiscussionRecorded', {}], voids(5))).toEqual([]);
  });

  test('a link that continues another one tells it so, once for the same event', () => {
    const [a, b] = proposal;
    const commands = carryLast('link-BRD-2026-201', [
      a,
      b,
      ['LinkProposed', { ref: 'BRD-2026-201', continuesFrom: 'BRD-2026-014' }],
    ]);
    expect(commands[0]).toEqual({
      target: 'link',
      id: 'BRD-2026-014',
      occurredOn: '2026-09-20',
      command: { type: 'ReBroker', newLinkRef: 'BRD-2026-201' },
    });
    expect(commands.slice(1).map(({ command }) => command.type)).toEqual(['PairClass', 'PairClass']);
  });

  test('a link that does not come about gives both classes back', () => {
    const commands = carryLast('link-BRD-2026-014', [
      ...proposal,
      ['LinkNotFormed', { reasonCode: 'declined' }],
    ]);
    expect(commands.map(({ id, command }) => [id, command.type])).toEqual([
      ['i1', 'ReleaseClass'],
      ['i2', 'ReleaseClass'],
    ]);
  });

  test('a school that said no and wants no other partner waits no more', () => {
    const commands = carryLast('link-BRD-2026-014', [
      ...proposal,
      ['ProposalDeclined', { side: 'b', reasonCode: 'staff-changes', wantsOtherPartner: false }],
      ['LinkNotFormed', { reasonCode: 'staff-changes' }],
    ]);
    const released = { type: 'ReleaseClass', linkRef: 'BRD-2026-014' };
    expect(commands.map(({ command }) => command)).toEqual([
      { ...released, classId: 'oak' },
      { ...released, classId: 'elm', withdrawnBecause: 'staff-changes' },
    ]);
  });

  test.each([
    ['a', ['i2']],
    ['b', ['i1']],
    ['both', []],
  ])('when side %s withdraws, the class of the other side waits again', (side, released) => {
    const commands = carryLast('link-BRD-2026-014', [...proposal, ['LinkWithdrawn', { side }]]);
    expect(commands.map(({ id }) => id)).toEqual(released);
  });

  test('a link whose end is voided takes both classes again, and says nothing of the no', () => {
    const commands = carryLast('link-BRD-2026-014', [
      ...proposal,
      ['ProposalDeclined', { side: 'b', reasonCode: 'staff-changes', wantsOtherPartner: false }],
      ['LinkNotFormed', { reasonCode: 'staff-changes' }],
      ['EntryVoided', { voidsEventId: '00000000-0000-4000-8000-000000000004' }],
    ]);
    const pairs = { type: 'PairClass', linkRef: 'BRD-2026-014' };
    expect(commands.map(({ command }) => command)).toEqual([
      { ...pairs, classId: 'oak' },
      { ...pairs, classId: 'elm' },
    ]);
  });

  test('a link asks nothing before it is proposed', () => {
    expect(carryLast('link-BRD-2026-014', proposal.slice(0, 1))).toEqual([]);
  });
});
