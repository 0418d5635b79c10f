import type { LinkCommand } from './commands.js';
import { given } from './spec-support/given-when-then.js';
import { agreed, happened, planMeeting } from './spec-support/example-link.js';

const enrolled = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a') =>
  happened('2026-09-20', 'TeacherEnrolled', {
    side,
    teacherId,
    sessionId,
    kind: 'initial-full',
    on: '2026-12-01',
  });

describe('a place at training', () => {
  const enrol: LinkCommand = {
    type: 'EnrolTeacher',
    side: 'a',
    teacherId: 'teacher-a',
    sessionId: 's1',
    kind: 'initial-full',
    on: '2026-12-01',
  };
  const giveUp: LinkCommand = {
    type: 'WithdrawEnrolment',
    side: 'a',
    teacherId: 'teacher-a',
    sessionId: 's1',
  };

  it.each([
    ['of another teacher', enrolled('cover', 's1')],
    ['in another session', enrolled('teacher-a', 's2')],
    ['on the other side', enrolled('teacher-a', 's1', 'b')],
  ])('%s is not hers', (_, other) => {
    given(agreed, other)
      .when(enrol)
      .thenRecorded(['TeacherEnrolled', { teacherId: 'teacher-a', sessionId: 's1' }]);
    given(agreed, other).when(giveUp).thenNothing();
  });

  it('of another teacher, or in another session, of a closed link is asked for in vain', () => {
    const closed = happened('2026-10-20', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'signed',
    });
    given(agreed, enrolled('cover', 's1'), closed).when(enrol).thenRefused('LINK_CLOSED');
    given(agreed, enrolled('teacher-a', 's2'), closed).when(enrol).thenRefused('LINK_CLOSED');
    given(agreed, enrolled('cover', 's9'), enrolled('teacher-a', 's1'), closed).when(enrol).thenNothing();
    given(agreed, enrolled('teacher-a', 's1'), closed).when(planMeeting()).thenRefused('LINK_CLOSED');
  });
});
