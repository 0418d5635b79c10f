import { given, on } from './spec-support/given-when-then.js';
import { met, plannedMeeting, trained } from './spec-support/example-link.js';
import { correct, lastOf } from './spec-support/mendings.js';

const meeting = lastOf(met);

describe('correcting an entry', () => {
  it('counts with the new value from now on, and keeps the old one visible', () => {
    const { link } = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52), on('2026-11-20', { noteId: 'n1' }))
      .thenRecorded([
        'EntryCorrected',
        {
          correctsEventId: meeting,
          pointer: '/pupilsA',
          was: 27,
          now: 52,
          reasonCode: 'typing',
          noteId: 'n1',
        },
        '2026-11-23',
      ]);
    expect(link.meetings[0]).toMatchObject({ pupilsA: 52 });
    const entry = link.entries.find((it) => it.event.id === meeting);
    expect(entry?.event.data).toMatchObject({ pupilsA: 27 });
    expect(entry?.corrected?.data).toMatchObject({ pupilsA: 52 });
  });

  it('asked twice changes nothing', () => {
    const once = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after();
    once.when(correct(meeting, '/pupilsA', 27, 52)).thenNothing();
  });

  it('twice starts from the value that counts', () => {
    const once = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after();
    once
      .when(correct(meeting, '/pupilsA', 27, 25))
      .thenRefused('ENTRY_CHANGED', 'This entry says 52, not 27.');
    const twice = once.when(correct(meeting, '/pupilsA', 52, 25)).thenRecorded(['EntryCorrected']);
    expect(twice.link.meetings[0]).toMatchObject({ pupilsA: 25 });
  });

  it.each<[string, unknown, unknown]>([
    ['/riskAssessment/a', 'confirmed', 'not-confirmed'],
    ['/keyQuestions', ['Q1'], ['Q1', 'Q3']],
    ['/keyQuestions/0', 'Q1', 'Q2'],
    ['/collaborative', true, false],
    ['/mode', 'in-person', 'virtual'],
  ])('reaches %s of a meeting', (field, was, now) => {
    const { link } = given(met)
      .when(correct(meeting, field, was, now))
      .thenRecorded(['EntryCorrected', { pointer: field }]);
    expect(JSON.stringify(link.meetings[0])).toContain(JSON.stringify(now));
  });

  it.each(['/on', '/occurredOn'])('of a meeting moves its day and the day it counts on, by %s', (field) => {
    const { link } = given(met)
      .when(correct(meeting, field, '2026-11-12', '2026-11-05'))
      .thenRecorded(['EntryCorrected']);
    expect(link.meetings[0]?.on).toBe('2026-11-05');
    expect(link.reached.met).toBe('2026-11-05');
    expect(link.entries.find((it) => it.event.id === meeting)?.corrected).toMatchObject({
      occurredOn: '2026-11-05',
      data: { on: '2026-11-05' },
    });
  });

  it('of a plan moves the day of the meeting or the day on which it was planned, not both', () => {
    const history = [...trained, plannedMeeting(1, '2026-12-03')];
    const plan = lastOf(history);
    const entry = (field: string, was: string, now: string) => {
      const { link } = given(history)
        .when(correct(plan, field, was, now))
        .after();
      const { occurredOn, data } = link.entries.find(({ event }) => event.id === plan)?.corrected ?? {};
      return [occurredOn, data && 'on' in data && data.on, link.meetings[0]?.on];
    };
    expect(entry('/on', '2026-12-03', '2026-12-10')).toEqual(['2026-10-05', '2026-12-10', '2026-12-10']);
    expect(entry('/occurredOn', '2026-10-05', '2026-10-06')).toEqual([
      '2026-10-06',
      '2026-12-03',
      '2026-12-03',
    ]);
  });

  it('moves the day on which an entry counts', () => {
    const { link } = given(trained)
      .when(correct(lastOf(trained), '/occurredOn', '2026-10-01', '2026-10-08'))
      .after();
    expect(link.reached.trained).toBe('2026-10-08');
    given(trained)
      .when(correct(lastOf(trained), '/occurredOn', '2026-10-01', '2026-10'))
      .thenRecorded(['EntryCorrected']);
  });

  it('knows the entries of this link only', () => {
    given(met)
      .when(correct('elsewhere', '/pupilsA', 1, 2))
      .thenRefused('ENTRY_NOT_FOUND', 'There is no such entry in the history of this link.');
  });

  it('still has to be possible', () => {
    given(met)
      .when(correct(meeting, '/pupilsA', 27, 201))
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
    given(met)
      .when(correct(meeting, '/on', '2026-11-12', '2026-11-24'))
      .thenRefused('DATE_IN_FUTURE', 'The meeting is on 24 November; it can be recorded from that day.');
    const history = [...trained, plannedMeeting(1, '2026-12-03')];
    given(history)
      .when(correct(lastOf(history), '/endsAt', '14:00', '09:00'))
      .thenRefused('END_BEFORE_START', 'The meeting has to end after it starts.');
  });
});
