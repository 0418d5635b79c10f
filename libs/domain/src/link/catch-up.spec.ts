import type { CommandOf } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, attend, attended, happened } from './spec-support/example-link.js';
import { gapsOf } from './gaps.js';
import { stageOf } from './stage.js';

const day = on('2026-10-15');
const catchUp: CommandOf<'RecordCatchUp'> = {
  type: 'RecordCatchUp',
  side: 'a',
  teacherId: 'teacher-a',
  kind: 'initial-full',
  minutes: 120,
};
const caughtUp = (minutes = 120) => {
  const { type: _, ...data } = catchUp;
  return happened('2026-10-15', 'CatchUpCompleted', { ...data, minutes });
};
const missed = happened('2026-10-01', 'TrainingMissed', {
  side: 'a',
  teacherId: 'teacher-a',
  kind: 'initial-full',
  reasonCode: 'illness',
});

describe('a teacher who catches up on her training', () => {
  it('counts as trained like one who came', () => {
    const { link } = given(agreed, missed, attended('b', '2026-10-01', 'initial-half'))
      .when(catchUp, on('2026-10-15', { noteId: 'n1' }))
      .thenRecorded(['CatchUpCompleted', { side: 'a', minutes: 120, noteId: 'n1' }, '2026-10-15']);
    expect(stageOf(link)).toBe('trained');
    expect(link.reached.trained).toBe('2026-10-15');
    expect(link.training.map(({ status, catchUp: made }) => [status, made])).toEqual([
      ['missed', undefined],
      ['attended', undefined],
      ['attended', true],
    ]);
    expect(gapsOf(link)).toEqual([]);
  });

  it('needs the training that she makes up for: half a day is not enough for a newcomer', () => {
    const { link } = given(agreed, attended('b', '2026-10-01', 'initial-half'))
      .when({ ...catchUp, kind: 'initial-half' }, day)
      .after();
    expect(stageOf(link)).toBe('signed');
  });

  it('is taken once; another length of the same catch-up is a correction', () => {
    given(agreed, caughtUp()).when(catchUp, day).thenNothing();
    given(agreed, caughtUp(90))
      .when(catchUp, day)
      .thenRefused(
        'TRAINING_RECORDED_DIFFERENTLY',
        "This teacher's catch-up on 15 October is recorded with 90 minutes.",
      );
    given(agreed, attended('a', '2026-10-15'))
      .when(catchUp, day)
      .thenRefused(
        'TRAINING_RECORDED_DIFFERENTLY',
        'This teacher is recorded as having attended on 15 October.',
      );
  });

  it('may do so on the very day on which she was absent, and come to the training later', () => {
    given(agreed, { ...missed, occurredOn: '2026-10-15' })
      .when(catchUp, day)
      .thenRecorded(['CatchUpCompleted']);
    given(agreed, caughtUp()).when(attend('a'), on('2026-11-02')).thenRecorded(['TrainingAttended']);
  });

  it('is one of the link, and not of the future', () => {
    given(agreed)
      .when({ ...catchUp, teacherId: 'somebody' }, day)
      .thenRefused('TEACHER_NOT_IN_LINK');
    given(agreed)
      .when(catchUp, on('2026-12-01', { today: '2026-11-23' }))
      .thenRefused('DATE_IN_FUTURE');
  });

  it('is not trained any more when the entry is voided', () => {
    const { link } = given(agreed, attended('b', '2026-10-01', 'initial-half'), caughtUp());
    const id = link.entries.at(-1)?.event.id ?? '';
    const { link: after } = given(agreed, attended('b', '2026-10-01', 'initial-half'), caughtUp())
      .when({ type: 'VoidEntry', eventId: id, reasonCode: 'wrong-link' })
      .after();
    expect([stageOf(link), stageOf(after)]).toEqual(['trained', 'signed']);
  });
});
