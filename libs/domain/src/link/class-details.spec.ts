import { given, on } from './spec-support/given-when-then.js';
import { agreed, happened } from './spec-support/example-link.js';
import { leadOn, teachersOn } from './teaching.js';

const change = { type: 'ChangeClassDetails', side: 'a' } as const;

describe('a class that changes', () => {
  it('keeps only what changed', () => {
    const { link } = given(agreed)
      .when({ ...change, yearGroups: [4], pupilCount: 31 }, on('2026-11-02', { noteId: 'n1' }))
      .thenRecorded(['ClassDetailsChanged', { side: 'a', pupilCount: 31, noteId: 'n1' }]);
    expect(link.sides.a).toMatchObject({ pupilCount: 31, yearGroups: [4], classNameId: 'name-a' });
    expect(link.entries.at(-1)?.event.data).not.toHaveProperty('yearGroups');
  });

  it('is asked nothing when nothing changes', () => {
    given(agreed)
      .when({ ...change, classNameId: 'name-a', yearGroups: [4], pupilCount: 28 })
      .thenNothing();
    given(agreed).when(change).thenNothing();
  });

  it('counts from 0 to 200 pupils', () => {
    given(agreed)
      .when({ ...change, pupilCount: 201 })
      .thenRefused('PUPIL_NUMBERS');
  });
});

describe('several teachers of one class', () => {
  const assigned = (more: {
    teacherId: string;
    lead: boolean;
    from?: string;
    to?: string;
    jobShare?: true;
  }) => happened('2026-11-02', 'TeacherAssigned', { side: 'a', linkedBefore: false, ...more });

  it('share the job: both lead', () => {
    const { link } = given(agreed)
      .when({
        type: 'AssignTeacher',
        side: 'a',
        teacher: { teacherId: 'second', linkedBefore: true },
        lead: true,
        jobShare: true,
      })
      .thenRecorded(['TeacherAssigned', { lead: true, jobShare: true }], ['TrainingRequirementSet']);
    expect(link.sides.a.teachers.map(({ lead }) => lead)).toEqual([true, true]);
  });

  it('stay so when the class is confirmed with both of them', () => {
    const facts = [assigned({ teacherId: 'second', lead: true, jobShare: true })];
    const teachers = ['teacher-a', 'second'].map((teacherId) => ({ teacherId, linkedBefore: false }));
    const { a } = given(agreed, facts)
      .when({
        type: 'ConfirmClass',
        side: 'a',
        classNameId: 'name-a',
        yearGroups: [4],
        pupilCount: 29,
        teachers,
        sameName: true,
      })
      .after().link.sides;
    expect(a.teachers.map(({ lead }) => lead)).toEqual([true, true]);
  });

  it('stand in for each other: the cover leads between its two days', () => {
    const cover = { teacherId: 'cover', lead: true, from: '2027-01-04', to: '2027-03-31' };
    const { a } = given(agreed, assigned(cover)).link.sides;
    const leads = ['2026-12-18', '2027-01-04', '2027-03-31', '2027-04-01'].map(
      (day) => leadOn(a, day)?.teacherId,
    );
    expect(leads).toEqual(['teacher-a', 'cover', 'cover', 'teacher-a']);
    expect(teachersOn(a, '2027-04-01').map(({ teacherId }) => teacherId)).toEqual(['teacher-a']);
  });

  it('do not end before they begin', () => {
    given(agreed)
      .when({
        type: 'AssignTeacher',
        side: 'a',
        teacher: { teacherId: 'cover', linkedBefore: false },
        lead: true,
        from: '2027-03-31',
        to: '2027-01-04',
      })
      .thenRefused('END_BEFORE_START', 'The last day has to come after the first.');
  });
});
