import {
  attended,
  happened,
  heldMeeting,
  plannedMeeting,
  trained,
} from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';
import { mailId } from './wanted-mail.js';

const mails = (...facts: Facts) =>
  planMails(given(trained, ...facts).link).flatMap((mail) =>
    mail.content.rule === 'N25' ? [{ ...mail, content: mail.content }] : [],
  );
const to = (personId: string, ...facts: Facts) =>
  mails(...facts).filter((mail) => mail.personId === personId);
/** The meetings that leave the calendar of the teacher who went. */
const leave = (...facts: Facts) => to('teacher-a', ...facts).map(({ content }) => content.meeting?.number);
const replaced = (day = '2026-11-02', from = 'teacher-a', by = 'new') =>
  happened(day, 'TeacherReplaced', { side: 'a', from, to: by, linkedBefore: true, reasonCode: 'leave' });

describe('what a teacher who takes over is told to need', () => {
  const needs = (...facts: Facts) => to('new', ...facts).map(({ content }) => content.needs);

  it('is her training, until she had it or it is skipped', () => {
    expect(needs(replaced())).toEqual(['initial-half']);
    expect(needs(replaced(), attended('a', '2026-11-10', 'initial-half', 'new'))).toEqual([undefined]);
    const skipped = happened('2026-11-10', 'StepSkipped', {
      step: 'training',
      side: 'a',
      reasonCode: 'staffing',
    });
    expect(needs(replaced(), skipped)).toEqual([undefined]);
  });
});

describe('a teacher who gave up her class', () => {
  it('is told of each meeting by a mail of its own', () => {
    const meetings = [plannedMeeting(1, '2026-12-03'), plannedMeeting(2, '2027-03-09')];
    expect(to('teacher-a', ...meetings, replaced()).map(mailId)).toEqual([
      'BRD-2026-014.N25.former-teacher-meeting-1-a-v16.2026-11-02.teacher-a',
      'BRD-2026-014.N25.former-teacher-meeting-2-a-v16.2026-11-02.teacher-a',
    ]);
  });

  it('loses a meeting of that very day, and none that was cancelled, held or past', () => {
    const cancelled = happened('2026-10-20', 'MeetingCancelled', { number: 1, reasonCode: 'weather' });
    expect(leave(plannedMeeting(1, '2026-11-02'), replaced())).toEqual([1]);
    expect(leave(plannedMeeting(1, '2026-11-01'), replaced())).toEqual([undefined]);
    expect(leave(plannedMeeting(1, '2026-12-03'), cancelled, replaced())).toEqual([undefined]);
    expect(leave(plannedMeeting(1, '2026-11-02'), heldMeeting(1, '2026-11-02'), replaced())).toEqual([
      undefined,
    ]);
  });

  it('and still has the other class of her school is told nothing, for she goes on', () => {
    const both = happened('2026-09-20', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'teacher-a',
      linkedBefore: false,
      lead: false,
    });
    const facts = [both, plannedMeeting(1, '2026-12-03'), replaced()];
    expect(to('teacher-a', ...facts)).toEqual([]);
    expect(to('teacher-b', ...facts)).toHaveLength(1);
  });
});

test('of two who followed each other only the second is told of, once the first is gone as well', () => {
  const told = mails(replaced(), replaced('2026-11-16', 'new', 'newest'));
  expect(told.map(({ content }) => content.newTeacherId)).toEqual(told.map(() => 'newest'));
  expect(told.map(({ content }) => content.audience)).toEqual(['new', 'former', 'colleague', 'programme']);
});
