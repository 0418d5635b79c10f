import type { TrainingEvent, TrainingEventData } from '@linking/events/training/training-events.js';
import { agreed, attended, happened, sent } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import type { Link } from '../link/link.js';
import { planTrainingMails } from './training-mails.js';
import { mailId } from './wanted-mail.js';

type OnDay = readonly [day: string, event: TrainingEvent];

const planned = (change: Partial<TrainingEventData['SessionPlanned']> = {}, day = '2026-09-10'): OnDay => [
  day,
  {
    type: 'SessionPlanned',
    data: {
      sessionId: 's1',
      programme: 'bradford',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:15',
      endsAt: '15:30',
      venueId: 'cartwright-hall',
      capacity: 20,
      ...change,
    },
  },
];
const place = (
  type: 'PlaceTaken' | 'WaitingForPlace' | 'PlaceGivenUp',
  side: 'a' | 'b',
  linkRef = 'BRD-2026-014',
  day = '2026-09-14',
): OnDay => [day, { type, data: { teacherId: `teacher-${side}`, linkRef, side } }];
const enrolled = (side: 'a' | 'b', linkRef?: string, day?: string) => place('PlaceTaken', side, linkRef, day);
const moved = (on: string, day = '2026-09-18'): OnDay => [
  day,
  {
    type: 'SessionMoved',
    data: { on, startsAt: '09:15', endsAt: '15:30', reasonCode: 'venue-not-available' },
  },
];
const cancelled: OnDay = [
  '2026-09-21',
  { type: 'SessionCancelled', data: { reasonCode: 'too-few-teachers' } },
];
const register = (came: boolean, day = '2026-10-01'): OnDay => [
  day,
  {
    type: 'AttendanceRecorded',
    data: { entries: [{ teacherId: 'teacher-a', attended: came, minutes: came ? 375 : 0 }] },
  },
];

const linkOf = (...facts: Facts) => given(agreed, ...facts).link;
const link = linkOf();
const sibling: Link = { ...link, ref: 'BRD-2026-015' };
const wanted = (facts: readonly OnDay[], links: readonly Link[] = [link, sibling]) =>
  planTrainingMails(
    facts.map(([day, event], index) => ({
      ...event,
      revision: index + 1,
      recordedAt: `${day}T12:00:00.000Z`,
    })),
    links,
  );
const mails = (...of: Parameters<typeof wanted>) =>
  wanted(...of).map(({ content, step, dueOn, personId }) => `${content.rule} ${step} ${dueOn} ${personId}`);
const changes = (...of: Parameters<typeof wanted>) =>
  wanted(...of).flatMap(({ content, step, personId }) =>
    content.rule === 'N10' || content.rule === 'N19'
      ? [[personId, step, content.change, content.on, content.waiting]]
      : [],
  );

test('a teacher who has a place is told at once, and reminded a week before', () => {
  expect(mails([planned(), enrolled('a')])).toEqual([
    'N10 place-v0 2026-10-01 teacher-a',
    'N11 week-before 2026-09-24 teacher-a',
  ]);
  expect(wanted([planned(), enrolled('a')]).map(mailId)[0]).toBe(
    'training-s1.N10.place-v0.2026-10-01.teacher-a',
  );
});

test('she is told why it is a full day or a half day, and nothing when the coordinator decided otherwise', () => {
  const basis = (kind: 'initial-full' | 'initial-half' | 'planning-half', side: 'a' | 'b') => {
    const [mail] = wanted([planned({ kind }), enrolled(side)]);
    return [
      mail?.content.rule,
      mail !== undefined && 'basis' in mail.content ? mail.content.basis : undefined,
    ];
  };
  expect(basis('initial-full', 'a')).toEqual(['N10', 'first-time']);
  expect(basis('initial-half', 'b')).toEqual(['N10', 'linked-before']);
  expect(basis('initial-full', 'b')).toEqual(['N10', undefined]);
  expect(basis('planning-half', 'b')).toEqual(['N19', undefined]);
});

test('a teacher of two links gets one mail, that names both', () => {
  const facts = [planned(), enrolled('a'), enrolled('a', 'BRD-2026-015')];
  expect(mails(facts)).toHaveLength(2);
  expect(wanted(facts)[0]?.content).toMatchObject({ linkRefs: ['BRD-2026-014', 'BRD-2026-015'] });
});

test('who waits for a place is told so, and again when she has one; only then she is reminded', () => {
  expect(mails([planned(), place('WaitingForPlace', 'a')])).toEqual(['N10 waiting-v0 2026-10-01 teacher-a']);
  expect(mails([planned(), place('WaitingForPlace', 'a'), enrolled('a')])).toEqual([
    'N10 place-v0 2026-10-01 teacher-a',
    'N11 week-before 2026-09-24 teacher-a',
  ]);
});

const gaveUp = (side: 'a' | 'b', day?: string, linkRef?: string) => place('PlaceGivenUp', side, linkRef, day);

test('who gave up her place is told at once that the day leaves her calendar, and asked for nothing more', () => {
  const facts = [planned(), enrolled('a'), gaveUp('a', '2026-09-16')];
  expect(mails(facts)).toEqual(['N10 given-up-v1 2026-10-01 teacher-a']);
  expect(wanted(facts)).toMatchObject([
    {
      kind: 'immediate',
      content: {
        change: 'cancelled',
        givenUp: true,
        waiting: false,
        linkRefs: ['BRD-2026-014'],
        sequence: 1,
        stamp: '2026-09-16T12:00:00.000Z',
      },
    },
  ]);
  const planning = planned({ kind: 'planning-half' });
  expect(mails([planning, enrolled('a'), gaveUp('a')])).toEqual(['N19 given-up-v1 2026-10-01 teacher-a']);
});

test('who comes again for the same session gets its mail again, as the next version of the same entry', () => {
  const back = [planned(), enrolled('a'), gaveUp('a', '2026-09-16'), enrolled('a', undefined, '2026-09-17')];
  expect(mails(back)).toEqual(['N10 place-v2 2026-10-01 teacher-a', 'N11 week-before 2026-09-24 teacher-a']);
  expect(wanted(back)[0]?.content).toMatchObject({
    change: 'planned',
    sequence: 2,
    stamp: '2026-09-17T12:00:00.000Z',
  });
  expect(wanted(back)[0]?.content).not.toHaveProperty('givenUp');
  const again = [...back, gaveUp('a', '2026-09-18')];
  expect(mails(again)).toEqual(['N10 given-up-v3 2026-10-01 teacher-a']);
});

test('what others do makes no new version of her entry, and what she does none of theirs', () => {
  const facts = [planned(), enrolled('b'), enrolled('a'), gaveUp('a'), enrolled('a'), moved('2026-10-08')];
  expect(changes(facts)).toEqual([
    ['teacher-b', 'place-v1', 'moved', '2026-10-08', false],
    ['teacher-a', 'place-v3', 'moved', '2026-10-08', false],
  ]);
});

test('what becomes of the session after she left it is not told to her any more', () => {
  const left = [planned(), enrolled('a'), gaveUp('a', '2026-09-16')];
  expect(wanted([...left, moved('2026-10-08')])).toEqual(wanted(left));
  expect(wanted([...left, cancelled])).toEqual(wanted(left));
});

test('who gives up a place for one link and comes for another keeps her entry as it is', () => {
  const facts = [planned(), enrolled('a'), enrolled('a', 'BRD-2026-015'), gaveUp('a')];
  expect(mails(facts)).toEqual(['N10 place-v0 2026-10-01 teacher-a', 'N11 week-before 2026-09-24 teacher-a']);
  expect(wanted(facts)[0]?.content).toMatchObject({ linkRefs: ['BRD-2026-015'] });
});

test('who waited for a place and does not any more is told so; nothing stood in her calendar', () => {
  const facts = [planned(), place('WaitingForPlace', 'a'), gaveUp('a')];
  expect(changes(facts)).toEqual([['teacher-a', 'given-up-v1', 'cancelled', '2026-10-01', true]]);
});

test('a place that is given up when the session is over, held or cancelled for all is not written about', () => {
  expect(mails([planned(), enrolled('a'), gaveUp('a', '2026-10-02')])).toEqual([]);
  expect(mails([planned(), enrolled('a'), gaveUp('a', '2026-10-01')])).toHaveLength(1);
  expect(mails([planned(), enrolled('a'), register(true), gaveUp('a', '2026-10-01')])).toEqual([]);
  expect(mails([planned(), enrolled('a'), cancelled, gaveUp('a', '2026-09-22')])).toEqual([]);
});

test('who handed over her class, or whose link has ended, is told all the same, unless she cannot be reached', () => {
  const facts = [planned(), enrolled('a'), gaveUp('a', '2026-09-16')];
  const replaced = linkOf(
    happened('2026-09-15', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'teacher-c',
      linkedBefore: false,
      reasonCode: 'left-school',
    }),
  );
  const withdrawn = linkOf(
    happened('2026-09-15', 'LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'signed' }),
  );
  const paused = linkOf(happened('2026-09-15', 'LinkPaused', { reasonCode: 'building-work' }));
  const lost = linkOf(happened('2026-09-15', 'ContactLost', { side: 'a', personId: 'teacher-a' }));
  for (const its of [replaced, withdrawn, paused]) expect(mails(facts, [its])).toHaveLength(1);
  expect(mails(facts, [lost])).toEqual([]);
  expect(mails(facts, [])).toEqual([]);
});

test('a moved session is told to those who knew it as moved, to others as it is', () => {
  const facts = [planned(), enrolled('a'), moved('2026-10-08'), enrolled('b', undefined, '2026-09-20')];
  expect(changes(facts)).toEqual([
    ['teacher-a', 'place-v1', 'moved', '2026-10-08', false],
    ['teacher-b', 'place-v1', 'planned', '2026-10-08', false],
  ]);
  expect(wanted(facts).map(({ content }) => ('wasOn' in content ? content.wasOn : undefined))).toEqual([
    '2026-10-01',
    undefined,
    undefined,
    undefined,
  ]);
  expect(wanted(facts)[0]?.content).toMatchObject({ sequence: 1, stamp: '2026-09-18T12:00:00.000Z' });
  expect(mails(facts)).toContain('N11 week-before 2026-10-01 teacher-a');
});

test('a cancelled session is told to all who came or waited, and nothing else', () => {
  expect(changes([planned(), enrolled('a'), place('WaitingForPlace', 'b'), cancelled])).toEqual([
    ['teacher-a', 'place-v1', 'cancelled', '2026-10-01', false],
    ['teacher-b', 'waiting-v1', 'cancelled', '2026-10-01', true],
  ]);
  expect(mails([planned(), enrolled('a'), cancelled])).toHaveLength(1);
});

test('whoever was marked absent is missed the day after, until she was trained elsewhere', () => {
  const facts = [planned(), enrolled('a'), enrolled('b'), register(false)];
  expect(mails(facts).filter((mail) => mail.startsWith('N12'))).toEqual(['N12 missed 2026-10-02 teacher-a']);
  expect(mails([planned(), enrolled('a'), register(true)]).filter((mail) => mail.startsWith('N12'))).toEqual(
    [],
  );
  const trained = linkOf(attended('a', '2026-10-15'));
  expect(mails(facts, [trained]).filter((mail) => mail.startsWith('N12'))).toEqual([]);
});

test('absence on a Friday is asked about on Monday, a session after half-term reminded of before it', () => {
  const friday = planned({ on: '2026-10-09' });
  expect(mails([friday, enrolled('a'), register(false, '2026-10-09')]).at(-1)).toBe(
    'N12 missed 2026-10-12 teacher-a',
  );
  expect(mails([planned({ on: '2026-11-05' }), enrolled('a')]).at(-1)).toBe(
    'N11 week-before 2026-10-23 teacher-a',
  );
});

test('a place that is written down after the session announces nothing', () => {
  expect(changes([planned(), enrolled('a', undefined, '2026-10-02')])).toEqual([]);
  expect(changes([planned(), enrolled('a', undefined, '2026-10-01')])).toHaveLength(1);
});

test('a place counts while its link is open and she is its teacher', () => {
  const facts = [planned(), enrolled('a'), enrolled('a', 'BRD-2026-015')];
  const withdrawn = linkOf(
    happened('2026-09-15', 'LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'signed' }),
  );
  const replaced = linkOf(
    happened('2026-09-15', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'teacher-c',
      linkedBefore: false,
      reasonCode: 'left-school',
    }),
  );
  expect(wanted(facts, [withdrawn, sibling])[0]?.content).toMatchObject({ linkRefs: ['BRD-2026-015'] });
  expect(mails(facts, [withdrawn])).toEqual([]);
  expect(mails(facts, [replaced])).toEqual([]);
});

test('while her link is paused a teacher hears only that the session changes', () => {
  const paused = linkOf(happened('2026-09-15', 'LinkPaused', { reasonCode: 'building-work' }));
  expect(mails([planned(), enrolled('a')], [paused])).toEqual([]);
  expect(mails([planned(), enrolled('a'), cancelled], [paused])).toEqual([
    'N10 place-v1 2026-10-01 teacher-a',
  ]);
});

describe('N13, after the session', () => {
  const next = (facts: readonly OnDay[], links?: readonly Link[]) =>
    wanted(facts, links).filter(({ content }) => content.rule === 'N13');

  it('goes once to a teacher of several links, on the school day after', () => {
    const mails = next([planned(), enrolled('a'), enrolled('a', 'BRD-2026-015'), register(true)]);
    expect(mails).toMatchObject([
      {
        subject: 'training-s1',
        step: 'next-step',
        personId: 'teacher-a',
        kind: 'scheduled',
        dueOn: '2026-10-02',
        content: {
          sessionId: 's1',
          on: '2026-10-01',
          linkRefs: ['BRD-2026-014', 'BRD-2026-015'],
          survey: false,
        },
      },
    ]);
  });

  it('goes to nobody who was absent, after a planning half-day, or whose classes have sent their work', () => {
    expect(next([planned(), enrolled('a'), register(false)])).toEqual([]);
    expect(next([planned({ kind: 'planning-half' }), enrolled('a'), register(true)])).toEqual([]);
    expect(next([planned(), enrolled('a'), register(true)], [linkOf(sent('a'))])).toEqual([]);
  });
});
