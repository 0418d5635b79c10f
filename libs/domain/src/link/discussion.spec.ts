import { happened, proposed, sent, trained } from './spec-support/example-link.js';
import { given, on, type Facts } from './spec-support/given-when-then.js';
import { overdueSteps } from './overdue.js';

const overdue = (today: string, ...history: Facts) => overdueSteps(given(...history).link, today);
const phoned = (newTarget: string, day = '2026-12-02') =>
  happened(day, 'DiscussionRecorded', { about: 'exchange', newTarget, noteId: 'n1' });

describe('a call about an overdue step', () => {
  const call = { type: 'RecordDiscussion', about: 'exchange', newTarget: '2026-12-11' } as const;
  const today = on('2026-12-02', { noteId: 'n1' });

  it('keeps what was said and the new date', () => {
    given(trained)
      .when(call, today)
      .thenRecorded(['DiscussionRecorded', { about: 'exchange', newTarget: '2026-12-11', noteId: 'n1' }]);
    given(trained)
      .when({ type: 'RecordDiscussion', about: 'exchange' }, today)
      .thenRecorded(['DiscussionRecorded', { about: 'exchange', noteId: 'n1' }]);
  });

  it('needs no note when there is a new date, and the same date again is no news', () => {
    const after = given(trained).when(call, on('2026-12-02')).thenRecorded(['DiscussionRecorded']);
    after.when(call, on('2026-12-03')).thenNothing();
    given(trained).when({ type: 'RecordDiscussion', about: 'exchange' }, on('2026-12-02')).thenNothing();
  });

  it('is refused with a date before the call, or a date for nothing', () => {
    given(trained)
      .when({ ...call, newTarget: '2026-12-01' }, today)
      .thenRefused('NEW_DATE_PAST', 'The new date has to come after the day of the talk.');
    given(proposed)
      .when({ type: 'RecordDiscussion', newTarget: '2026-12-11' }, today)
      .thenRefused('NEW_DATE_WITHOUT_STEP', 'A new date needs the step that it is for.');
  });

  it('says when nobody is at school on the new date', () => {
    given(trained)
      .when({ ...call, newTarget: '2026-12-12' }, today)
      .thenWarned({ code: 'NOT_A_SCHOOL_DAY', sentence: '12 December 2026 is a Saturday.' });
  });
});

describe('a new date for a step', () => {
  it('takes the step from the overdue ones until it is past itself', () => {
    expect(overdue('2026-12-02', trained)).toEqual([{ step: 'exchange', target: '2026-11-30' }]);
    expect(overdue('2026-12-11', trained, phoned('2026-12-11'))).toEqual([]);
    expect(overdue('2026-12-12', trained, phoned('2026-12-11'))).toEqual([
      { step: 'exchange', target: '2026-12-11' },
    ]);
  });

  it('gives way to a later one, and to the fact', () => {
    expect(overdue('2026-12-12', trained, phoned('2026-12-11'), phoned('2026-12-18', '2026-12-12'))).toEqual(
      [],
    );
    expect(overdue('2026-12-12', trained, phoned('2026-12-11'), sent('a'), sent('b'))).toEqual([]);
  });

  it('counts as it was corrected, and no more once the call is voided', () => {
    const correct = { reasonCode: 'typing-mistake', was: '2026-12-11', now: '2026-12-18' };
    const { history } = given(trained, phoned('2026-12-11'));
    const eventId = `e${history.length}`;
    const corrected = given(history)
      .when({ type: 'CorrectEntry', eventId, field: '/newTarget', ...correct }, on('2026-12-12'))
      .thenRecorded(['EntryCorrected']);
    expect(overdueSteps(corrected.link, '2026-12-14')).toEqual([]);
    const voided = given(history)
      .when({ type: 'VoidEntry', eventId, reasonCode: 'wrong-link' }, on('2026-12-03'))
      .thenRecorded(['EntryVoided']);
    expect(overdueSteps(voided.link, '2026-12-03')).toEqual([{ step: 'exchange', target: '2026-11-30' }]);
  });

  it('stays with its step: which one it was cannot be corrected', () => {
    const { history } = given(trained, phoned('2026-12-11'));
    given(history)
      .when(
        {
          type: 'CorrectEntry',
          eventId: `e${history.length}`,
          field: '/about',
          was: 'exchange',
          now: 'visits',
          reasonCode: 'typing-mistake',
        },
        on('2026-12-03'),
      )
      .thenRefused('ENTRY_NOT_MENDABLE');
  });
});
