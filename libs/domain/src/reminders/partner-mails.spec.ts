import type { TeacherFacts } from '@linking/events/link/link-events.js';
import { nationalCalendar } from '../calendar/school-calendar.js';
import { agreed, happened, issued, signedBy } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';

const greetings = (...facts: Facts) =>
  planMails(given(...facts).link).filter(({ content }) => content.rule === 'N09');
const days = (...facts: Facts) =>
  greetings(...facts).map(({ personId, anchorDate }) => [personId, anchorDate]);
const all = (day: string, teacherA = 'teacher-a') =>
  [teacherA, 'head-a', 'teacher-b', 'head-b'].map((person) => [person, day]);
/** Class a was promised in spring: its teacher was not known then. */
const promised = agreed.map((fact) =>
  fact.type === 'InterestRecorded' && fact.data.side === 'a'
    ? { ...fact, data: { ...fact.data, placeholder: true, teachers: [] } }
    : fact,
);
const confirmed = (day: string, side: 'a' | 'b', teachers: readonly TeacherFacts[]) =>
  happened(day, 'ClassConfirmed', {
    side,
    classNameId: `name-${side}`,
    yearGroups: [4],
    pupilCount: 28,
    teachers,
  });
const assigned = (day: string, side: 'a' | 'b', teacherId: string, from?: string) =>
  happened(day, 'TeacherAssigned', {
    side,
    teacherId,
    linkedBefore: false,
    lead: false,
    ...(from === undefined ? {} : { from }),
  });

describe('the names of the partner', () => {
  it('are told when the second headteacher has signed', () => {
    expect(days(issued, signedBy('a', '2026-09-09'), signedBy('b', '2026-09-15'))).toEqual(all('2026-09-15'));
    expect(days(issued, signedBy('b', '2026-09-09'), signedBy('a', '2026-09-15'))).toEqual(all('2026-09-15'));
  });

  it('go to each teacher, and as a copy to the heads', () => {
    expect(
      greetings(agreed).map(({ personId, content }) => [personId, 'audience' in content && content.audience]),
    ).toEqual([
      ['teacher-a', 'teacher'],
      ['head-a', 'head'],
      ['teacher-b', 'teacher'],
      ['head-b', 'head'],
    ]);
  });

  it('wait for the teacher of a class that was promised in spring', () => {
    expect(days(promised)).toEqual([]);
    expect(days(promised, confirmed('2026-09-14', 'a', []))).toEqual([]);
    const other = confirmed('2026-09-11', 'b', [{ teacherId: 'teacher-b', linkedBefore: true }]);
    const own = confirmed('2026-09-21', 'a', [{ teacherId: 'teacher-a', linkedBefore: false }]);
    expect(days(promised, other, own)).toEqual(all('2026-09-21'));
    expect(days(promised, other, confirmed('2026-09-14', 'a', []), own)).toEqual(all('2026-09-21'));
  });

  it('are told as well when the teacher was added by herself, whoever joined the other class before', () => {
    const mails = days(
      promised,
      assigned('2026-09-11', 'b', 'second'),
      assigned('2026-09-14', 'a', 'teacher-a'),
    );
    expect(mails).toEqual([
      ...all('2026-09-14').slice(0, 3),
      ['second', '2026-09-14'],
      ['head-b', '2026-09-14'],
    ]);
  });

  it('are told to nobody when the teacher was added by mistake', () => {
    const voided = happened('2026-09-15', 'EntryVoided', {
      voidsEventId: `e${promised.length + 1}`,
      reasonCode: 'wrong-link',
    });
    expect(days(promised, assigned('2026-09-14', 'a', 'teacher-a'), voided)).toEqual([]);
  });

  it('name whoever will begin, while the class has nobody else', () => {
    const [, , toB] = greetings(promised, assigned('2026-09-08', 'a', 'teacher-a', '2026-11-02'));
    expect(toB).toMatchObject({ personId: 'teacher-b', content: { partnerTeacherIds: ['teacher-a'] } });
  });
});

describe('a cover who begins later', () => {
  const begins = (from: string) => assigned('2026-09-08', 'a', 'cover', from);
  const toCover = (...facts: Facts) => greetings(...facts).find(({ personId }) => personId === 'cover');

  it('reads of the partner at once when she begins on that day, a week before when she begins later', () => {
    expect(toCover(agreed, begins('2026-09-09'))).toMatchObject({ kind: 'immediate', dueOn: '2026-09-09' });
    expect(toCover(agreed, begins('2026-09-24'))).toMatchObject({ kind: 'scheduled', dueOn: '2026-09-17' });
  });

  it('reads of it on a school day of her own programme', () => {
    const { link } = given(agreed, begins('2027-01-11'));
    const closed = { from: '2027-01-04', to: '2027-01-04', name: 'INSET day' };
    const calendar = { ...nationalCalendar('2026-27'), closedDays: [closed] };
    const mails = planMails({ ...link, programmeYear: { switches: [], daysToAvoid: [], calendar } });
    expect(mails.find(({ personId }) => personId === 'cover')?.dueOn).toBe('2026-12-18');
  });
});
