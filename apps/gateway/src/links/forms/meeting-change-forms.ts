import { riskAssessments, transports } from '@linking/events/link/codes.js';
import {
  dateField,
  meetingField,
  optionsOf,
  presets,
  readMeeting,
  readReason,
  readSide,
  reasonField,
  sideField,
} from './choices.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';
import { allMeetings, presetMeeting, readTimes, timesRow } from './meeting-fields.js';

const moveReasons = ['illness', 'weather', 'transport', 'venue-closed', 'clash', 'school-closed', 'other'];

/** What becomes of a meeting between its plan and its day. */
export const meetingChangeForms: readonly CommandForm[] = [
  {
    command: 'ready-for-the-day',
    group: 'Meetings',
    title: 'A school is ready for the day',
    hint: 'Risk assessment and transport',
    submitLabel: 'Record that they are ready',
    done: 'Recorded: the school is ready for the day.',
    dayLabel: 'When did they say so?',
    noteLabel: NOTE,
    fields: (context) => [
      meetingField(allMeetings),
      sideField(context),
      {
        kind: 'radios',
        name: 'riskAssessment',
        label: 'Risk assessment',
        options: optionsOf(riskAssessments),
      },
      { kind: 'radios', name: 'transport', label: 'Transport', options: optionsOf(transports) },
    ],
    values: (context) => presets(context, 'number', 'side'),
    read: (posted) => ({
      type: 'ReadyForTheDay',
      number: readMeeting(posted),
      side: readSide(posted),
      riskAssessment: posted.oneOf(
        'riskAssessment',
        riskAssessments,
        'Choose what is known of the risk assessment',
      ),
      transport: posted.oneOf('transport', transports, 'Choose what is known of the transport'),
    }),
  },
  {
    command: 'reschedule-meeting',
    group: 'Meetings',
    title: 'Move a meeting to another date',
    hint: 'The old date stays in the history',
    submitLabel: 'Move the meeting',
    done: 'The meeting has its new date. Please phone both schools as well.',
    noteLabel: NOTE,
    fields: () => [
      meetingField(allMeetings),
      dateField('on', 'New date'),
      timesRow,
      reasonField(moveReasons),
    ],
    values: (context) => ({ ...plannedTimes(context), ...presets(context, 'number') }),
    read: (posted) => ({
      type: 'RescheduleMeeting',
      number: readMeeting(posted),
      on: posted.day('on', 'Enter the new date'),
      ...readTimes(posted),
      reasonCode: readReason(posted, moveReasons),
    }),
  },
  {
    command: 'move-meeting-online',
    group: 'Meetings',
    title: 'Move a meeting online',
    hint: 'Same day, by video',
    submitLabel: 'Move it online',
    done: 'The meeting is online now. Please phone both schools as well.',
    noteLabel: NOTE,
    fields: () => [meetingField(allMeetings), reasonField(moveReasons)],
    values: (context) => presets(context, 'number'),
    read: (posted) => ({
      type: 'MoveMeetingOnline',
      number: readMeeting(posted),
      reasonCode: readReason(posted, moveReasons),
    }),
  },
  {
    command: 'cancel-meeting',
    group: 'Meetings',
    title: 'Cancel a meeting',
    hint: 'It can be planned anew later',
    submitLabel: 'Cancel the meeting',
    submitLook: 'warning',
    done: 'The meeting is cancelled. Please phone both schools as well.',
    noteLabel: NOTE,
    fields: () => [meetingField(allMeetings), reasonField(moveReasons)],
    values: (context) => presets(context, 'number'),
    read: (posted) => ({
      type: 'CancelMeeting',
      number: readMeeting(posted),
      reasonCode: readReason(posted, moveReasons),
    }),
  },
];

function plannedTimes(context: FormContext): Record<string, string> {
  const { startsAt = '', endsAt = '' } = presetMeeting(context) ?? {};
  return { startsAt, endsAt };
}
