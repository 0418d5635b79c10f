import { riskAssessments, transports } from '@linking/events/link/codes.js';
import { isPossibleDate } from '@linking/domain/calendar/london.js';
import { dateValues } from '../../pages/forms/date-field.js';
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

const standReasons = ['partner-cannot', 'venue-not-free', 'transport-booked', 'too-late', 'other'];
export const moveReasons = [
  'illness',
  'weather',
  'transport',
  'venue-closed',
  'clash',
  'school-closed',
  'other',
];

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
    command: 'ask-for-another-date',
    group: 'Meetings',
    title: 'A school asks for another date',
    hint: 'Nothing moves before you say so',
    submitLabel: 'Record that they asked',
    done: 'Recorded: the school asks for another date.',
    dayLabel: 'When did they ask?',
    noteLabel: NOTE,
    fields: (context) => [
      meetingField(allMeetings),
      sideField(context),
      dateField('on', 'Which day would be better?', { optional: true }),
      reasonField(moveReasons),
    ],
    values: (context) => presets(context, 'number', 'side'),
    read: (posted) => {
      const on = posted.optionalDay('on');
      return {
        type: 'AskForAnotherDate',
        number: readMeeting(posted),
        side: readSide(posted),
        ...(on === undefined ? {} : { on }),
        reasonCode: readReason(posted, moveReasons),
      };
    },
  },
  {
    command: 'decline-another-date',
    group: 'Meetings',
    title: 'The date stands, though a school asked for another',
    hint: 'The teacher reads why on her page',
    submitLabel: 'Say that the date stands',
    done: 'Recorded: the date stands. The teacher reads it on her page; please phone as well.',
    noteLabel: NOTE,
    fields: (context) => [
      meetingField(allMeetings),
      sideField(context),
      reasonField(standReasons, 'Why does it stand?'),
    ],
    values: (context) => presets(context, 'number', 'side'),
    read: (posted) => ({
      type: 'DeclineAnotherDate',
      number: readMeeting(posted),
      side: readSide(posted),
      reasonCode: readReason(posted, standReasons),
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
    values: (context) => ({
      ...plannedTimes(context),
      ...suggestedDay(context),
      ...presets(context, 'number', 'reasonCode'),
    }),
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

/** The day that a school suggested, where it asked for another one. */
function suggestedDay({ preset }: FormContext): Record<string, string> {
  const { on = '' } = preset;
  return isPossibleDate(on) ? dateValues('on', on) : {};
}
