import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, happened } from './spec-support/example-link.js';
import { trainedOn } from './stage.js';

const replace = (from: string, to: string, linkedBefore: boolean): LinkCommand => ({
  type: 'ReplaceTeacher',
  side: 'a',
  from,
  to: { teacherId: to, linkedBefore },
  reasonCode: 'parental-leave',
});

describe('a teacher who came back and left again', () => {
  const twice = given(agreed)
    .when(replace('teacher-a', 'cover', false), on('2026-09-10'))
    .after()
    .when(replace('cover', 'teacher-a', true), on('2026-09-20'))
    .after();

  it('is known as she was the last time: who linked before needs the half day only', () => {
    const { link } = twice
      .when(replace('teacher-a', 'cover', false), on('2026-09-25'))
      .after()
      .when(
        {
          type: 'RecordTrainingAttended',
          side: 'a',
          teacherId: 'teacher-a',
          kind: 'initial-half',
          minutes: 150,
        },
        on('2026-10-01'),
      )
      .after();
    expect(link.sides.a.formerTeachers.filter((it) => it.teacherId === 'teacher-a')).toHaveLength(1);
    expect(trainedOn(link, 'a')).toBe('2026-10-01');
  });

  it('is replaced only by somebody who does not teach the class already', () => {
    given(
      twice.history,
      happened('2026-09-21', 'TeacherAssigned', {
        side: 'a',
        teacherId: 'new',
        linkedBefore: true,
        lead: false,
      }),
    )
      .when(replace('teacher-a', 'new', true))
      .thenRefused('TEACHER_ALREADY_ASSIGNED');
  });
});

describe('a link that a void closes again', () => {
  it('takes the same void once more without a word, also after its last day for late facts', () => {
    const withdrawn = happened('2027-02-01', 'LinkWithdrawn', {
      side: 'both',
      reasonCode: 'school-merger',
      stageReached: 'signed',
    });
    const late = on('2027-12-01', { today: '2027-12-01' });
    const voids = (eventId: string): LinkCommand => ({ type: 'VoidEntry', eventId, reasonCode: 'mistaken' });
    const reopened = given(agreed, withdrawn)
      .when(voids(`e${agreed.length + 1}`), on('2027-02-02'))
      .after();
    const closed = reopened.when(voids(`e${agreed.length + 2}`), late).after();
    expect(closed.link.outcome).toBe('withdrawn');
    closed.when(voids(`e${agreed.length + 2}`), late).thenNothing();
  });
});
