import type { LinkEventData } from '@linking/events/link/link-events.js';
import { agreed, happened, proposed } from './spec-support/example-link.js';
import { given, on, type Facts } from './spec-support/given-when-then.js';

const confirmed = (teacherIds: readonly string[], day = '2026-09-20') =>
  happened(day, 'ClassConfirmed', {
    side: 'a',
    classNameId: 'name-a',
    yearGroups: [4],
    pupilCount: 28,
    teachers: teacherIds.map((teacherId) => ({ teacherId, linkedBefore: false })),
  });
const assigned = (teacherId: string, more: Partial<LinkEventData['TeacherAssigned']> = {}) =>
  happened('2026-10-05', 'TeacherAssigned', {
    side: 'a',
    teacherId,
    linkedBefore: false,
    lead: false,
    ...more,
  });
const replaced = (from: string, to: string) =>
  happened('2026-11-02', 'TeacherReplaced', { side: 'a', from, to, linkedBefore: false, reasonCode: 'left' });
const teachers = (...history: Facts) => given(...history).link.sides.a.teachers;
const leads = (...history: Facts) =>
  teachers(...history).map(({ teacherId, lead }) => `${teacherId}${lead ? ' leads' : ''}`);
const former = (...history: Facts) =>
  given(...history).link.sides.a.formerTeachers.map(({ teacherId }) => teacherId);

describe('who leads a class', () => {
  it('is the first who is named, with the interest and with the class', () => {
    const two = proposed.map((it) =>
      it.type === 'InterestRecorded'
        ? {
            ...it,
            data: {
              ...it.data,
              teachers: [
                { teacherId: 'first', linkedBefore: false },
                { teacherId: 'second', linkedBefore: true },
              ],
            },
          }
        : it,
    );
    expect(leads(two)).toEqual(['first leads', 'second']);
    expect(leads(agreed, confirmed(['second', 'teacher-a']))).toEqual(['second leads', 'teacher-a']);
  });

  it('stays who it was while somebody covers, or shares the job', () => {
    const cover = { lead: true, from: '2026-11-01', to: '2026-12-18' };
    expect(leads(agreed, assigned('cover', cover))).toEqual(['teacher-a leads', 'cover leads']);
    expect(leads(agreed, assigned('second', { lead: true, jobShare: true }))).toEqual([
      'teacher-a leads',
      'second leads',
    ]);
    expect(leads(agreed, assigned('second', { lead: true }))).toEqual(['teacher-a', 'second leads']);
  });
});

describe('a teacher of a class', () => {
  it('is one teacher, whatever is said of her later', () => {
    expect(teachers(agreed, assigned('second'), assigned('second', { from: '2027-01-04' }))).toMatchObject([
      { teacherId: 'teacher-a' },
      { teacherId: 'second', from: '2027-01-04' },
    ]);
  });

  it('keeps her days and her share of the job when the class is confirmed once more', () => {
    const days = { from: '2026-11-01', to: '2026-12-18' };
    const history = [
      ...agreed,
      assigned('cover', days),
      assigned('half', { lead: true, jobShare: true }),
      confirmed(['teacher-a', 'cover', 'half']),
    ];
    expect(teachers(history)).toEqual([
      { teacherId: 'teacher-a', linkedBefore: false, lead: true, needs: 'initial-full' },
      { teacherId: 'cover', linkedBefore: false, lead: false, needs: 'initial-full', ...days },
      { teacherId: 'half', linkedBefore: false, lead: true, needs: 'initial-full', jobShare: true },
    ]);
  });

  it('needs the half day once she turns out to have linked before; her colleague does not', () => {
    const { link } = given(agreed, confirmed(['teacher-a', 'second']))
      .when({
        type: 'ConfirmClass',
        side: 'a',
        classNameId: 'name-a',
        yearGroups: [4],
        pupilCount: 28,
        teachers: [
          { teacherId: 'teacher-a', linkedBefore: true },
          { teacherId: 'second', linkedBefore: false },
        ],
        sameName: true,
      })
      .after();
    expect(link.sides.a.teachers.map(({ needs }) => needs)).toEqual(['initial-half', 'initial-full']);
  });
});

describe('who taught a class before', () => {
  it('is whom it no longer names, and nobody else', () => {
    expect(former(agreed, confirmed(['teacher-a', 'second']))).toEqual([]);
    const withoutHer = [...agreed, confirmed(['teacher-a', 'second']), confirmed(['second'])];
    expect(former(withoutHer)).toEqual(['teacher-a']);
    expect(former(withoutHer, confirmed(['second', 'third']))).toEqual(['teacher-a']);
  });

  it('is the one who was replaced, not her colleague', () => {
    expect(former(agreed, assigned('second'), replaced('teacher-a', 'new'))).toEqual(['teacher-a']);
  });

  it('is each of them once, also who came back and left again', () => {
    const history = [
      ...agreed,
      assigned('second'),
      replaced('second', 'third'),
      replaced('teacher-a', 'new'),
      assigned('second'),
      replaced('second', 'fourth'),
    ];
    expect(former(history)).toEqual(['teacher-a', 'second']);
  });
});

describe('who cannot be reached', () => {
  const lost = (personId: string, day: string) => happened(day, 'ContactLost', { side: 'a', personId });
  const found = happened('2026-10-10', 'ContactRestored', { side: 'a', personId: 'head-a' });

  it('is still lost when another one was reached again', () => {
    const { link } = given(agreed, lost('head-a', '2026-10-01'), lost('teacher-a', '2026-10-02'), found);
    expect(link.sides.a.lostContacts).toEqual([{ personId: 'teacher-a', on: '2026-10-02' }]);
  });

  it('is lost once, from the last time on, when that she was reached was a mistake', () => {
    const history = [...agreed, lost('head-a', '2026-10-01'), found, lost('head-a', '2026-10-20')];
    const { link } = given(history)
      .when({ type: 'VoidEntry', eventId: `e${agreed.length + 2}`, reasonCode: 'wrong-link' })
      .after();
    expect(link.sides.a.lostContacts).toEqual([{ personId: 'head-a', on: '2026-10-20' }]);
  });
});

it('a day that was agreed with a school stands when the step is talked about again without one', () => {
  const call = { type: 'RecordDiscussion', about: 'exchange' } as const;
  const { link } = given(agreed)
    .when({ ...call, newTarget: '2026-12-11' }, on('2026-11-20'))
    .after()
    .when(call, on('2026-11-21', { noteId: 'n1' }))
    .thenRecorded(['DiscussionRecorded', { about: 'exchange', noteId: 'n1' }]);
  expect(link.newTargets).toEqual({ exchange: '2026-12-11' });
});
