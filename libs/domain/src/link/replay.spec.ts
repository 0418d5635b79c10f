import type { Decided } from './decided.js';
import { foldLink } from './evolve.js';
import type { Link, RecordedLinkEvent } from './link.js';
import { dayOf, linkAtRevision, linkKnownNow, linkKnownThen, replay } from './replay.js';
import { recorded } from './spec-support/given-when-then.js';
import { accepted, attended, happened, met, proposed, trained } from './spec-support/example-link.js';
import { stageOf } from './stage.js';

/** The last of these facts entered on another day than it happened. */
const enteredOn = (day: string, facts: readonly Decided[]): readonly RecordedLinkEvent[] => {
  const events = recorded(facts);
  return events.map((event, index) =>
    index === events.length - 1 ? { ...event, recordedAt: `${day}T12:00:00.000Z` } : event,
  );
};
const correction = (day: string, target: string, pointer: string, was: unknown, now: unknown) =>
  happened(day, 'EntryCorrected', { correctsEventId: target, pointer, was, now, reasonCode: 'typing' });
const voiding = (day: string, voidsEventId: string) =>
  happened(day, 'EntryVoided', { voidsEventId, reasonCode: 'wrong-link' });
const facts = (link: Link) => {
  const { entries: _, revision: __, ...rest } = link;
  return rest;
};
const EVER = '2030-01-01';

describe('replaying a link', () => {
  const events = recorded([
    ...met,
    correction('2026-11-20', `e${met.length}`, '/pupilsA', 27, 52),
    voiding('2026-11-21', `e${trained.length}`),
  ]);

  it('shows one state a revision, each the fold of what came before', () => {
    const states = [...replay(events)];
    expect(states.map((link) => link.revision)).toEqual(events.map((event) => event.revision));
    for (const state of states) {
      expect(state).toEqual(foldLink(events.slice(0, state.revision)));
      expect(state).toEqual(linkAtRevision(events, state.revision));
    }
  });

  it('numbers the history and keeps every line of it', () => {
    expect(foldLink(events).entries.map((entry) => entry.event)).toEqual(events);
    expect(linkAtRevision(events, 0).revision).toBe(0);
  });
});

describe('what was known then', () => {
  it('is what had been entered by that moment', () => {
    const events = enteredOn('2026-12-10', met);
    expect(stageOf(linkKnownThen(events, '2026-12-01T23:59:59.999Z'))).toBe('trained');
    expect(stageOf(linkKnownThen(events, '2026-12-10T12:00:00.000Z'))).toBe('met');
  });

  it('reads the moment however it is written', () => {
    const events = enteredOn('2026-07-10', met.slice(0, 4));
    expect(linkKnownThen(events, '2026-07-10T13:00:00+01:00').revision).toBe(4);
    expect(linkKnownThen(events, '2026-07-10T12:59:00+01:00').revision).toBe(3);
    expect(linkKnownThen(events, '2026-07-10T12:00:00Z').revision).toBe(4);
    expect(linkKnownThen(events, '2026-07-10T11:59:59Z').revision).toBe(3);
  });

  it('leaves out corrections that came later', () => {
    const events = recorded([...met, correction('2026-12-10', `e${met.length}`, '/pupilsA', 27, 52)]);
    expect(linkKnownThen(events, '2026-12-01T00:00:00.000Z').meetings).toMatchObject([{ pupilsA: 27 }]);
  });
});

describe('what is known now to have happened by then', () => {
  it('counts what was entered late', () => {
    const events = enteredOn('2026-12-10', met);
    expect(stageOf(linkKnownNow(events, '2026-11-11'))).toBe('trained');
    expect(stageOf(linkKnownNow(events, '2026-11-12'))).toBe('met');
  });

  it('applies later corrections and voids at the place of the entry they mend', () => {
    const events = recorded([
      ...met,
      correction('2026-12-10', `e${met.length}`, '/pupilsA', 27, 52),
      voiding('2026-12-11', `e${trained.length}`),
    ]);
    const link = linkKnownNow(events, '2026-11-12');
    expect(link.meetings).toMatchObject([{ pupilsA: 52 }]);
    expect(link.reached.trained).toBeUndefined();
    expect(link.revision).toBe(met.length);
    // The voided entry is left out; the correction stands beside the entry it mends.
    expect(link.entries).toHaveLength(met.length);
    expect(link.entries.at(-1)?.event.type).toBe('EntryCorrected');
  });

  it.each(['/on', '/occurredOn'])('moves a meeting whose day was corrected, by %s', (pointer) => {
    const events = recorded([
      ...met,
      correction('2026-12-10', `e${met.length}`, pointer, '2026-11-12', '2026-11-05'),
    ]);
    expect(stageOf(linkKnownNow(events, '2026-11-05'))).toBe('met');
    expect(stageOf(linkKnownNow(events, '2026-11-04'))).toBe('trained');
  });

  it('counts a month or a year from its beginning, and what was before the import always', () => {
    const events = recorded([
      ...proposed,
      accepted('a', 'before-import'),
      accepted('b', '2026-07'),
      attended('a', '2027'),
    ]);
    expect(linkKnownNow(events, '2026-05-31').sides.a.acceptedOn).toBe('before-import');
    expect(linkKnownNow(events, '2026-06-30').sides.b.acceptedOn).toBeUndefined();
    expect(linkKnownNow(events, '2026-07-01').reached.brokered).toBe('2026-07');
    expect(linkKnownNow(events, '2026-12-31').training).toEqual([]);
    expect(linkKnownNow(events, '2027-01-01').training).toHaveLength(1);
  });

  it('is today what the log says, when all was entered in the order in which it happened', () => {
    const events = recorded(met);
    expect(facts(linkKnownNow(events, EVER))).toEqual(facts(foldLink(events)));
  });
});

it('asked as at a moment, the day is that of London', () => {
  expect(dayOf('2026-07-01T23:30:00Z')).toBe('2026-07-02');
  expect(dayOf('2026-07-01')).toBe('2026-07-01');
});
