import type { LinkCommand } from './commands.js';
import { agreed, attend, attended, proposed } from './spec-support/example-link.js';
import { given, on } from './spec-support/given-when-then.js';
import { told } from './spec-support/told.js';

describe('whoever names people or days that do not fit is told', () => {
  const replace = (from: string, to: string): LinkCommand => ({
    type: 'ReplaceTeacher',
    side: 'a',
    from,
    to: { teacherId: to, linkedBefore: false },
    reasonCode: 'left',
  });
  told([
    [
      'Choose one of the people of this link.',
      agreed,
      { type: 'LoseContact', side: 'a', personId: 'teacher-b' },
      'PERSON_NOT_IN_LINK',
      'This person is neither headteacher nor teacher of this side.',
    ],
    [
      'Choose one of the teachers of this link.',
      agreed,
      replace('teacher-b', 'new'),
      'TEACHER_NOT_IN_LINK',
      'The teacher to be replaced is not a teacher of this side.',
    ],
    [
      'Choose somebody else, or confirm the class with those who teach it.',
      agreed,
      replace('teacher-a', 'teacher-a'),
      'TEACHER_ALREADY_ASSIGNED',
      'The new teacher is already a teacher of this side.',
    ],
    [
      'Confirm the class with its teacher, or add the teacher first.',
      agreed,
      attend('a', { teacherId: 'teacher-b' }),
      'TEACHER_NOT_IN_LINK',
      'This person is not a teacher of this side of the link.',
    ],
    [
      'Confirm the class with its teacher, or add the teacher first.',
      agreed,
      {
        type: 'RecordTrainingMissed',
        side: 'a',
        teacherId: 'teacher-b',
        kind: 'initial-full',
        reasonCode: 'ill',
      },
      'TEACHER_NOT_IN_LINK',
      'This person is not a teacher of this side of the link.',
    ],
    [
      'Change one of the two days.',
      agreed,
      {
        type: 'AssignTeacher',
        side: 'a',
        teacher: { teacherId: 'cover', linkedBefore: false },
        from: '2026-12-01',
        to: '2026-11-01',
        lead: false,
      },
      'END_BEFORE_START',
      'The last day has to come after the first.',
    ],
    [
      'Correct or void that entry.',
      [...agreed, attended('a')],
      attend('a', { minutes: 150 }),
      'TRAINING_RECORDED_DIFFERENTLY',
      "This teacher's training on 1 October is recorded with 300 minutes.",
      on('2026-10-01'),
    ],
    [
      'Correct or void that entry.',
      [...agreed, attended('a')],
      {
        type: 'RecordTrainingMissed',
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'initial-full',
        reasonCode: 'ill',
      },
      'TRAINING_RECORDED_DIFFERENTLY',
      'This teacher is recorded as having attended on 1 October.',
      on('2026-10-01'),
    ],
    [
      'Choose 149210 or 149212.',
      proposed,
      { type: 'SucceedSchool', side: 'a', to: '149211', successors: ['149210', '149212'] },
      'NOT_A_SUCCESSOR',
      'The register does not name 149211 as a successor of 900001.',
    ],
    [
      'Import a newer register and its file of links first.',
      proposed,
      { type: 'SucceedSchool', side: 'a', to: '149211', successors: [] },
      'NOT_A_SUCCESSOR',
      'The register does not name 149211 as a successor of 900001.',
    ],
    [
      'Change the day, or record it when it has happened.',
      agreed,
      attend('a'),
      'DATE_IN_FUTURE',
      'The session is on 1 December; attendance can be recorded from that day.',
      on('2026-12-01', { today: '2026-11-23' }),
    ],
  ]);
});

it('who stayed away from training is known from its day on', () => {
  given(agreed)
    .when(
      {
        type: 'RecordTrainingMissed',
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'initial-full',
        reasonCode: 'ill',
      },
      on('2026-12-01', { today: '2026-11-23' }),
    )
    .thenRefused('DATE_IN_FUTURE', 'The session is on 1 December; attendance can be recorded from that day.');
});
