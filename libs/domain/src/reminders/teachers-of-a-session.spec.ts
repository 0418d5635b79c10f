import type { TrainingKind } from '@linking/events/link/link-events.js';
import type { TrainingEvent, TrainingEventData } from '@linking/events/training/training-events.js';
import { agreed, attended, happened } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import type { Link } from '../link/link.js';
import { planTrainingMails } from './training-mails.js';

type OnDay = readonly [day: string, event: TrainingEvent];

const planned = (kind: TrainingKind, change: Partial<TrainingEventData['SessionPlanned']> = {}): OnDay => [
  '2026-09-10',
  {
    type: 'SessionPlanned',
    data: {
      sessionId: 's1',
      programme: 'bradford',
      kind,
      on: '2026-10-01',
      startsAt: '09:15',
      endsAt: '15:30',
      capacity: 20,
      ...change,
    },
  },
];
const place = (
  linkRef = 'BRD-2026-014',
  teacherId = 'teacher-a',
  type: 'PlaceTaken' | 'WaitingForPlace' = 'PlaceTaken',
): OnDay => ['2026-09-14', { type, data: { teacherId, linkRef, side: 'a' } }];
const absent: OnDay = [
  '2026-10-01',
  {
    type: 'AttendanceRecorded',
    data: { entries: [{ teacherId: 'teacher-a', attended: false, minutes: 0 }] },
  },
];
const cancelled = (day: string): OnDay => [
  day,
  { type: 'SessionCancelled', data: { reasonCode: 'too-few-teachers' } },
];
const linkOf = (...facts: Facts) => given(agreed, ...facts).link;
const link = linkOf();
/** Another link of the same teachers. */
const second = (...facts: Facts): Link => ({ ...linkOf(...facts), ref: 'BRD-2026-015' });
const inBoth = [place(), place('BRD-2026-015')];

const mails = (facts: readonly OnDay[], links: readonly Link[] = [link]) =>
  planTrainingMails(
    facts.map(([day, event], index) => ({
      ...event,
      revision: index + 1,
      recordedAt: `${day}T12:00:00.000Z`,
    })),
    links,
  );
const rules = (...of: Parameters<typeof mails>) =>
  mails(...of).map(({ content, personId }) => `${content.rule} ${personId}`);

describe('the mail of a session', () => {
  it('says when and where, of which links and of which year', () => {
    const [first, reminder] = mails([planned('initial-full', { venueId: 'cartwright-hall' }), place()]);
    expect(first).toMatchObject({
      programme: 'bradford',
      kind: 'immediate',
      content: { venueId: 'cartwright-hall', year: '2026-27', linkRefs: ['BRD-2026-014'], startsAt: '09:15' },
    });
    expect(reminder).toMatchObject({
      kind: 'scheduled',
      content: {
        rule: 'N11',
        change: 'planned',
        waiting: false,
        venueId: 'cartwright-hall',
        year: '2026-27',
      },
    });
    expect(mails([planned('initial-full'), place()])[0]?.content).not.toHaveProperty('venueId');
  });

  it('says why it is a half day when she linked before in any of her links', () => {
    const before = {
      ...second(),
      sides: {
        ...link.sides,
        a: { ...link.sides.a, teachers: [{ ...link.sides.a.teachers[0]!, linkedBefore: true }] },
      },
    };
    expect(mails([planned('initial-half'), ...inBoth], [link, before])[0]?.content).toMatchObject({
      basis: 'linked-before',
    });
  });

  it.each(['initial-half', 'planning-half'] as const)('gives no reason for a %s of a newcomer', (kind) => {
    expect(mails([planned(kind), place()])[0]?.content).not.toHaveProperty('basis');
  });

  it('goes once to a teacher who has a place in one link and waits in another', () => {
    expect(
      rules(
        [planned('initial-full'), place(), place('BRD-2026-015', 'teacher-a', 'WaitingForPlace')],
        [link, second()],
      ),
    ).toEqual(['N10 teacher-a', 'N11 teacher-a']);
  });

  it('goes to whoever waits beside others who have a place', () => {
    const waits = place('BRD-2026-014', 'share', 'WaitingForPlace');
    const share = happened('2026-09-11', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'share',
      linkedBefore: false,
      lead: false,
    });
    expect(rules([planned('initial-full'), place(), waits], [linkOf(share)])).toEqual([
      'N10 teacher-a',
      'N10 share',
      'N11 teacher-a',
    ]);
  });

  it('names to each teacher her own links, among all that have places', () => {
    const ofB: OnDay = [
      '2026-09-14',
      { type: 'PlaceTaken', data: { teacherId: 'teacher-b', linkRef: 'BRD-2026-015', side: 'b' } },
    ];
    const told = mails([planned('initial-half'), place(), ofB], [link, second()]);
    expect(told.slice(0, 2).map(({ personId, content }) => [personId, content])).toMatchObject([
      ['teacher-a', { linkRefs: ['BRD-2026-014'] }],
      ['teacher-b', { linkRefs: ['BRD-2026-015'], basis: 'linked-before' }],
    ]);
    expect(told[0]?.content).not.toHaveProperty('basis');
  });

  it('goes to a teacher of two links while one of them is paused', () => {
    const paused = second(happened('2026-09-15', 'LinkPaused', { reasonCode: 'building-work' }));
    expect(rules([planned('initial-full'), ...inBoth], [link, paused])).toEqual([
      'N10 teacher-a',
      'N11 teacher-a',
    ]);
  });

  it('is not sent to whoever cannot be reached', () => {
    const lost = happened('2026-09-15', 'ContactLost', { side: 'a', personId: 'teacher-a' });
    expect(rules([planned('initial-full'), place()], [linkOf(lost)])).toEqual([]);
  });

  it('tells nothing of a session that is called off after its day, and tells it on the day', () => {
    expect(rules([planned('initial-full'), place(), cancelled('2026-10-01')])).toEqual(['N10 teacher-a']);
    expect(rules([planned('initial-full'), place(), cancelled('2026-10-02')])).toEqual([]);
  });
});

describe('who missed a session', () => {
  const missed = (kind: TrainingKind, ...facts: Facts) =>
    rules([planned(kind), place(), absent], [linkOf(...facts)]);

  it('is asked about it, and reminded of nothing any more once the register is there', () => {
    const all = mails([planned('initial-full'), place(), absent]);
    expect(all.map(({ content, kind }) => [content.rule, kind])).toEqual([
      ['N10', 'immediate'],
      ['N12', 'scheduled'],
    ]);
    expect(all[1]?.content).toMatchObject({ kind: 'initial-full', on: '2026-10-01', year: '2026-27' });
  });

  it.each([
    [
      'enrolled elsewhere',
      'initial-full',
      [
        happened('2026-10-05', 'TeacherEnrolled', {
          side: 'a',
          teacherId: 'teacher-a',
          sessionId: 's2',
          kind: 'initial-full',
          on: '2026-11-05',
        }),
      ],
    ],
    [
      'whose colleague was trained',
      'initial-full',
      [attended('a', '2026-10-15', 'initial-full', 'teacher-b')],
    ],
    [
      'trained in planning, of an initial day',
      'initial-full',
      [attended('a', '2026-10-15', 'planning-half')],
    ],
    ['trained initially, of a planning day', 'planning-half', [attended('a', '2026-10-15', 'initial-full')]],
  ] as const)('is still asked when she is only %s', (_, kind, facts) => {
    expect(missed(kind, ...facts)).toContain('N12 teacher-a');
  });

  it.each([
    ['initial-full', 'initial-half'],
    ['planning-half', 'planning-half'],
  ] as const)('of a %s is not asked any more after a %s elsewhere', (kind, elsewhere) => {
    expect(missed(kind, attended('a', '2026-10-15', elsewhere))).not.toContain('N12 teacher-a');
  });

  it('is not asked when one of her two links knows that she was trained', () => {
    const trained = second(attended('a', '2026-10-15'));
    const facts = [planned('initial-full'), ...inBoth, absent];
    expect(rules(facts, [link, trained])).toEqual(['N10 teacher-a']);
    expect(rules(facts, [link, second()])).toEqual(['N10 teacher-a', 'N12 teacher-a']);
  });
});
