import { lostContactsOf } from './contacts.js';
import type { LinkCommand } from './commands.js';
import { given, givenUsing, on } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  attend,
  happened,
  issued,
  issuedTo,
  proposed,
} from './spec-support/example-link.js';

const day = on('2026-10-01');
const came = happened('2026-10-01', 'TrainingAttended', {
  side: 'a',
  teacherId: 'teacher-a',
  kind: 'initial-full',
  minutes: 300,
  sessionId: 's1',
});
const enrolled = happened('2026-09-20', 'TeacherEnrolled', {
  side: 'a',
  teacherId: 'teacher-a',
  sessionId: 's1',
  kind: 'initial-full',
  on: '2026-10-01',
});

describe('who is meant', () => {
  it('is no stranger, though the class had another teacher before', () => {
    const replaced = happened('2026-09-20', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'new',
      linkedBefore: false,
      reasonCode: 'left',
    });
    given(agreed, replaced)
      .when(attend('a', { teacherId: 'stranger' }), day)
      .thenRefused('TEACHER_NOT_IN_LINK');
  });

  it('is said with her role when she cannot be reached', () => {
    const lost = (personId: string) => happened('2026-10-02', 'ContactLost', { side: 'b', personId });
    expect(lostContactsOf(given(agreed, lost('head-b'), lost('teacher-b')).link)).toEqual([
      { side: 'b', personId: 'head-b', role: 'headteacher', on: '2026-10-02' },
      { side: 'b', personId: 'teacher-b', role: 'teacher', on: '2026-10-02' },
    ]);
  });

  it('may teach from a day on, without a last one, or until a day', () => {
    const assign = (period: object): LinkCommand => ({
      type: 'AssignTeacher',
      side: 'a',
      teacher: { teacherId: 'cover', linkedBefore: true },
      lead: false,
      ...period,
    });
    given(agreed)
      .when(assign({ from: '2026-12-01' }))
      .thenRecorded(['TeacherAssigned', { from: '2026-12-01' }], ['TrainingRequirementSet']);
    given(agreed)
      .when(assign({ to: '2026-12-01' }))
      .thenRecorded(['TeacherAssigned', { to: '2026-12-01' }], ['TrainingRequirementSet']);
  });
});

describe('what is meant', () => {
  it('is the attendance the register told, not the place at the session', () => {
    const history = [...agreed, came, enrolled];
    given(history)
      .when(
        {
          type: 'RecordTrainingMissed',
          side: 'a',
          teacherId: 'teacher-a',
          kind: 'initial-full',
          reasonCode: 'ill',
          sessionId: 's1',
        },
        day,
      )
      .thenRecorded(['EntryVoided', { voidsEventId: `e${agreed.length + 1}` }], ['TrainingMissed']);
  });

  it('is a place that is still held: who came gives none up', () => {
    given(agreed, came)
      .when({ type: 'WithdrawEnrolment', side: 'a', teacherId: 'teacher-a', sessionId: 's1' })
      .thenNothing();
  });

  it('is the training itself, not what made up for it on the same day', () => {
    const caughtUp = happened('2026-10-01', 'CatchUpCompleted', {
      side: 'a',
      teacherId: 'teacher-a',
      kind: 'initial-full',
      minutes: 120,
    });
    given(agreed, caughtUp)
      .when(attend('a'), day)
      .thenRecorded(['TrainingAttended', { minutes: 300 }]);
  });

  it('is the same answer of the same kind: a no is no taking back', () => {
    const declined = happened('2026-09-05', 'AgreementDeclined', { side: 'a', reasonCode: 'wrong-text' });
    const revoked = happened('2026-09-10', 'AgreementRevoked', { side: 'a', reasonCode: 'no-time' });
    given(issued, declined, issuedTo('a', '2026-09-08'), revoked)
      .when({ type: 'RevokeAgreement', side: 'a', reasonCode: 'wrong-text' }, on('2026-09-15'))
      .thenRefused('ALREADY_ANSWERED');
  });

  it('is what stands: a yes that was voided is said anew', () => {
    const history = [...proposed, accepted('a')];
    const voided = happened('2026-06-11', 'EntryVoided', {
      voidsEventId: `e${history.length}`,
      reasonCode: 'wrong-link',
    });
    given(history, voided)
      .when({ type: 'AcceptProposal', side: 'a', means: 'phone' }, on('2026-06-12'))
      .thenRecorded(['ProposalAccepted', { means: 'phone' }]);
    given(history, voided, happened('2026-06-12', 'ProposalAccepted', { side: 'a', means: 'phone' }))
      .when({ type: 'AcceptProposal', side: 'a', means: 'conversation' })
      .thenRefused('ALREADY_ANSWERED');
  });

  it('is a survey with its number, with scores only when there are some', () => {
    const survey: LinkCommand = {
      type: 'RecordSurvey',
      side: 'a',
      round: 'pre',
      instrument: 'class-survey',
      n: 20,
    };
    for (const command of [survey, { ...survey, scores: {} }]) {
      const { history } = givenUsing(['surveys'], agreed).when(command, on('2026-10-08')).after();
      expect(history.at(-1)?.data).toEqual({ side: 'a', round: 'pre', instrument: 'class-survey', n: 20 });
      expect(history.at(-1)?.data).not.toHaveProperty('scores');
    }
  });
});
