import type { LinkCommand } from './commands.js';
import type { Decided } from './decided.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, happened, issued, issuedTo, sent } from './spec-support/example-link.js';

const voided = (history: readonly Decided[]) =>
  happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${history.length}`, reasonCode: 'wrong-link' });

describe('a person of a link', () => {
  const lose = (personId: string): LinkCommand => ({ type: 'LoseContact', side: 'b', personId });
  const restore = (personId: string): LinkCommand => ({ type: 'RestoreContact', side: 'b', personId });

  it('is lost and found again by herself, headteacher or teacher', () => {
    const { history } = given(agreed).when(lose('teacher-b')).after();
    given(history)
      .when(lose('head-b'))
      .thenRecorded(['ContactLost', { personId: 'head-b' }]);
    given(history).when(restore('head-b')).thenNothing();
    given(history)
      .when(restore('teacher-b'))
      .thenRecorded(['ContactRestored', { personId: 'teacher-b' }]);
    given(agreed).when(lose('head-a')).thenRefused('PERSON_NOT_IN_LINK');
  });

  it('who comes as head gets the last text of her own school that stands', () => {
    const history = [
      ...issued,
      issuedTo('a', '2026-09-03', 'v2'),
      issuedTo('b', '2026-09-04', 'v3'),
      sent('a'),
    ];
    given(history)
      .when({ type: 'ChangeHeadteacher', side: 'a', headId: 'head-new' }, on('2026-11-01'))
      .thenRecorded(['HeadteacherChanged'], ['AgreementIssued', { side: 'a', textVersion: 'v2' }]);
    const taken = [...issued, issuedTo('a', '2026-09-03', 'v2')];
    given(taken, voided(taken))
      .when({ type: 'ChangeHeadteacher', side: 'a', headId: 'head-new' }, on('2026-11-01'))
      .thenRecorded(['HeadteacherChanged'], ['AgreementIssued', { side: 'a', textVersion: 'v1' }]);
  });

  it('who takes over replaces the teacher that is named, and no other', () => {
    const cover = happened('2026-10-01', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: true,
      lead: false,
    });
    const replace = (from: string, to: string): LinkCommand => ({
      type: 'ReplaceTeacher',
      side: 'a',
      from,
      to: { teacherId: to, linkedBefore: false },
      reasonCode: 'left',
    });
    const { history } = given(agreed, cover).when(replace('cover', 'new')).after();
    given(history).when(replace('cover', 'new')).thenNothing();
    given(history).when(replace('teacher-a', 'new')).thenRefused('TEACHER_ALREADY_ASSIGNED');
    given(history).when(replace('cover', 'another')).thenRefused('TEACHER_NOT_IN_LINK');
  });

  it('shares the lead, or stays from one day to another, one day being enough', () => {
    const assign = (change: object): LinkCommand => ({
      type: 'AssignTeacher',
      side: 'a',
      teacher: { teacherId: 'cover', linkedBefore: true },
      lead: true,
      ...change,
    });
    const shared = given(agreed)
      .when(assign({ jobShare: true }))
      .thenRecorded(
        ['TeacherAssigned', { jobShare: true, lead: true }],
        ['TrainingRequirementSet', { kind: 'initial-half', basis: 'linked-before' }],
      );
    shared.when(assign({ jobShare: true })).thenNothing();
    shared.when(assign({})).thenRecorded(['TeacherAssigned', { lead: true }]);
    const alone = given(agreed)
      .when(assign({ jobShare: false }))
      .after();
    expect(alone.history.some(({ data }) => 'jobShare' in data)).toBe(false);
    const oneDay = given(agreed)
      .when(assign({ from: '2026-12-01', to: '2026-12-01', lead: false }))
      .after();
    oneDay.when(assign({ from: '2026-12-01', to: '2026-12-01', lead: false })).thenNothing();
    oneDay
      .when(assign({ from: '2026-12-01', to: '2026-12-02', lead: false }))
      .thenRecorded(['TeacherAssigned', { to: '2026-12-02' }]);
  });
});
