import type { LinkCommand } from './commands.js';
import { tasksOf } from './link-tasks.js';
import { given } from './spec-support/given-when-then.js';
import { heldMeeting, happened, plannedMeeting, trained } from './spec-support/example-link.js';

const planned = [...trained, plannedMeeting(2, '2027-03-09')];
const ask: LinkCommand = {
  type: 'AskForAnotherDate',
  number: 2,
  side: 'a',
  on: '2027-03-16',
  reasonCode: 'clash',
};
const asked = happened('2026-11-20', 'AnotherDateAsked', {
  number: 2,
  side: 'a',
  on: '2027-03-16',
  reasonCode: 'clash',
});
const decline: LinkCommand = {
  type: 'DeclineAnotherDate',
  number: 2,
  side: 'a',
  reasonCode: 'partner-cannot',
};
const dateTasks = (link: Parameters<typeof tasksOf>[0]) =>
  tasksOf(link).filter(({ kind }) => kind === 'another-date-asked');

describe('asking for another date', () => {
  it('moves nothing, and is asked of the coordinator until the day of the meeting', () => {
    const { link, history } = given(planned)
      .when(ask)
      .thenRecorded(['AnotherDateAsked', { number: 2, side: 'a', on: '2027-03-16' }]);
    expect(link.meetings).toMatchObject([{ number: 2, on: '2027-03-09', status: 'planned' }]);
    expect(dateTasks(link)).toEqual([
      {
        kind: 'another-date-asked',
        number: 2,
        side: 'a',
        reasonCode: 'clash',
        on: '2027-03-16',
        from: '2026-11-23',
        until: '2027-03-09',
        due: '2027-03-09',
      },
    ]);
    given(history).when(ask).thenNothing();
    given(history)
      .when({ ...ask, on: '2027-03-18' })
      .thenRecorded(['AnotherDateAsked', { on: '2027-03-18' }]);
  });

  it('is about a meeting that is planned, and about another day than its own', () => {
    given(trained).when(ask).thenRefused('MEETING_NOT_PLANNED');
    given(planned, heldMeeting(2, '2026-11-12')).when(ask).thenRefused('MEETING_ALREADY_HELD');
    given(planned)
      .when({ ...ask, on: '2027-03-09' })
      .thenRefused('MEETING_ALREADY_PLANNED', 'It is already planned for 9 March.', {
        nextStep: 'Suggest another day, or none.',
      });
  });

  it('is answered when the meeting moves, whoever asked', () => {
    const { link } = given(planned, asked)
      .when({
        type: 'RescheduleMeeting',
        number: 2,
        on: '2027-03-16',
        startsAt: '10:00',
        endsAt: '14:00',
        reasonCode: 'clash',
      })
      .thenRecorded(['MeetingRescheduled']);
    expect(link.meetings[0]).not.toHaveProperty('asked');
    expect(dateTasks(link)).toEqual([]);
  });

  it('is answered when the coordinator says why the day stands, and may be asked again', () => {
    const { link, history } = given(planned, asked).when(decline).thenRecorded(['AnotherDateDeclined']);
    expect(link.meetings).toMatchObject([{ on: '2027-03-09', asked: { a: { declined: 'partner-cannot' } } }]);
    expect(dateTasks(link)).toEqual([]);
    given(history).when(decline).thenNothing();
    const { link: again } = given(history).when(ask).thenRecorded(['AnotherDateAsked']);
    expect(dateTasks(again)).toHaveLength(1);
  });

  it('cannot be declined where nobody asked', () => {
    given(planned)
      .when(decline)
      .thenRefused('ANOTHER_DATE_NOT_ASKED', 'This school has not asked for another date.', {
        nextStep: 'Choose the school that has, or move the meeting.',
      });
    given(planned, asked)
      .when({ ...decline, side: 'b' })
      .thenRefused('ANOTHER_DATE_NOT_ASKED');
  });

  it('is forgotten with the plan that it was about', () => {
    const cancelled = happened('2026-11-21', 'MeetingCancelled', { number: 2, reasonCode: 'storm' });
    expect(dateTasks(given(planned, asked, cancelled).link)).toEqual([]);
    const anew = plannedMeeting(2, '2027-03-23', '2026-11-22');
    expect(dateTasks(given(planned, asked, cancelled, anew).link)).toEqual([]);
  });
});
