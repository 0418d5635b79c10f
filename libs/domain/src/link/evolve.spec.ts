import type { Decided } from './decided.js';
import { evolve, foldLink } from './evolve.js';
import type { RecordedLinkEvent } from './link.js';
import { given, recorded } from './spec-support/given-when-then.js';
import { brokered, happened, heldMeeting, met, proposed, trained } from './spec-support/example-link.js';

const correcting = (correctsEventId: string, pointer: string, now: unknown) =>
  happened('2026-11-23', 'EntryCorrected', { correctsEventId, pointer, was: null, now, reasonCode: 'x' });
const unchanged = (history: readonly Decided[], ...odd: readonly Decided[]) => {
  const [before, after] = [foldLink(recorded(history)), foldLink(recorded([...history, ...odd]))];
  const { entries, revision, ...facts } = after;
  const { entries: known, revision: _, ...same } = before;
  expect(facts).toEqual(same);
  expect(entries).toHaveLength(known.length + odd.length);
  expect(revision).toBe(before.revision + odd.length);
};

describe('the fold of a link', () => {
  it('copies the interests: class, teachers and what they need', () => {
    const { sides } = given(proposed).link;
    expect(sides.a).toMatchObject({ urn: '900001', classId: 'class-a', pupilCount: 28, headId: 'head-a' });
    expect(sides.b.teachers).toEqual([
      { teacherId: 'teacher-b', linkedBefore: true, lead: true, needs: 'initial-half' },
    ]);
    expect(given(proposed).link.sides.a).not.toHaveProperty('side');
  });

  it('keeps a fact about a meeting nobody planned in the history only', () => {
    const number = 2 as const;
    unchanged(
      trained,
      happened('2026-11-01', 'ReadyForTheDay', {
        number,
        side: 'a',
        riskAssessment: 'confirmed',
        transport: 'booked',
      }),
      happened('2026-11-01', 'MeetingCancelled', { number, reasonCode: 'x' }),
      happened('2026-11-01', 'MeetingMovedOnline', { number, reasonCode: 'x' }),
      happened('2026-11-01', 'MeetingRescheduled', {
        number,
        on: '2026-12-01',
        startsAt: '09:00',
        endsAt: '10:00',
        reasonCode: 'x',
      }),
    );
  });

  it('changes nothing by markers, notes, overrides and what meets nothing', () => {
    unchanged(
      proposed,
      happened('2026-11-01', 'LinkBrokered', {}),
      happened('2026-11-01', 'LinkAgreed', {}),
      happened('2026-11-01', 'VisitsPlanned', {}),
      happened('2026-11-01', 'FinalExchangeCompleted', {}),
      happened('2026-11-01', 'DiscussionRecorded', { noteId: 'n' }),
      happened('2026-11-01', 'GuardOverridden', { rule: 'two-meetings', reasonCode: 'x' }),
      happened('2026-11-01', 'LinkResumed', {}),
      happened('2026-11-01', 'EnrolmentWithdrawn', { side: 'a', teacherId: 'nobody', sessionId: 's' }),
      happened('2026-11-01', 'EntryVoided', { voidsEventId: 'nowhere', reasonCode: 'x' }),
    );
  });

  it.each<[string, unknown]>([
    ['/nowhere', 1],
    ['/pupilsA/deeper', 1],
    ['/riskAssessment/c', 'confirmed'],
    ['', {}],
    ['pupilsA', 1],
    ['/pupilsA', null],
    ['/keyQuestions', [null]],
    ['/keyQuestions/7', 'Q1'],
    ['/keyQuestions/length', 0],
    ['/riskAssessment', null],
    ['/occurredOn', 7],
    ['/__proto__/polluted', true],
  ])('is not led astray by a correction of %j to %j', (pointer, now) => {
    unchanged(met, correcting(`e${met.length}`, pointer, now));
  });

  it('is not led astray by a correction of nothing, of teachers or of itself', () => {
    unchanged(met, correcting('nowhere', '/pupilsA', 1));
    unchanged(proposed, correcting('e1', '/teachers', [null]));
    unchanged(met, correcting(`e${met.length + 1}`, '/reasonCode', 'y'));
    unchanged(
      met,
      happened('2026-11-23', 'EntryVoided', { voidsEventId: `e${met.length + 1}`, reasonCode: 'x' }),
    );
  });

  it('never changes what it was given', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const events = freeze(
      recorded([
        ...met,
        correcting(`e${met.length}`, '/riskAssessment/a', 'not-known'),
        happened('2026-11-23', 'EntryVoided', { voidsEventId: 'e4', reasonCode: 'x' }),
        heldMeeting(2, '2026-11-20'),
      ]),
    );
    const states = events.reduce<ReturnType<typeof foldLink>[]>(
      (all, event: RecordedLinkEvent) => [...all, freeze(evolve(all.at(-1) ?? foldLink([]), event))],
      [],
    );
    expect(states.at(-1)).toEqual(foldLink(events));
  });

  it('holds the place of a meeting as it was held', () => {
    const { link } = given(trained, heldMeeting(3, '2026-11-20'), heldMeeting(2, '2026-11-01'));
    expect(link.meetings.map((it) => it.number)).toEqual([2, 3]);
  });

  it('says when a school said no', () => {
    const no = happened('2026-06-09', 'ProposalDeclined', {
      side: 'b',
      reasonCode: 'no-time',
      wantsOtherPartner: false,
    });
    expect(given(proposed, no).link.sides.b.declined).toEqual({ on: '2026-06-09', reasonCode: 'no-time' });
    expect(given(brokered).link.sides.b.declined).toBeUndefined();
  });
});
