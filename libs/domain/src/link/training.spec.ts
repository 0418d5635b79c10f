import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, attend, attended, happened, proposed } from './spec-support/example-link.js';

const day = on('2026-10-01');
const session = {
  side: 'a',
  teacherId: 'teacher-a',
  sessionId: 's1',
  kind: 'initial-full',
  on: '2026-12-01',
} as const;
const enrol: LinkCommand = { type: 'EnrolTeacher', ...session };
const giveUp: LinkCommand = {
  type: 'WithdrawEnrolment',
  side: 'a',
  teacherId: 'teacher-a',
  sessionId: 's1',
};
const miss: LinkCommand = {
  type: 'RecordTrainingMissed',
  side: 'a',
  teacherId: 'teacher-a',
  kind: 'initial-full',
  reasonCode: 'ill',
};
const enrolled = happened('2026-09-20', 'TeacherEnrolled', session);

describe('a place at training', () => {
  it('is taken for a session to come, once', () => {
    const { link } = given(agreed).when(enrol).thenRecorded(['TeacherEnrolled', session]);
    expect(link.training).toMatchObject([{ status: 'enrolled', on: '2026-12-01' }]);
    given(agreed, enrolled).when(enrol).thenNothing();
  });

  it('is taken for each side when one teacher has both classes', () => {
    given(agreed, enrolled)
      .when({ ...enrol, side: 'b' })
      .thenRecorded(['TeacherEnrolled', { side: 'b' }]);
  });

  it('is given up once, and only while nobody has said who came', () => {
    const { link, history } = given(agreed, enrolled).when(giveUp).thenRecorded(['EnrolmentWithdrawn']);
    expect(link.training).toEqual([]);
    given(history).when(giveUp).thenNothing();
    given(agreed, enrolled, attended('a')).when(giveUp).thenNothing();
    given(agreed, enrolled)
      .when({ ...giveUp, side: 'b' })
      .thenNothing();
  });
});

describe('a session that takes place otherwise', () => {
  it('moves the day of the enrolment, once', () => {
    const moved: LinkCommand = { type: 'EnrolTeacher', ...session, on: '2026-12-08' };
    const { link, history } = given(agreed, enrolled)
      .when(moved)
      .thenRecorded(['TeacherEnrolled', { ...session, on: '2026-12-08', movedFrom: '2026-12-01' }]);
    expect(link.training).toEqual([{ ...session, status: 'enrolled', on: '2026-12-08' }]);
    given(history).when(moved).thenNothing();
    const { kind, side, teacherId, sessionId } = session;
    const came = happened('2026-10-01', 'TrainingAttended', {
      side,
      teacherId,
      sessionId,
      kind,
      minutes: 300,
    });
    given(agreed, enrolled, came).when(moved).thenNothing();
  });

  it('is one enrolment, also when it was entered as another kind of training before', () => {
    const asPlanning = happened('2026-09-20', 'TeacherEnrolled', { ...session, kind: 'planning-half' });
    const moved: LinkCommand = { type: 'EnrolTeacher', ...session, on: '2026-12-08' };
    const { link, history } = given(agreed, asPlanning).when(moved).thenRecorded(['TeacherEnrolled']);
    expect(link.training).toEqual([{ ...session, status: 'enrolled', on: '2026-12-08' }]);
    given(history).when(moved).thenNothing();
  });

  it('says that the place was lost because the session was cancelled', () => {
    const { link } = given(agreed, enrolled)
      .when({ ...giveUp, cancelled: true })
      .thenRecorded(['EnrolmentWithdrawn', { side: 'a', sessionId: 's1', cancelled: true }]);
    expect(link.training).toEqual([]);
  });

  it('changes nothing in a link that has closed meanwhile', () => {
    const closed = happened('2026-10-20', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'signed',
    });
    given(agreed, enrolled, closed)
      .when({ ...enrol, on: '2026-12-08' })
      .thenNothing();
    given(agreed, enrolled, closed)
      .when({ ...giveUp, cancelled: true })
      .thenNothing();
  });
});

describe('training attended', () => {
  it('takes the place of the enrolment', () => {
    const { link } = given(agreed, enrolled)
      .when(attend('a', { sessionId: 's1' }), day)
      .thenRecorded(['TrainingAttended', { side: 'a', minutes: 300 }, '2026-10-01']);
    expect(link.training).toMatchObject([{ status: 'attended', on: '2026-10-01', minutes: 300 }]);
  });

  it.each(['a', 'b'] as const)('trains the link when the other side follows, here %s last', (last) => {
    const first = last === 'a' ? 'b' : 'a';
    const { link } = given(agreed, attended(first, '2026-10-08')).when(attend(last), day).after();
    expect(link.reached.trained).toBe('2026-10-08');
  });

  it('is recorded before anything is agreed as well', () => {
    given(proposed).when(attend('a'), day).thenRecorded(['TrainingAttended']);
  });

  it('asked twice changes nothing; another day is another training', () => {
    given(agreed, attended('a')).when(attend('a'), day).thenNothing();
    given(agreed, attended('a')).when(attend('a'), on('2026-10-08')).thenRecorded(['TrainingAttended']);
  });

  it('counts for each side when one teacher has both classes', () => {
    const both = happened('2026-10-02', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'teacher-a',
      linkedBefore: false,
      lead: false,
    });
    const { link } = given(agreed, both, attended('a'))
      .when(attend('b', { teacherId: 'teacher-a' }), day)
      .thenRecorded(['TrainingAttended', { side: 'b' }]);
    expect(link.reached.trained).toBe('2026-10-01');
  });

  it('is refused with other minutes, or when the teacher was absent that day', () => {
    given(agreed, attended('a'))
      .when(attend('a', { minutes: 150 }), day)
      .thenRefused(
        'TRAINING_RECORDED_DIFFERENTLY',
        "This teacher's training on 1 October is recorded with 300 minutes.",
      );
    given(agreed, happened('2026-10-01', 'TrainingMissed', { ...session, reasonCode: 'ill' }))
      .when(attend('a'), day)
      .thenRefused('TRAINING_RECORDED_DIFFERENTLY', 'This teacher is recorded as absent on 1 October.');
  });

  it('is recorded from the day of the session on', () => {
    given(agreed)
      .when(attend('a'), on('2026-10-01', { today: '2026-09-30' }))
      .thenRefused(
        'DATE_IN_FUTURE',
        'The session is on 1 October; attendance can be recorded from that day.',
      );
  });

  it('is that of a teacher of this side, or of one who was', () => {
    given(agreed)
      .when(attend('a', { teacherId: 'teacher-b' }), day)
      .thenRefused('TEACHER_NOT_IN_LINK', 'This person is not a teacher of this side of the link.');
    const replaced = happened('2026-10-05', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'new',
      linkedBefore: false,
      reasonCode: 'left',
    });
    given(agreed, replaced).when(attend('a'), day).thenRecorded(['TrainingAttended']);
  });

  it('warns when the teacher was not enrolled', () => {
    given(agreed).when(attend('a'), day).thenWarned({
      code: 'NOT_ENROLLED',
      sentence: 'This teacher was not enrolled for the session.',
    });
    given(agreed, enrolled).when(attend('a'), day).thenWarned();
  });
});

describe('which training is enough', () => {
  it.each([
    ['a full day for a first-time teacher', 'a', 'initial-full', true],
    ['not a half day for a first-time teacher', 'a', 'initial-half', false],
    ['a half day for a teacher who linked before', 'b', 'initial-half', true],
    ['a full day for a teacher who linked before', 'b', 'initial-full', true],
    ['not the planning half-day', 'b', 'planning-half', false],
  ] as const)('%s', (_, side, kind, enough) => {
    const other = side === 'a' ? 'b' : 'a';
    const { link } = given(agreed, attended(other), attended(side, '2026-10-02', kind));
    expect(link.reached.trained !== undefined).toBe(enough);
  });
});

describe('training missed', () => {
  it('is recorded with its reason, once', () => {
    const { history } = given(agreed)
      .when(miss, day)
      .thenRecorded(['TrainingMissed', { reasonCode: 'ill' }]);
    given(history).when(miss, day).thenNothing();
  });

  it('is refused for a teacher who attended that day', () => {
    given(agreed, attended('a'))
      .when(miss, day)
      .thenRefused(
        'TRAINING_RECORDED_DIFFERENTLY',
        'This teacher is recorded as having attended on 1 October.',
      );
  });
});

describe('a register that is corrected', () => {
  const came = happened('2026-10-01', 'TrainingAttended', {
    side: 'a',
    teacherId: 'teacher-a',
    kind: 'initial-full',
    minutes: 300,
    sessionId: 's1',
  });

  it('counts with its later word, and the earlier one stays readable', () => {
    const { link } = given(agreed, enrolled, came)
      .when({ ...miss, sessionId: 's1' }, day)
      .thenRecorded(
        ['EntryVoided', { reasonCode: 'register-corrected' }],
        ['TrainingMissed', { side: 'a', sessionId: 's1' }],
      );
    expect(link.training).toMatchObject([{ status: 'missed', sessionId: 's1' }]);
    expect(link.reached.trained).toBeUndefined();
  });

  it('says nothing about training elsewhere on the same day', () => {
    given(agreed, attended('a'))
      .when({ ...miss, sessionId: 's1' }, day)
      .thenRefused('TRAINING_RECORDED_DIFFERENTLY');
  });
});

describe('own sessions of a programme', () => {
  const session = (day: string, minutes: number) =>
    happened(day, 'TrainingAttended', { side: 'a', teacherId: 'teacher-a', kind: 'initial-half', minutes });

  it('add up to the full day of a first-time teacher by their minutes', () => {
    const two = given(agreed, session('2026-09-17', 165), attended('b'));
    expect(two.link.reached.trained).toBeUndefined();
    const three = given(agreed, session('2026-09-17', 165), attended('b'), session('2026-10-08', 165));
    expect(three.link.reached.trained).toBe('2026-10-08');
  });
});
