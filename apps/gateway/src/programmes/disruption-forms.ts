import type { ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import type { Disruption } from '@linking/domain/programme/programme.js';
import { disruptionNames } from '@linking/domain/programme/programme-year.js';
import { disruptionReasons } from '@linking/events/programme/codes.js';
import { reasonField } from '../links/forms/choices.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { fullDay } from '@linking/words/format.js';
import type { AffectedMeeting } from './affected-meetings.js';

export const declareFields: readonly FormField[] = [
  { kind: 'date', name: 'from', label: 'First day', hint: 'For example, 26 11 2026' },
  { kind: 'date', name: 'to', label: 'Last day', hint: 'The same day when it is only one' },
  reasonField(disruptionReasons, 'What is it?'),
];

export const readDeclared = (posted: PostedForm): ProgrammeRequest => ({
  type: 'DeclareDisruption',
  from: posted.day('from', 'Enter the first day'),
  to: posted.day('to', 'Enter the last day'),
  reasonCode: posted.oneOf('reasonCode', disruptionReasons, 'Choose what it is'),
});

const keyOf = ({ ref, number }: AffectedMeeting) => `${ref}-${number}`;

/** A choice a meeting, with the other day beside it. */
export const meetingFields = (meetings: readonly AffectedMeeting[]): readonly FormField[] =>
  meetings.flatMap((meeting): readonly FormField[] => {
    const { ref, name, on, startsAt, endsAt, schools, calls } = meeting;
    return [
      {
        kind: 'radios',
        name: `${keyOf(meeting)}.what`,
        label: `${name}, ${fullDay(on)}, ${startsAt} to ${endsAt}`,
        hint: `${ref}: ${schools}. To phone: ${calls.join('; ')}.`,
        options: [
          { value: 'online', label: 'Put it online', hint: 'Same day, same time' },
          { value: 'move', label: 'Move it to another day', hint: 'Same time and place' },
          { value: 'leave', label: 'Leave it as it is' },
        ],
      },
      {
        kind: 'date',
        name: `${keyOf(meeting)}.on`,
        label: `Other day of ${ref}`,
        hint: 'Only when you move it',
        optional: true,
      },
    ];
  });

export const presetValues = (meetings: readonly AffectedMeeting[]): FormView['values'] =>
  Object.fromEntries(meetings.map((meeting) => [`${keyOf(meeting)}.what`, 'online']));

export interface MeetingDecision {
  readonly meeting: AffectedMeeting;
  readonly request: LinkRequest;
  /** The box beside which a refusal is shown. */
  readonly field: string;
}

export function readDecisions(
  posted: PostedForm,
  meetings: readonly AffectedMeeting[],
  { from, to, reasonCode }: Disruption,
): readonly MeetingDecision[] {
  return meetings.flatMap((meeting): readonly MeetingDecision[] => {
    const { ref, number, startsAt, endsAt } = meeting;
    const key = keyOf(meeting);
    const what = posted.oneOf(
      `${key}.what`,
      ['online', 'move', 'leave'] as const,
      `Choose what becomes of ${ref}`,
    );
    if (what === 'leave') return [];
    if (what === 'online') {
      return [{ meeting, request: { type: 'MoveMeetingOnline', number, reasonCode }, field: `${key}.what` }];
    }
    const on = posted.day(`${key}.on`, `Enter the other day of ${ref}`);
    if (from <= on && on <= to) {
      posted.wrong(`${key}.on`, `Choose a day after the ${disruptionNames[reasonCode].toLowerCase()}`);
    }
    const request = { type: 'RescheduleMeeting', number, on, startsAt, endsAt, reasonCode } as const;
    return [{ meeting, request, field: `${key}.on` }];
  });
}
