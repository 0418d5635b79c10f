import { meetingModes, riskAssessments, venueActivities } from '@linking/events/link/codes.js';
import type { Side } from '@linking/events/link/link-events.js';
import { dateValues } from '../../pages/forms/date-field.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { pupilsOf, sideText } from '@linking/words/link-terms.js';
import { bookedVenues } from './booked-venues.js';
import { dateField, keyQuestionField, meetingField, optionsOf, presets, readMeeting } from './choices.js';
import type { CommandForm, FormContext } from './command-form.js';
import { allMeetings, presetMeeting, readTimes, timesRow } from './meeting-fields.js';

const modeField = {
  kind: 'radios',
  name: 'mode',
  label: 'How do they meet?',
  inline: true,
  options: [
    { value: 'in-person', label: 'In person' },
    { value: 'virtual', label: 'Online' },
  ],
} as const;

export const meetingForms: readonly CommandForm[] = [
  {
    command: 'plan-meeting',
    group: 'Meetings',
    title: 'Plan a meeting',
    hint: 'Date, place and pupils expected',
    submitLabel: 'Plan the meeting',
    done: 'The meeting is planned.',
    noteLabel: 'Note for yourself',
    known: bookedVenues,
    fields: (context) => [
      meetingField(allMeetings),
      modeField,
      dateField('on', 'Date', { hint: 'For example, 26 11 2026' }),
      timesRow,
      {
        kind: 'select',
        name: 'place',
        label: 'Where?',
        hint: 'Not needed when they meet online',
        options: placeOptions(context),
      },
      { kind: 'number', name: 'pupilsExpected', label: 'Pupils expected', width: 4 },
      {
        kind: 'checkboxes',
        name: 'activities',
        label: 'What will they do?',
        optional: true,
        options: optionsOf(venueActivities, { re: 'RE' }),
      },
    ],
    values: (context) => ({
      mode: 'in-person',
      pupilsExpected: String(pupilsOf(context.link)),
      ...presets(context, 'number'),
    }),
    read: (posted) => {
      const mode = posted.oneOf('mode', meetingModes, 'Choose how they meet');
      return {
        type: 'PlanMeeting',
        number: readMeeting(posted),
        mode,
        on: posted.day('on', 'Enter the date of the meeting'),
        ...readTimes(posted),
        ...readPlace(posted, mode === 'in-person' ? 'Choose where they meet' : undefined),
        pupilsExpected: posted.count('pupilsExpected', 'Enter how many pupils are expected', 400),
        activities: posted.someOf('activities', venueActivities),
      };
    },
  },
  {
    command: 'record-meeting-held',
    group: 'Meetings',
    title: 'Record a meeting',
    hint: 'Also one that was never planned',
    submitLabel: 'Record the meeting',
    done: 'The meeting is recorded.',
    noteLabel: 'What worked well?',
    fields: (context) => [
      meetingField(allMeetings),
      dateField('on', 'Date of the meeting'),
      modeField,
      {
        kind: 'select',
        name: 'place',
        label: 'Where?',
        hint: 'Leave it when it was where it was planned',
        optional: true,
        options: placeOptions(context),
      },
      {
        kind: 'row',
        fields: [
          {
            kind: 'number',
            name: 'pupilsA',
            label: `Pupils of ${school(context, 'a')}`,
            hint: `Of ${context.link.sides.a.pupilCount}`,
            width: 4,
          },
          {
            kind: 'number',
            name: 'pupilsB',
            label: `Pupils of ${school(context, 'b')}`,
            hint: `Of ${context.link.sides.b.pupilCount}`,
            width: 4,
          },
        ],
      },
      {
        kind: 'row',
        fields: [
          { kind: 'number', name: 'adultsA', label: `Adults of ${school(context, 'a')}`, width: 4 },
          { kind: 'number', name: 'adultsB', label: `Adults of ${school(context, 'b')}`, width: 4 },
        ],
      },
      {
        kind: 'select',
        name: 'riskAssessment.a',
        label: `Risk assessment of ${school(context, 'a')}`,
        options: optionsOf(riskAssessments),
      },
      {
        kind: 'select',
        name: 'riskAssessment.b',
        label: `Risk assessment of ${school(context, 'b')}`,
        options: optionsOf(riskAssessments),
      },
      { kind: 'tick', name: 'collaborative', label: 'The children worked in mixed groups' },
      keyQuestionField,
    ],
    values: heldValues,
    read: (posted, context) => ({
      type: 'RecordMeetingHeld',
      number: readMeeting(posted),
      mode: posted.oneOf('mode', meetingModes, 'Choose how they met'),
      on: posted.day('on', 'Enter the date of the meeting'),
      ...readPlace(posted),
      pupilsA: posted.count('pupilsA', `Enter how many pupils of ${school(context, 'a')} came`),
      pupilsB: posted.count('pupilsB', `Enter how many pupils of ${school(context, 'b')} came`),
      adultsA: posted.count('adultsA', `Enter how many adults of ${school(context, 'a')} came`),
      adultsB: posted.count('adultsB', `Enter how many adults of ${school(context, 'b')} came`),
      riskAssessment: {
        a: posted.oneOf('riskAssessment.a', riskAssessments, 'Choose what is known of the risk assessment'),
        b: posted.oneOf('riskAssessment.b', riskAssessments, 'Choose what is known of the risk assessment'),
      },
      collaborative: posted.tick('collaborative'),
      keyQuestions: posted.someOf('keyQuestions', ['Q1', 'Q2', 'Q3', 'Q4'] as const),
    }),
  },
];

const school = ({ link, names }: FormContext, side: Side) => sideText(link, side, names);

function placeOptions({ venues, link, names }: FormContext) {
  return [
    { value: '', label: 'Choose a place' },
    ...venues.map(({ id, name, linksAtOnce }) => ({
      value: id,
      label: `${name}, room for ${linksAtOnce === 1 ? 'one link' : `${linksAtOnce} links`}`,
    })),
    ...(['a', 'b'] as const).map((side) => ({ value: side, label: `At ${sideText(link, side, names)}` })),
  ];
}

function readPlace(
  posted: PostedForm,
  message?: string,
): { readonly venueId?: string; readonly hostSide?: Side } {
  const place = posted.typed('place');
  if (place === 'a' || place === 'b') return { hostSide: place };
  if (place !== '') return { venueId: place };
  if (message !== undefined) posted.wrong('place', message);
  return {};
}

function heldValues(context: FormContext): Record<string, string> {
  const meeting = presetMeeting(context);
  const known = (side: Side) => meeting?.ready[side]?.riskAssessment ?? 'not-known';
  return {
    ...presets(context, 'number'),
    mode: meeting?.mode ?? 'in-person',
    ...dateValues('on', meeting?.status === 'planned' && meeting.on <= context.today ? meeting.on : ''),
    'riskAssessment.a': known('a'),
    'riskAssessment.b': known('b'),
  };
}
