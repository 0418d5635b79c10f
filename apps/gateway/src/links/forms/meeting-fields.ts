import type { MeetingNumber } from '@linking/events/link/link-events.js';
import { meetingOf } from '@linking/domain/link/link.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import type { FormContext } from './command-form.js';

export const allMeetings: readonly MeetingNumber[] = [1, 2, 3, 4];

export const timesRow = {
  kind: 'row',
  fields: [
    { kind: 'time', name: 'startsAt', label: 'Begins', hint: 'For example, 10:00', width: 5 },
    { kind: 'time', name: 'endsAt', label: 'Ends', hint: 'For example, 14:00', width: 5 },
  ],
} as const;

export const readTimes = (posted: PostedForm) => ({
  startsAt: posted.time('startsAt', 'Enter when it begins, such as 10:00'),
  endsAt: posted.time('endsAt', 'Enter when it ends, such as 14:00'),
});

export const presetMeeting = ({ link, preset }: FormContext) => {
  const number = allMeetings.find((one) => String(one) === preset['number']);
  return number === undefined ? undefined : meetingOf(link, number);
};
