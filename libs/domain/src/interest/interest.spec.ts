import { Refusal } from '../refusal.js';
import { decideInterest, type InterestCommand } from './decide-interest.js';
import { classStatus, interestStatus, isUnplaced, unknownInterest, type Interest } from './interest.js';
import { after, ask, occasion, pair, receive, release, withdraw } from './spec-support/example-interest.js';

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

  it('keeps what the school hopes for and needs, and whether it has linked before', () => {
    const said = { constraints: ['step-free-access', 'short-journey'], linkedBefore: true } as const;
    expect(after({ ...receive, ...said })).toMatchObject({
      ...said,
      urn: '900001',
      headId: 'head-a',
      priorities: ['identity'],
      classes: [{ yearGroups: [4] }, { yearGroups: [4] }],
    });
    expect(after(receive)).not.toHaveProperty('constraints');
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

  it('is given up class by class, and withdrawn with the last one', () => {
    const drop = (classId: string) => ({ type: 'WithdrawClass', classId, reasonCode: 'no-teacher' }) as const;
    const one = after(receive, drop('oak'));
    expect(statuses(one)).toEqual(['withdrawn', 'waiting']);
    expect(ask(one, drop('oak'))).toEqual([]);
    expect(interestStatus(after(receive, drop('oak'), drop('ash')))).toBe('withdrawn');
    refused(
      () => ask(after(receive, pair('oak')), drop('oak')),
      'CLASS_ALREADY_PAIRED',
      'This class is in BRD-2026-014.',
    );
  });

  it('gets a class more, and one is changed while it waits', () => {
    const elm = { classId: 'elm', yearGroups: [5], pupilCount: 30, placeholder: true, teachers: [] };
    const three = after(receive, { type: 'OfferClass', offered: elm });
    expect(statuses(three)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(ask(three, { type: 'OfferClass', offered: elm })).toEqual([]);
    const changed = { ...elm, pupilCount: 27 };
    const change = { type: 'ChangeOfferedClass', offered: changed } as const;
    expect(ask(three, change)).toEqual([{ type: 'OfferedClassChanged', data: { offered: changed } }]);
    const now = after(receive, { type: 'OfferClass', offered: elm }, change);
    expect(now.classes[2]).toMatchObject({ pupilCount: 27, linkRefs: [], withdrawn: false });
    expect(ask(now, change)).toEqual([]);
    refused(
      () => ask(after(receive, withdraw), { type: 'OfferClass', offered: elm }),
      'INTEREST_WITHDRAWN',
      'This interest was withdrawn.',
    );
  });

  it('gets another headteacher, once', () => {
    const change = { type: 'ChangeInterestHead', headId: 'head-b' } as const;
    expect(after(receive, change).headId).toBe('head-b');
    expect(ask(after(receive, change), change)).toEqual([]);
  });

  it('gets no class back whose school wants no other partner, unless that no was a mistake', () => {
    const forGood = { ...release, withdrawnBecause: 'staff-changes' };
    const gone = after(receive, pair('oak'), forGood);
    expect(statuses(gone)).toEqual(['withdrawn', 'waiting']);
    expect(ask(gone, forGood)).toEqual([]);
    expect(statuses(after(receive, pair('oak'), forGood, pair('oak')))).toEqual(['paired', 'waiting']);
    const inTwo = after(receive, pair('oak'), pair('oak', 'BRD-2026-020'), forGood);
    expect(statuses(inTwo)).toEqual(['paired', 'waiting']);
  });
});

describe('an interest of no programme', () => {
  const { programme: _, ...fromNowhere } = receive;
  const unplaced: InterestCommand = {
    ...fromNowhere,
    routing: { unplacedBecause: 'outside-every-area' },
  };
  const place = { type: 'PlaceInterest', programme: 'kent' } as const;
  const handOver = { type: 'HandOverInterest', programme: 'kent', reasonCode: 'nearer' } as const;
  const decline = { type: 'DeclineInterest', reasonCode: 'no-programme-near' } as const;

  it('waits until the national office has placed it', () => {
    const waiting = after(unplaced);
    expect(isUnplaced(waiting)).toBe(true);
    expect(waiting.unplacedBecause).toBe('outside-every-area');
    const placed = after(unplaced, place);
    expect(isUnplaced(placed)).toBe(false);
    expect(placed).toMatchObject({ programme: 'kent', handedOverBy: [] });
    expect(placed.unplacedBecause).toBeUndefined();
    expect(ask(placed, place)).toEqual([]);
    refused(
      () => ask(placed, { type: 'PlaceInterest', programme: 'bradford' }),
      'INTEREST_ALREADY_PLACED',
      'Another programme has this interest already.',
    );
  });

  it('is read on by the programme that took the call', () => {
    const taken = after({ ...receive, routing: { unplacedBecause: 'area-not-clear' } });
    expect(taken).toMatchObject({ programme: '', handedOverBy: ['bradford'] });
    expect(after(receive, handOver)).toMatchObject({ programme: 'kent', handedOverBy: ['bradford'] });
  });

  it('is handed on only by a programme that has it, and while no class is in a link', () => {
    refused(
      () => ask(after(unplaced), handOver),
      'INTEREST_NOT_PLACED',
      'No programme has this interest yet.',
    );
    refused(
      () => ask(after(receive, pair('oak')), handOver),
      'CLASS_ALREADY_PAIRED',
      'A class of this interest is in BRD-2026-014.',
    );
    expect(ask(after(receive, handOver), handOver)).toEqual([]);
  });

  it('stays on the national list with a reason, or is declined once', () => {
    const keep = { type: 'KeepInterest', reasonCode: 'programme-being-set-up' } as const;
    expect(isUnplaced(after(unplaced, keep))).toBe(true);
    const declined = after(unplaced, decline);
    expect([isUnplaced(declined), interestStatus(declined), ...statuses(declined)]).toEqual([
      false,
      'declined',
      'declined',
      'declined',
    ]);
    expect(ask(declined, decline)).toEqual([]);
    refused(() => ask(declined, place), 'INTEREST_WITHDRAWN', 'This interest was declined.');
  });
});
