import type { Propose } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { proposed, proposeExample } from './spec-support/example-link.js';

const day = on('2026-06-01');
const propose = (change: Partial<Propose>): Propose => ({ ...proposeExample, ...change });
const around = (change: Partial<Propose['surroundings']>) =>
  propose({ surroundings: { ...proposeExample.surroundings, ...change } });
const { a, b } = proposeExample.surroundings;

describe('proposing a link', () => {
  it('copies both interests into the stream and proposes the two classes', () => {
    given()
      .when(proposeExample, day)
      .thenRecorded(
        ['InterestRecorded', { side: 'a', classId: 'class-a', urn: '900001' }, '2026-06-01'],
        ['InterestRecorded', { side: 'b', classId: 'class-b', urn: '900002' }],
        ['LinkProposed', { ref: 'BRD-2026-014', year: '2026-27', classes: { a: 'class-a', b: 'class-b' } }],
      );
  });

  it('freezes how the two schools differ that day, with what each figure is and where it comes from', () => {
    const differenceProfile = {
      a: { percentEal: 70.3, percentFsm: 40 },
      b: { percentEal: 3, percentFsm: 4, fsm: { kind: 'fsmEver', source: 'census', asOf: '2025-01-16' } },
      distanceKm: 11.2,
    } as const;
    const { link } = given()
      .when(propose({ differenceProfile }), day)
      .thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed', { differenceProfile }]);
    expect(link.differenceProfile).toEqual(differenceProfile);
  });

  it('keeps what surrounds the proposal out of the log', () => {
    const { history } = given().when(proposeExample, day).after();
    expect(JSON.stringify(history)).not.toMatch(/Oak|Mary|surroundings/);
  });

  it('asked twice changes nothing', () => {
    given(proposed).when(proposeExample, day).thenNothing();
  });

  it('never takes the reference of another link', () => {
    given(proposed)
      .when(propose({ a: { ...proposeExample.a, classId: 'class-c' } }), day)
      .thenRefused('STEP_ALREADY_DONE', 'BRD-2026-014 is already a link of two other classes.');
  });

  it('wants an academic year', () => {
    given()
      .when(propose({ year: '2026-28' }), day)
      .thenRefused('YEAR_NOT_VALID', '2026-28 is not an academic year; write it as 2026-27.');
  });

  it('wants two different classes', () => {
    given()
      .when(propose({ b: { ...proposeExample.b, classId: 'class-a' } }), day)
      .thenRefused('SAME_CLASS', 'A class cannot be linked with itself. Choose two different classes.');
  });

  it('wants two schools for a link between schools, and one for an in-school link', () => {
    given()
      .when(propose({ b: { ...proposeExample.b, urn: '900001' } }), day)
      .thenRefused('SAME_SCHOOL', 'Both classes are at the same school.');
    given()
      .when(propose({ kind: 'in-school' }), day)
      .thenRefused('DIFFERENT_SCHOOLS', 'An in-school link joins two classes of one school.');
  });

  it('takes only a class that is offered, for the same year, by a school that still wants to link', () => {
    given()
      .when(around({ b: { ...b, interestWithdrawn: true } }), day)
      .thenRefused('INTEREST_WITHDRAWN', 'Hill Top has withdrawn its interest.');
    given()
      .when(around({ b: { ...b, offered: false } }), day)
      .thenRefused('CLASS_NOT_OFFERED', 'Hill Top has not offered this class.');
    given()
      .when(around({ a: { ...a, year: '2025-26' } }), day)
      .thenRefused('DIFFERENT_YEARS', "4 Oak of St Mary's was offered for 2025-26, not for 2026-27.");
  });

  it('refuses a school that closed without successor', () => {
    given()
      .when(around({ a: { ...a, closedOn: '2025-08-31' } }), day)
      .thenRefused('SCHOOL_CLOSED', "St Mary's closed on 31 August 2025 and has no successor on record.");
    const successors = [{ urn: '149210', name: 'Elm Academy' }, { urn: '149211' }];
    given()
      .when(around({ a: { ...a, closedOn: '2025-08-31', successors } }), day)
      .thenRefused(
        'SCHOOL_CLOSED',
        "St Mary's closed on 31 August 2025. It goes on as Elm Academy (149210) and a school (149211).",
      );
  });

  it('counts the pupils of a class from 0 to 200', () => {
    given()
      .when(propose({ a: { ...proposeExample.a, pupilCount: 201 } }), day)
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
  });

  it.each([
    [
      'class-in-two-links' as const,
      around({ a: { ...a, otherLinkRefs: ['BRD-2026-009'] } }),
      '4 Oak is also in BRD-2026-009. Say why it should be in two links.',
    ],
    [
      'distance-limit' as const,
      around({ distanceKm: 30.6, distanceLimitKm: 14.5 }),
      'Give a reason: the schools are 19 miles apart and your limit is 9 miles.',
    ],
    [
      'linked-before' as const,
      around({ linkedBeforeRef: 'BRD-2024-003' }),
      'These schools were linked before in BRD-2024-003. Say why they should be linked again.',
    ],
  ])('asks a reason for %s, and keeps it', (rule, command, sentence) => {
    given().when(command, day).thenRefused('REASON_REQUIRED', sentence, { rule });
    given()
      .when(command, on('2026-06-01', { overrides: [{ rule, reasonCode: 'asked-for', noteId: 'n1' }] }))
      .thenRecorded(
        ['InterestRecorded'],
        ['InterestRecorded'],
        ['LinkProposed'],
        ['GuardOverridden', { rule, reasonCode: 'asked-for', noteId: 'n1' }],
      );
  });

  it('asks no reason at the limit itself, and none without a limit', () => {
    given()
      .when(around({ distanceKm: 14.5, distanceLimitKm: 14.5 }), day)
      .after();
    given()
      .when(around({ distanceKm: 900 }), day)
      .after();
  });

  it('warns of a year gap, unequal sizes, the same trust and little difference', () => {
    given()
      .when(
        propose({
          b: { ...proposeExample.b, yearGroups: [5], pupilCount: 12 },
          differenceProfile: { a: { percentEal: 20 }, b: { percentEal: 15 } },
          surroundings: { a, b, sameTrust: true },
        }),
        day,
      )
      .thenWarned(
        { code: 'YEAR_GAP', sentence: 'The classes have no year group in common.' },
        { code: 'SIZE_RATIO', sentence: 'The classes differ in size: 12 and 28 pupils.' },
        { code: 'SAME_TRUST', sentence: 'Both schools belong to the same trust.' },
        {
          code: 'LITTLE_DIFFERENCE',
          sentence: 'The schools differ by less than 10 points in meals and language.',
        },
      );
    given().when(proposeExample, day).thenWarned();
  });
});

describe('a proposal', () => {
  it('of the same first class with another second one is another link', () => {
    given(proposed)
      .when({ ...proposeExample, b: { ...proposeExample.b, classId: 'class-c' } }, on('2026-06-01'))
      .thenRefused('STEP_ALREADY_DONE');
  });

  it('may be of one school when it is an in-school link, of two when it is not', () => {
    const inSchool = {
      ...proposeExample,
      kind: 'in-school',
      b: { ...proposeExample.b, urn: proposeExample.a.urn },
    } as const;
    given()
      .when(inSchool, on('2026-06-01'))
      .thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed', { kind: 'in-school' }]);
  });

  it('needs no reason for a distance when either the distance or the limit is not known', () => {
    const { surroundings } = proposeExample;
    const far = (change: object) =>
      given().when({ ...proposeExample, surroundings: { ...surroundings, ...change } }, on('2026-06-01'));
    far({ distanceLimitKm: 5 }).thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed']);
    far({ distanceKm: 40 }).thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed']);
  });

  it('takes the reason for the very rule that is broken', () => {
    const { surroundings } = proposeExample;
    const command = { ...proposeExample, surroundings: { ...surroundings, linkedBeforeRef: 'BRD-2024-003' } };
    given()
      .when(command, on('2026-06-01', { overrides: [{ rule: 'distance-limit', reasonCode: 'asked-for' }] }))
      .thenRefused('REASON_REQUIRED');
  });
});
