import type { CommandOf } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, attended, happened, proposed, trained } from './spec-support/example-link.js';

const confirm = (change: Partial<CommandOf<'ConfirmClass'>> = {}): CommandOf<'ConfirmClass'> => ({
  type: 'ConfirmClass',
  side: 'a',
  classNameId: 'name-a2',
  yearGroups: [4],
  pupilCount: 28,
  teachers: [{ teacherId: 'teacher-a', linkedBefore: false }],
  sameName: true,
  ...change,
});

describe('confirming a class', () => {
  it('names the class, counts it and says who teaches it', () => {
    const { link } = given(agreed)
      .when(confirm({ pupilCount: 26, teachers: [{ teacherId: 'new', linkedBefore: true }] }))
      .thenRecorded(
        ['ClassConfirmed', { side: 'a', pupilCount: 26 }],
        [
          'TrainingRequirementSet',
          { side: 'a', teacherId: 'new', kind: 'initial-half', basis: 'linked-before' },
        ],
      );
    expect(link.sides.a).toMatchObject({
      pupilCount: 26,
      placeholder: false,
      teachers: [{ teacherId: 'new', needs: 'initial-half', lead: true }],
      formerTeachers: [{ teacherId: 'teacher-a' }],
    });
  });

  it('is said once, also when the numbers are those of the interest', () => {
    const { history } = given(proposed).when(confirm(), on('2026-09-10')).thenRecorded(['ClassConfirmed']);
    given(history).when(confirm()).thenNothing();
    given(history)
      .when(confirm({ teachers: [] }))
      .thenNothing();
  });

  it.each([
    ['size', confirm({ pupilCount: 27 })],
    ['year groups', confirm({ yearGroups: [4, 5] })],
    ['name', confirm({ sameName: false })],
    ['experience of its teacher', confirm({ teachers: [{ teacherId: 'teacher-a', linkedBefore: true }] })],
  ])('is said again when its %s changed, and moves the link nowhere', (_, changed) => {
    const { history } = given(trained).when(confirm()).after();
    const { link } = given(history).when(changed).after();
    expect(link.entries.length).toBeGreaterThan(history.length);
    expect(link.reached.trained).toBe('2026-10-01');
  });

  it('keeps the known teachers when it names none', () => {
    const { link } = given(agreed)
      .when(confirm({ teachers: [] }))
      .after();
    expect(link.sides.a.teachers).toMatchObject([{ teacherId: 'teacher-a' }]);
  });

  it('counts from 0 to 200 pupils', () => {
    given(agreed)
      .when(confirm({ pupilCount: 201 }))
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
    given(agreed)
      .when(confirm({ pupilCount: 28.5 }))
      .thenRefused('PUPIL_NUMBERS');
  });

  it('still counts the half day of a teacher it no longer names', () => {
    const { link } = given(agreed, attended('b', '2026-10-01', 'initial-half'))
      .when(confirm({ side: 'b', teachers: [{ teacherId: 'new', linkedBefore: false }] }))
      .after()
      .when({
        type: 'RecordTrainingAttended',
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'initial-full',
        minutes: 300,
      })
      .after();
    expect(link.reached.trained).toBe('2026-11-23');
  });
});

describe('assigning a teacher', () => {
  const assign = (change: Partial<CommandOf<'AssignTeacher'>> = {}): CommandOf<'AssignTeacher'> => ({
    type: 'AssignTeacher',
    side: 'a',
    teacher: { teacherId: 'second', linkedBefore: false },
    lead: false,
    ...change,
  });

  it('adds a teacher and sets the training she needs', () => {
    const { link } = given(agreed)
      .when(assign({ from: '2027-01-04', to: '2027-03-31' }))
      .thenRecorded(
        ['TeacherAssigned', { side: 'a', teacherId: 'second', lead: false, from: '2027-01-04' }],
        ['TrainingRequirementSet', { teacherId: 'second', kind: 'initial-full', basis: 'first-time' }],
      );
    expect(link.sides.a.teachers.map((it) => [it.teacherId, it.lead])).toEqual([
      ['teacher-a', true],
      ['second', false],
    ]);
  });

  it('takes her word that she linked before: half a day, and no earlier link is asked for', () => {
    const { link } = given(agreed)
      .when(assign({ teacher: { teacherId: 'second', linkedBefore: true } }))
      .thenRecorded(
        ['TeacherAssigned', { teacherId: 'second' }],
        ['TrainingRequirementSet', { teacherId: 'second', kind: 'initial-half', basis: 'linked-before' }],
      );
    expect(link.sides.a.teachers.at(-1)).toMatchObject({ teacherId: 'second', needs: 'initial-half' });
  });

  it('leaves one lead teacher', () => {
    const { link } = given(agreed)
      .when(assign({ lead: true }))
      .after();
    expect(link.sides.a.teachers.map((it) => it.lead)).toEqual([false, true]);
  });

  it('asked twice changes nothing; another date, lead or experience does', () => {
    const { history } = given(agreed).when(assign()).after();
    given(history).when(assign()).thenNothing();
    given(history)
      .when(assign({ to: '2027-03-31' }))
      .thenRecorded(['TeacherAssigned', { to: '2027-03-31' }]);
    given(history)
      .when(assign({ teacher: { teacherId: 'second', linkedBefore: true } }))
      .thenRecorded(['TeacherAssigned'], ['TrainingRequirementSet', { kind: 'initial-half' }]);
  });
});

describe('replacing a teacher', () => {
  const replace: CommandOf<'ReplaceTeacher'> = {
    type: 'ReplaceTeacher',
    side: 'a',
    from: 'teacher-a',
    to: { teacherId: 'new', linkedBefore: true },
    reasonCode: 'left',
  };

  it('sets anew what the new teacher needs, and never moves the link back', () => {
    const { link } = given(trained)
      .when(replace)
      .thenRecorded(
        ['TeacherReplaced', { side: 'a', from: 'teacher-a', to: 'new', reasonCode: 'left' }],
        ['TrainingRequirementSet', { teacherId: 'new', kind: 'initial-half' }],
      );
    expect(link.reached.trained).toBe('2026-10-01');
    expect(link.sides.a.teachers).toMatchObject([{ teacherId: 'new', lead: true, needs: 'initial-half' }]);
    expect(link.sides.a.formerTeachers).toMatchObject([{ teacherId: 'teacher-a' }]);
  });

  it('asked twice changes nothing', () => {
    const first = given(trained).when(replace).after();
    first.when(replace).thenNothing();
    const again: typeof replace = { ...replace, from: 'new', to: { teacherId: 'third', linkedBefore: true } };
    first.when(again).after().when(again).thenNothing();
  });

  it('is refused for somebody who never taught the class, whoever was replaced before', () => {
    given(trained)
      .when(replace)
      .after()
      .when({ ...replace, from: 'stranger' })
      .thenRefused('TEACHER_NOT_IN_LINK');
  });

  it('replaces a teacher of that side by one who is not there yet', () => {
    given(agreed)
      .when({ ...replace, from: 'teacher-b' })
      .thenRefused('TEACHER_NOT_IN_LINK', 'The teacher to be replaced is not a teacher of this side.');
    given(
      agreed,
      happened('2026-10-02', 'TeacherAssigned', {
        side: 'a',
        teacherId: 'new',
        linkedBefore: true,
        lead: false,
      }),
    )
      .when(replace)
      .thenRefused('TEACHER_ALREADY_ASSIGNED', 'The new teacher is already a teacher of this side.');
  });
});
