import { agreed, happened, heldMeeting, plannedMeeting } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';
import { mailId, type WantedMail } from './wanted-mail.js';

const wanted = (...facts: Facts) => planMails(given(agreed, ...facts).link);
const isTo = (personId: string) => (mail: WantedMail) => mail.personId === personId;
/** Of the teacher of side a: rule, step and day of each mail about meetings. */
const toTeacherA = (...facts: Facts) =>
  wanted(...facts)
    .filter(isTo('teacher-a'))
    .filter(({ step }) => step.startsWith('meeting-'))
    .map(({ content, step, dueOn }) => `${content.rule} ${step} ${dueOn}`);
/** What is announced to somebody: step, change, and the day before a move. */
const announced = (personId: string, ...facts: Facts) =>
  wanted(...facts)
    .filter(isTo(personId))
    .flatMap(({ content, step }) =>
      content.rule === 'N15' || content.rule === 'N20'
        ? [[step, content.change, content.on, ...(content.wasOn === undefined ? [] : [content.wasOn])]]
        : [],
    );

const planned = plannedMeeting(1, '2026-12-03');
const move = (on: string, day: string, number: 1 | 2 = 1) =>
  happened(day, 'MeetingRescheduled', {
    number,
    on,
    startsAt: '10:00',
    endsAt: '14:00',
    reasonCode: 'weather',
  });
const online = happened('2026-11-12', 'MeetingMovedOnline', { number: 1, reasonCode: 'weather' });
const cancelled = happened('2026-11-20', 'MeetingCancelled', { number: 1, reasonCode: 'weather' });
const paused = happened('2026-11-16', 'LinkPaused', { reasonCode: 'building-work' });
const withdrawn = happened('2026-11-16', 'LinkWithdrawn', {
  side: 'b',
  reasonCode: 'staffing',
  stageReached: 'signed',
});
const replaced = (day: string) =>
  happened(day, 'TeacherReplaced', {
    side: 'a',
    from: 'teacher-a',
    to: 'teacher-c',
    linkedBefore: false,
    reasonCode: 'left-school',
  });
const entry = (index: number) => `e${agreed.length + index}`;
const visit = (on: string, day = '2027-01-11') => {
  const { venueId: _, ...data } = plannedMeeting(2, on).data as { venueId?: string };
  return happened(day, 'MeetingPlanned', { ...data, hostSide: 'b' } as never);
};

describe('a first meeting that is planned', () => {
  test('is announced at once, prepared a week before, and asked about the day after and a week after', () => {
    expect(toTeacherA(planned)).toEqual([
      'N15 meeting-1-v0 2026-12-03',
      'N17 meeting-1 2026-11-26',
      'N18 meeting-1-asking-1 2026-12-04',
      'N18 meeting-1-asking-2 2026-12-10',
    ]);
    expect(wanted(planned).filter(isTo('teacher-b')).map(mailId)).toContain(
      'BRD-2026-014.N15.meeting-1-v0.2026-12-03.teacher-b',
    );
  });

  test('is announced and prepared at its venue too', () => {
    expect(
      wanted(planned)
        .filter(isTo('cartwright-hall'))
        .map(({ content, mailbox, step }) => [content.rule, mailbox, step]),
    ).toEqual([
      ['N15', 'venue', 'meeting-1-v0'],
      ['N17', 'venue', 'meeting-1'],
    ]);
  });

  test('asks for nothing any more once it was held', () => {
    expect(toTeacherA(planned, heldMeeting(1, '2026-12-03'))).toEqual([]);
  });

  test('in the past announces nothing; how it went is still asked', () => {
    expect(toTeacherA(plannedMeeting(1, '2026-10-01', '2026-10-05'))).toEqual([
      'N18 meeting-1-asking-1 2026-10-02',
      'N18 meeting-1-asking-2 2026-10-08',
    ]);
    expect(announced('teacher-a', plannedMeeting(1, '2026-10-05', '2026-10-05'))).toHaveLength(1);
  });

  test('on the last day of term is asked about in January, a week apart', () => {
    expect(toTeacherA(plannedMeeting(1, '2026-12-18')).slice(2)).toEqual([
      'N18 meeting-1-asking-1 2027-01-04',
      'N18 meeting-1-asking-2 2027-01-11',
    ]);
  });

  test('in the first week of January is prepared before Christmas', () => {
    expect(toTeacherA(plannedMeeting(1, '2027-01-07'))[1]).toBe('N17 meeting-1 2026-12-18');
  });

  test('on a Friday is asked about on Monday', () => {
    expect(toTeacherA(plannedMeeting(1, '2026-12-04')).slice(2)).toEqual([
      'N18 meeting-1-asking-1 2026-12-07',
      'N18 meeting-1-asking-2 2026-12-11',
    ]);
  });

  test('a step that is skipped is neither prepared nor asked about', () => {
    const skipped = happened('2026-11-20', 'StepSkipped', { step: 'first-meeting', reasonCode: 'weather' });
    expect(toTeacherA(planned, skipped)).toEqual(['N15 meeting-1-v0 2026-12-03']);
  });
});

describe('a meeting that changes', () => {
  test('each change of day, time, place or standing is one more version, and only the last is told', () => {
    const again = plannedMeeting(1, '2027-01-14', '2026-11-23');
    expect(announced('teacher-a', planned)).toEqual([['meeting-1-v0', 'planned', '2026-12-03']]);
    expect(announced('teacher-a', planned, move('2026-12-10', '2026-11-10'))).toEqual([
      ['meeting-1-v1', 'moved', '2026-12-10', '2026-12-03'],
    ]);
    expect(announced('teacher-a', planned, move('2026-12-10', '2026-11-10'), online)).toEqual([
      ['meeting-1-v2', 'online', '2026-12-10'],
    ]);
    expect(announced('teacher-a', planned, move('2026-12-10', '2026-11-10'), online, cancelled)).toEqual([
      ['meeting-1-v3', 'cancelled', '2026-12-10'],
    ]);
    expect(announced('teacher-a', planned, cancelled, again)).toEqual([
      ['meeting-1-v2', 'planned', '2027-01-14'],
    ]);
  });

  test('the mail says when its fact was recorded, for the calendar', () => {
    const [mail] = wanted(planned, move('2026-12-10', '2026-11-10')).filter(
      ({ content }) => content.rule === 'N15',
    );
    expect(mail?.content).toMatchObject({
      sequence: 1,
      stamp: '2026-11-10T12:00:00.000Z',
      wasOn: '2026-12-03',
    });
  });

  test('a moved one is prepared for and asked about on its new days', () => {
    expect(toTeacherA(planned, move('2026-12-10', '2026-11-10')).slice(1)).toEqual([
      'N17 meeting-1 2026-12-03',
      'N18 meeting-1-asking-1 2026-12-11',
      'N18 meeting-1-asking-2 2026-12-17',
    ]);
  });

  test('online nobody travels, so nothing is prepared; how it went is asked', () => {
    expect(toTeacherA(planned, online)).toEqual([
      'N15 meeting-1-v1 2026-12-03',
      'N18 meeting-1-asking-1 2026-12-04',
      'N18 meeting-1-asking-2 2026-12-10',
    ]);
  });

  test('a cancelled one is told and nothing else', () => {
    expect(toTeacherA(planned, cancelled)).toEqual(['N15 meeting-1-v1 2026-12-03']);
  });

  test('a date that is corrected is a change like any other', () => {
    const corrected = happened('2026-11-20', 'EntryCorrected', {
      correctsEventId: entry(1),
      pointer: '/on',
      was: '2026-12-03',
      now: '2026-12-10',
      reasonCode: 'typing-mistake',
    });
    expect(announced('teacher-a', planned, corrected)).toEqual([
      ['meeting-1-v1', 'moved', '2026-12-10', '2026-12-03'],
    ]);
  });

  test('a plan that is voided is called off', () => {
    const voided = happened('2026-11-20', 'EntryVoided', {
      voidsEventId: entry(1),
      reasonCode: 'wrong-link',
    });
    expect(announced('teacher-a', planned, voided)).toEqual([['meeting-1-v1', 'cancelled', '2026-12-03']]);
  });

  test('the venue hears once that nobody comes, whatever becomes of the meeting elsewhere', () => {
    const off = [['meeting-1-v1', 'cancelled', '2026-12-03']];
    expect(announced('cartwright-hall', planned, online)).toEqual(off);
    expect(announced('cartwright-hall', planned, online, move('2026-12-10', '2026-11-20'))).toEqual(off);
    expect(announced('cartwright-hall', planned, cancelled)).toEqual(off);
  });
});

describe('who is told of a meeting', () => {
  test('a teacher who comes in place of another hears of it as it stands, and the other no more', () => {
    const facts = [planned, move('2026-12-10', '2026-11-10'), replaced('2026-11-16')];
    expect(announced('teacher-c', ...facts)).toEqual([['meeting-1-v1', 'planned', '2026-12-10']]);
    expect(wanted(...facts).filter(isTo('teacher-a'))).toMatchObject([
      { content: { rule: 'N25', audience: 'former', meeting: { on: '2026-12-10', sequence: 2 } } },
    ]);
    expect(announced('teacher-b', ...facts)).toEqual([['meeting-1-v1', 'moved', '2026-12-10', '2026-12-03']]);
  });

  test('nobody is told that a meeting is cancelled of which she never heard', () => {
    const facts = [planned, cancelled, replaced('2026-11-23')];
    expect(announced('teacher-c', ...facts)).toEqual([]);
    expect(announced('teacher-b', ...facts)).toEqual([['meeting-1-v1', 'cancelled', '2026-12-03']]);
  });

  test('a paused link tells nothing new; a change of a meeting that people know it tells', () => {
    expect(toTeacherA(planned, paused)).toEqual([]);
    expect(toTeacherA(planned, paused, cancelled)).toEqual(['N15 meeting-1-v1 2026-12-03']);
    expect(toTeacherA(planned, paused, move('2026-12-10', '2026-11-20'))).toEqual([
      'N15 meeting-1-v1 2026-12-10',
    ]);
    expect(toTeacherA(planned, paused, happened('2026-11-18', 'LinkResumed', {}))).toHaveLength(4);
  });

  test('when a link ends its meetings to come are called off, and nothing else is asked', () => {
    expect(toTeacherA(planned, withdrawn)).toEqual(['N15 meeting-1-v1 2026-12-03']);
    expect(announced('teacher-b', planned, withdrawn)).toEqual([['meeting-1-v1', 'cancelled', '2026-12-03']]);
    expect(toTeacherA(planned, heldMeeting(1, '2026-12-03'), withdrawn)).toEqual([]);
  });
});

describe('a visit', () => {
  test('is announced in one mail, two weeks and a week before it is prepared', () => {
    expect(toTeacherA(visit('2027-03-11'))).toEqual([
      'N20 meeting-2-v0 2027-03-11',
      'N21 meeting-2 2027-02-25',
      'N17 meeting-2 2027-03-04',
      'N18 meeting-2-asking-1 2027-03-12',
      'N18 meeting-2-asking-2 2027-03-18',
    ]);
  });

  test('host and visitor read different mails', () => {
    const hosts = wanted(visit('2027-03-11')).flatMap(({ content, personId }) =>
      content.rule === 'N21' ? [[personId, content.hosts]] : [],
    );
    expect(hosts).toEqual([
      ['teacher-a', false],
      ['teacher-b', true],
    ]);
  });

  test('after a bank holiday and across half-term is prepared on school days before', () => {
    expect(toTeacherA(visit('2027-05-17'))[1]).toBe('N21 meeting-2 2027-04-30');
    expect(toTeacherA(visit('2027-06-08')).slice(1, 3)).toEqual([
      'N21 meeting-2 2027-05-25',
      'N17 meeting-2 2027-05-28',
    ]);
  });

  test('before Easter is asked about after the holidays', () => {
    const asked = toTeacherA(visit('2027-03-25')).slice(3);
    expect(asked.every((mail) => mail.slice(-10) > '2027-03-29')).toBe(true);
    expect(new Set(asked.map((mail) => mail.slice(-10))).size).toBe(2);
  });
});
