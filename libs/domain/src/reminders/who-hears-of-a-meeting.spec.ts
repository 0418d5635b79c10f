import { agreed, happened, heldMeeting, plannedMeeting } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';

/** Rule and recipient of each mail about meetings. */
const mails = (...facts: Facts) =>
  planMails(given(agreed, ...facts).link).filter(({ step }) => step.startsWith('meeting-'));
const told = (...facts: Facts) =>
  mails(...facts).map(({ content, personId }) => `${content.rule} ${personId}`);
/** What somebody reads of how the meeting stands: change, day, and the day before a move. */
const reads = (personId: string, ...facts: Facts) =>
  mails(...facts).flatMap((mail) =>
    mail.personId === personId && (mail.content.rule === 'N15' || mail.content.rule === 'N20')
      ? [[mail.content.change, mail.content.on, mail.content.wasOn]]
      : [],
  );

const planned = plannedMeeting(1, '2026-12-03');
/** A meeting at the school of side b; in person when nothing else is said. */
const atSchool = (number: 1 | 2 | 3, on: string, mode: 'in-person' | 'virtual' = 'in-person') =>
  happened('2026-10-05', 'MeetingPlanned', {
    number,
    mode,
    on,
    startsAt: '10:00',
    endsAt: '14:00',
    hostSide: 'b',
    pupilsExpected: 58,
    activities: [],
  });
const moved = (day: string, on: string, startsAt = '10:00') =>
  happened(day, 'MeetingRescheduled', { number: 1, on, startsAt, endsAt: '14:00', reasonCode: 'weather' });
const cancelled = (day: string) => happened(day, 'MeetingCancelled', { number: 1, reasonCode: 'weather' });
const assigned = (day: string, teacherId: string) =>
  happened(day, 'TeacherAssigned', { side: 'a', teacherId, linkedBefore: false, lead: false });
const of = (rule: string, more: readonly string[] = []) => [
  `${rule} teacher-a`,
  `${rule} teacher-b`,
  ...more,
];
/** Prepared once, asked twice. */
const beforeAndAfter = (teacher: string) => [`N17 ${teacher}`, `N18 ${teacher}`, `N18 ${teacher}`];
const entry = (index: number) => `e${agreed.length + index}`;

describe('whether a venue is told', () => {
  test('of a first meeting and a celebration, never of a visit, which is at a school', () => {
    expect(told(planned)).toEqual([
      ...of('N15', ['N15 cartwright-hall']),
      ...beforeAndAfter('teacher-a'),
      ...beforeAndAfter('teacher-b'),
      'N17 cartwright-hall',
    ]);
    for (const number of [2, 3] as const) {
      expect(told(plannedMeeting(number, '2027-03-09')).slice(0, 3)).toEqual([...of('N20'), 'N17 teacher-a']);
      expect(told(plannedMeeting(number, '2027-03-09')).filter((mail) => mail.includes('hall'))).toEqual([]);
    }
  });

  test('not of a first meeting at a school, of which no visit is announced either', () => {
    expect(told(atSchool(1, '2026-12-03'))).toEqual([
      ...of('N15'),
      ...beforeAndAfter('teacher-a'),
      ...beforeAndAfter('teacher-b'),
    ]);
  });

  test('of a move as of a move, when it is still the place', () => {
    expect(reads('cartwright-hall', planned, moved('2026-11-10', '2026-12-10'))).toEqual([
      ['moved', '2026-12-10', '2026-12-03'],
    ]);
  });

  test('of nothing, when it was only named after the meeting was off', () => {
    const corrected = happened('2026-11-23', 'EntryCorrected', {
      correctsEventId: entry(1),
      pointer: '/venueId',
      was: 'cartwright-hall',
      now: 'city-hall',
      reasonCode: 'typing-mistake',
    });
    const facts = [planned, cancelled('2026-11-20'), corrected];
    expect(reads('city-hall', ...facts)).toEqual([]);
    expect(reads('cartwright-hall', ...facts)).toEqual([['cancelled', '2026-12-03', undefined]]);
  });
});

describe('a visit', () => {
  test('is announced two weeks before to both when somebody hosts and the other travels', () => {
    const soon = (...facts: Facts) => told(...facts).filter((mail) => mail.startsWith('N21'));
    expect(soon(atSchool(2, '2027-03-11'))).toEqual(of('N21'));
    expect(soon(atSchool(3, '2027-03-11'))).toEqual(of('N21'));
    expect(soon(atSchool(2, '2027-03-11', 'virtual'))).toEqual([]);
    expect(soon(plannedMeeting(2, '2027-03-11'))).toEqual([]);
  });
});

describe('a meeting that does not take place', () => {
  test('is prepared by nobody and asked about by nobody, when its plan was voided', () => {
    const voided = happened('2026-11-20', 'EntryVoided', {
      voidsEventId: entry(1),
      reasonCode: 'wrong-link',
    });
    expect(told(planned, voided)).toEqual(of('N15', ['N15 cartwright-hall']));
    expect(told(planned, cancelled('2026-11-20'))).toEqual(of('N15', ['N15 cartwright-hall']));
  });

  test('is announced and nothing else, when its step is skipped', () => {
    const skipped = happened('2026-11-20', 'StepSkipped', { step: 'first-meeting', reasonCode: 'weather' });
    expect(told(planned, skipped)).toEqual(of('N15', ['N15 cartwright-hall']));
  });

  test('is cancelled a second time for those who knew it, when it was planned again', () => {
    const again = plannedMeeting(1, '2027-01-14', '2026-11-23');
    expect(reads('teacher-a', planned, cancelled('2026-11-20'), again, cancelled('2026-11-24'))).toEqual([
      ['cancelled', '2027-01-14', undefined],
    ]);
  });

  test('is no matter of a link that is completed: what was only planned is not called off', () => {
    const completed = happened('2026-11-30', 'LinkCompleted', { meetingsHeld: 3 });
    expect(told(planned, completed)).toEqual([]);
  });
});

describe('whoever reads of a move', () => {
  const move = moved('2026-11-10', '2026-12-10');

  test('reads no former day when only the time is another', () => {
    expect(reads('teacher-a', planned, moved('2026-11-10', '2026-12-03', '11:00'))).toEqual([
      ['moved', '2026-12-03', undefined],
    ]);
  });

  test('knew of the meeting when she came between the plan and the first move', () => {
    const facts = [planned, assigned('2026-10-20', 'late'), move];
    expect(reads('late', ...facts)).toEqual([['planned', '2026-12-10', undefined]]);
    expect(reads('late', ...facts, moved('2026-11-16', '2026-12-17'))).toEqual([
      ['moved', '2026-12-17', '2026-12-10'],
    ]);
  });

  test('knew of it from the day of her interest on, though her class was confirmed later', () => {
    const confirmed = happened('2026-10-20', 'ClassConfirmed', {
      side: 'a',
      classNameId: 'name-a',
      yearGroups: [4],
      pupilCount: 28,
      teachers: [{ teacherId: 'teacher-a', linkedBefore: false }],
    });
    expect(reads('teacher-a', planned, confirmed, move)).toEqual([['moved', '2026-12-10', '2026-12-03']]);
  });

  test('did not know of it because others came before', () => {
    const replaced = happened('2026-09-20', 'TeacherReplaced', {
      side: 'b',
      from: 'teacher-b',
      to: 'teacher-c',
      linkedBefore: false,
      reasonCode: 'leave',
    });
    const facts = [replaced, assigned('2026-09-21', 'early'), planned, assigned('2026-10-20', 'late'), move];
    expect(reads('late', ...facts)).toEqual([['planned', '2026-12-10', undefined]]);
    expect(reads('early', ...facts)).toEqual([['moved', '2026-12-10', '2026-12-03']]);
    expect(reads('teacher-c', ...facts)).toEqual([['moved', '2026-12-10', '2026-12-03']]);
  });
});

test('a meeting that was held without a plan, and voided, is told to nobody', () => {
  const voided = happened('2026-11-20', 'EntryVoided', { voidsEventId: entry(1), reasonCode: 'wrong-link' });
  expect(told(heldMeeting(1, '2026-11-12'), voided)).toEqual([]);
});
