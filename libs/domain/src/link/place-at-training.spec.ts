import type { LinkCommand } from './commands.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import { agreed, attended, happened, planMeeting } from './spec-support/example-link.js';

const enrolled = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a') =>
  happened('2026-09-20', 'TeacherEnrolled', {
    side,
    teacherId,
    sessionId,
    kind: 'initial-full',
    on: '2026-12-01',
  });
const came = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a') =>
  happened('2026-10-01', 'TrainingAttended', {
    side,
    teacherId,
    kind: 'initial-full',
    minutes: 300,
    sessionId,
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

  it('that is given up leaves every other place, and what is known of who came', () => {
    const planning = happened('2026-09-20', 'TeacherEnrolled', {
      side: 'a',
      teacherId: 'teacher-a',
      sessionId: 's2',
      kind: 'planning-half',
      on: '2027-01-20',
    });
    const others = [enrolled('cover', 's1'), enrolled('teacher-a', 's1', 'b'), planning];
    const places = (...facts: Facts) =>
      given(agreed, ...facts).link.training.map((it) => [it.side, it.teacherId, it.sessionId, it.status]);
    const givenUp = happened('2026-10-02', 'EnrolmentWithdrawn', {
      side: 'a',
      teacherId: 'teacher-a',
      sessionId: 's1',
    });
    const left = [
      ['a', 'cover', 's1', 'enrolled'],
      ['b', 'teacher-a', 's1', 'enrolled'],
      ['a', 'teacher-a', 's2', 'enrolled'],
    ];
    expect(places(others, enrolled('teacher-a', 's1'), givenUp)).toEqual(left);
    expect(places(others, came('teacher-a', 's1'), givenUp)).toEqual([
      ...left,
      ['a', 'teacher-a', 's1', 'attended'],
    ]);
    // What she attended takes the place of her enrolment to such a training, and of nobody else's.
    expect(places(others, enrolled('teacher-a', 's1'), attended('a'))).toEqual([
      ...left,
      ['a', 'teacher-a', undefined, 'attended'],
    ]);
  });

  it('is taken though others came, or she herself for the other class', () => {
    const { link } = given(
      agreed,
      came('cover', 's1'),
      came('teacher-a', 's1', 'b'),
      enrolled('teacher-a', 's1'),
    );
    expect(link.training.at(-1)).toMatchObject({ side: 'a', teacherId: 'teacher-a', status: 'enrolled' });
  });
});
