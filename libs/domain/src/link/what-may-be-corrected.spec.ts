import type { Decided } from './decided.js';
import { given } from './spec-support/given-when-then.js';
import {
  agreed,
  happened,
  met,
  plannedMeeting,
  proposed,
  sent,
  trained,
} from './spec-support/example-link.js';

/** The last entry of a history, corrected in one field. */
const corrected = (history: readonly Decided[], field: string, was: unknown, now: unknown) =>
  given(history).when({
    type: 'CorrectEntry',
    eventId: `e${history.length}`,
    field,
    was,
    now,
    reasonCode: 'typing',
  });
const planned = [...trained, plannedMeeting(1, '2026-12-03')];
const exchanged = [...agreed, sent('a')];
const ten = ['art', 'music', 'drama', 'pe', 'history', 'english', 'science', 'computing', 'languages', 're'];
const manySubjects = [
  ...agreed,
  happened('2026-10-20', 'WorkExchanged', {
    fromSide: 'a',
    kind: 'work',
    mode: 'post',
    keyQuestions: [],
    subjects: [...ten, 'geography'],
    policyTags: [],
  }),
];
const ready = [
  ...planned,
  happened('2026-11-20', 'ReadyForTheDay', {
    number: 1,
    side: 'a',
    riskAssessment: 'confirmed',
    transport: 'booked',
  }),
];
const noReasons = proposed.map((it) =>
  it.type === 'LinkProposed' ? { ...it, data: { ...it.data, reasons: [] } } : it,
);
const confirmed = [
  ...agreed,
  happened('2026-09-20', 'ClassConfirmed', {
    side: 'a',
    classNameId: 'name-a',
    yearGroups: [4],
    pupilCount: 28,
    teachers: [{ teacherId: 'teacher-a', linkedBefore: false }],
  }),
];

it.each<[string, readonly Decided[], unknown, unknown]>([
  ['/pupilsA', met, 27, 0],
  ['/on', met, '2026-11-12', '2026-11-13'],
  ['/occurredOn', met, '2026-11-12', '2026-11-13'],
  ['/riskAssessment/b', met, 'confirmed', 'not-known'],
  ['/collaborative', met, true, false],
  ['/startsAt', planned, '10:00', '09:59'],
  ['/startsAt', planned, '10:00', '00:00'],
  ['/endsAt', planned, '14:00', '23:59'],
  ['/endsAt', planned, '14:00', '19:30'],
  ['/mode', planned, 'in-person', 'virtual'],
  ['/venueId', planned, 'cartwright-hall', 'library:2_a.b'],
  ['/occurredOn', planned, '2026-10-05', '2026-10'],
  ['/occurredOn', planned, '2026-10-05', '2026'],
  ['/mode', exchanged, 'post', 'hand'],
  ['/subjects', exchanged, ['art'], []],
  ['/keyQuestions/0', exchanged, 'Q1', 'Q4'],
  ['/yearGroups', confirmed, [4], [0, 13]],
  ['/yearGroups/0', confirmed, 4, 5],
  ['/subjects/10', manySubjects, 'geography', 'mathematics'],
  ['/riskAssessment', ready, 'confirmed', 'not-known'],
  ['/reasons', proposed, ['language'], ['faith', 'distance']],
  ['/reasons', noReasons, [], ['language']],
])('the field %s may be corrected, case %#', (field, history, was, now) => {
  corrected(history, field, was, now).thenRecorded(['EntryCorrected', { pointer: field, was, now }]);
});

it.each<[string, readonly Decided[], unknown, unknown]>([
  ['/pupilsA', met, 27, -1],
  ['/pupilsA', met, 27, 2.5],
  ['/pupilsA', met, 27, '28'],
  ['/pupilsA', met, 27, null],
  ['/on', met, '2026-11-12', '2026-11'],
  ['/on', met, '2026-11-12', '2026-11-31'],
  ['/occurredOn', met, '2026-11-12', '2026-11'],
  ['/occurredOn', met, '2026-11-12', 20261113],
  ['/occurredOn', planned, '2026-10-05', 'last week'],
  ['/occurredOn', planned, '2026-10-05', 2026],
  ['/riskAssessment/a', met, 'confirmed', 'perhaps'],
  ['/riskAssessment', met, { a: 'confirmed', b: 'confirmed' }, { a: 'confirmed', b: 'not-known' }],
  ['/collaborative', met, true, 'no'],
  ['/startsAt', planned, '10:00', '24:00'],
  ['/startsAt', planned, '10:00', '9:00'],
  ['/startsAt', planned, '10:00', '10:60'],
  ['/startsAt', planned, '10:00', '10:000'],
  ['/startsAt', planned, '10:00', 'at10:00'],
  ['/mode', planned, 'in-person', 'post'],
  ['/mode', exchanged, 'post', 'virtual'],
  ['/venueId', planned, 'cartwright-hall', 'Cartwright Hall'],
  ['/venueId', planned, 'cartwright-hall', ''],
  ['/venueId', planned, 'cartwright-hall', 'x'.repeat(65)],
  ['/subjects', exchanged, ['art'], 'art'],
  ['/subjects', exchanged, ['art'], ['pottery']],
  ['/subjects', exchanged, ['art'], [['art']]],
  ['/keyQuestions/0', exchanged, 'Q1', 'Q5'],
  ['/yearGroups', confirmed, [4], [14]],
  ['/yearGroups', confirmed, [4], ['four']],
  ['/yearGroups', confirmed, [4], 4],
  ['/yearGroups', confirmed, [4], [true]],
  ['/yearGroups/0', confirmed, 4, 14],
  ['/yearGroups/0', confirmed, 4, -1],
  ['/subjects/10', manySubjects, 'geography', 'pottery'],
  ['/riskAssessment', ready, 'confirmed', 'perhaps'],
  ['/reasons', proposed, ['language'], [5]],
  ['/reasons', proposed, ['language'], [true]],
  ['/reasons', noReasons, [], ['of another language']],
  ['/occurredOn', exchanged, '2026-10-20', 'before-import'],
])('the field %s cannot hold just anything, case %#', (field, history, was, now) => {
  corrected(history, field, was, now).thenRefused(
    'ENTRY_FIELD_UNKNOWN',
    `${JSON.stringify(now)} cannot stand in the field ${field}.`,
  );
});

it('what an import knew no better may be said again; it is no change', () => {
  const imported = exchanged.map((it) => ({ ...it, occurredOn: 'before-import' }));
  corrected(imported, '/occurredOn', 'before-import', 'before-import').thenNothing();
});

it.each([
  ['/keyQuestions/1', exchanged],
  ['/keyQuestions/0x', exchanged],
  ['/keyQuestions/x0', exchanged],
  ['/keyQuestions/length', exchanged],
  ['/mode/length', exchanged],
  ['mode', exchanged],
  ['/', exchanged],
  ['/pupils', met],
] as const)('there is no field %s', (field, history) => {
  corrected(history, field, 'Q1', 'Q2').thenRefused(
    'ENTRY_FIELD_UNKNOWN',
    `This entry has no field ${field}.`,
  );
});

it.each([
  ['/number', met, 1, 2],
  ['/side', confirmed, 'a', 'b'],
  ['/classNameId', confirmed, 'name-a', 'name-b'],
  ['/teachers', confirmed, [], []],
  ['/teachers/0/teacherId', confirmed, 'teacher-a', 'teacher-b'],
  ['/fromSide', exchanged, 'a', 'b'],
  [
    '/to',
    [
      ...agreed,
      happened('2026-09-20', 'SchoolSucceeded', {
        side: 'a',
        from: '900001',
        to: '149210',
        on: '2026-09-01',
      }),
    ],
    '149210',
    '149211',
  ],
] as const)(
  'the field %s says what the entry is about: void it and enter it again',
  (field, history, was, now) => {
    corrected(history, field, was, now).thenRefused(
      'ENTRY_NOT_MENDABLE',
      `The field ${field} cannot be corrected.`,
      { nextStep: 'Void the entry and enter it again.' },
    );
  },
);
