import type { LinkCommand } from './commands.js';
import type { Decided } from './decided.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, attend, attended, happened } from './spec-support/example-link.js';

const enrolled = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a') =>
  happened('2026-09-20', 'TeacherEnrolled', {
    side,
    teacherId,
    sessionId,
    kind: 'initial-full',
    on: '2026-12-01',
  });
const came = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a', minutes = 300) =>
  happened('2026-10-01', 'TrainingAttended', { side, teacherId, kind: 'initial-full', minutes, sessionId });
const voided = (history: readonly Decided[]) =>
  happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${history.length}`, reasonCode: 'wrong-link' });
const day = on('2026-10-01');

describe('a training', () => {
  const miss: LinkCommand = {
    type: 'RecordTrainingMissed',
    side: 'a',
    teacherId: 'teacher-a',
    kind: 'initial-full',
    reasonCode: 'ill',
  };

  it('of another teacher or of another kind on that day is not hers', () => {
    const cover = happened('2026-09-20', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: false,
      lead: false,
    });
    given(agreed, cover, attended('a', '2026-10-01', 'initial-full', 'cover'))
      .when(attend('a'), day)
      .thenRecorded(['TrainingAttended', { teacherId: 'teacher-a' }]);
    given(agreed, attended('a', '2026-10-01', 'planning-half'))
      .when(attend('a'), day)
      .thenRecorded(['TrainingAttended', { kind: 'initial-full' }]);
    given(agreed, enrolled('teacher-a', 's1'))
      .when(attend('a'), on('2026-12-01'))
      .thenRecorded(['TrainingAttended']);
  });

  it('of a stranger is not missed', () => {
    given(agreed)
      .when({ ...miss, teacherId: 'stranger' }, day)
      .thenRefused('TEACHER_NOT_IN_LINK');
  });

  it('with other minutes in the register of the same session takes the place of what it said', () => {
    const history = [...agreed, came('teacher-a', 's1')];
    given(history)
      .when(attend('a', { sessionId: 's1', minutes: 150 }), day)
      .thenRecorded(
        ['EntryVoided', { voidsEventId: `e${history.length}`, reasonCode: 'register-corrected' }],
        ['TrainingAttended', { minutes: 150, sessionId: 's1' }],
      );
    given(history)
      .when(attend('a', { sessionId: 's2', minutes: 150 }), day)
      .thenRefused('TRAINING_RECORDED_DIFFERENTLY');
    given(agreed, attended('a'))
      .when(attend('a', { minutes: 150 }), day)
      .thenRefused('TRAINING_RECORDED_DIFFERENTLY');
  });

  it('that the register takes back is the one of that day and kind: said again, nothing is new', () => {
    const planning = happened('2026-10-08', 'TrainingAttended', {
      side: 'a',
      teacherId: 'teacher-a',
      kind: 'planning-half',
      minutes: 180,
      sessionId: 's1',
    });
    const first = came('teacher-a', 's1');
    const shorter = attend('a', { sessionId: 's1', minutes: 150 });
    const { history } = given([...agreed, first, planning])
      .when(shorter, day)
      .thenRecorded(
        ['EntryVoided', { voidsEventId: `e${agreed.length + 1}` }],
        ['TrainingAttended', { minutes: 150 }],
      );
    given(history).when(shorter, day).thenNothing();
  });

  it('that stands twice on a day by a correction is taken back as often', () => {
    const other = happened('2026-10-02', 'TrainingAttended', {
      side: 'a',
      teacherId: 'teacher-a',
      kind: 'initial-full',
      minutes: 330,
      sessionId: 's1',
    });
    const { history: corrected } = given([...agreed, came('teacher-a', 's1'), other])
      .when({
        type: 'CorrectEntry',
        eventId: `e${agreed.length + 2}`,
        field: '/occurredOn',
        was: '2026-10-02',
        now: '2026-10-01',
        reasonCode: 'typing-error',
      })
      .thenRecorded(['EntryCorrected']);
    const missed = { ...miss, sessionId: 's1' };
    const { history, link } = given(corrected)
      .when(missed, day)
      .thenRecorded(['EntryVoided'], ['EntryVoided'], ['TrainingMissed']);
    expect(link.training).toMatchObject([{ status: 'missed' }]);
    given(history).when(missed, day).thenNothing();
  });

  it('that the register takes back is hers, of this session and side, and stands', () => {
    const cover = happened('2026-09-20', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: false,
      lead: false,
    });
    const both = happened('2026-09-21', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'teacher-a',
      linkedBefore: false,
      lead: false,
    });
    const stands = [...agreed, cover, both, came('teacher-a', 's1')];
    const history = [
      ...stands,
      came('cover', 's1'),
      came('teacher-a', 's1', 'b'),
      happened('2026-10-08', 'TrainingAttended', {
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'planning-half',
        minutes: 150,
        sessionId: 's2',
      }),
      enrolled('teacher-a', 's3'),
    ];
    given(history)
      .when({ ...miss, sessionId: 's1' }, day)
      .thenRecorded(['EntryVoided', { voidsEventId: `e${stands.length}` }], ['TrainingMissed']);
    const anew = [...stands, voided(stands), came('teacher-a', 's1', 'a', 200)];
    const last = [
      ...anew,
      happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${anew.length}`, reasonCode: 'x' }),
      came('teacher-a', 's1'),
    ];
    given(last)
      .when({ ...miss, sessionId: 's1' }, day)
      .thenRecorded(['EntryVoided', { voidsEventId: `e${last.length}` }], ['TrainingMissed']);
  });

  it('that the register said was missed may be attended after all', () => {
    const history = [
      ...agreed,
      happened('2026-10-01', 'TrainingMissed', {
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'initial-full',
        reasonCode: 'ill',
        sessionId: 's1',
      }),
    ];
    given(history)
      .when(attend('a', { sessionId: 's1' }), day)
      .thenRecorded(['EntryVoided', { voidsEventId: `e${history.length}` }], ['TrainingAttended']);
  });
});
