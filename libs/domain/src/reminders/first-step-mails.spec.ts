import {
  accepted,
  agreed,
  attended,
  happened,
  met,
  sent,
  trained,
} from '../link/spec-support/example-link.js';
import { given, givenUsing, type Facts } from '../link/spec-support/given-when-then.js';
import type { Link } from '../link/link.js';
import { lastDayToSend } from './last-day-to-send.js';
import { planMails } from './plan-mails.js';

const of = (rule: string, link: Link) => planMails(link).filter((mail) => mail.content.rule === rule);
const told = (rule: string, ...facts: Facts) =>
  of(rule, given(...facts).link).map(({ step, personId, dueOn }) => [step, personId, dueOn]);
const paused = happened('2026-11-20', 'LinkPaused', { reasonCode: 'building-work' });

describe('N13, after a training that was no session of ours', () => {
  it('goes to each teacher on the school day after it', () => {
    expect(told('N13', agreed, attended('a', '2026-10-01'), attended('b', '2026-10-02'))).toEqual([
      ['next-step', 'teacher-a', '2026-10-02'],
      ['next-step', 'teacher-b', '2026-10-05'],
    ]);
  });

  it('is for initial training, once a teacher, and not for a day of which only the month is known', () => {
    expect(told('N13', agreed, attended('a', '2027-01-20', 'planning-half'))).toEqual([]);
    expect(told('N13', agreed, attended('a', '2026-09'))).toEqual([]);
    expect(told('N13', agreed, attended('a'), attended('a', '2026-10-06'))).toHaveLength(1);
  });

  it('is left to the session when she came to one of ours', () => {
    const came = happened('2026-10-01', 'TrainingAttended', {
      side: 'a',
      teacherId: 'teacher-a',
      sessionId: 's1',
      kind: 'initial-full',
      minutes: 375,
    });
    expect(told('N13', agreed, came)).toEqual([]);
  });

  it('asks nothing of a class that has sent its first work, of a paused link, or of somebody who left', () => {
    expect(told('N13', trained, sent('a')).map(([, who]) => who)).toEqual(['teacher-b']);
    expect(told('N13', trained, paused)).toEqual([]);
    const replaced = happened('2026-10-02', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'teacher-c',
      linkedBefore: false,
      reasonCode: 'left-school',
    });
    expect(told('N13', trained, replaced).map(([, who]) => who)).toEqual(['teacher-b']);
  });

  it('speaks of the survey only where the programme uses surveys and the class has not answered', () => {
    const survey = (link: Link) =>
      of('N13', link).map(({ content }) => 'survey' in content && content.survey);
    const answered = happened('2026-09-25', 'SurveyResultRecorded', {
      side: 'a',
      round: 'pre',
      instrument: 'network',
      n: 26,
    } as never);
    expect(survey(given(trained).link)).toEqual([false, false]);
    expect(survey(givenUsing(['surveys'], trained).link)).toEqual([true, true]);
    expect(survey(givenUsing(['surveys'], trained, answered).link)).toEqual([false, true]);
  });
});

describe('N14, the first exchange', () => {
  it('is asked for on the day of the target and a week after, twice at most', () => {
    expect(told('N14', trained)).toEqual([
      ['exchange-asking-1', 'teacher-a', '2026-11-30'],
      ['exchange-asking-2', 'teacher-a', '2026-12-07'],
      ['exchange-asking-1', 'teacher-b', '2026-11-30'],
      ['exchange-asking-2', 'teacher-b', '2026-12-07'],
    ]);
  });

  it('is asked of the side that has sent nothing; what any of its teachers sent counts', () => {
    expect(told('N14', trained, sent('a')).map(([, who]) => who)).toEqual(['teacher-b', 'teacher-b']);
    expect(told('N14', trained, sent('a'), sent('b'))).toEqual([]);
    const skipped = happened('2026-11-02', 'StepSkipped', {
      step: 'exchange',
      side: 'b',
      reasonCode: 'other',
    } as never);
    expect(told('N14', trained, sent('a'), skipped)).toEqual([]);
  });

  it('follows a day that was agreed with the school, and goes on a school day', () => {
    const talk = happened('2026-11-27', 'DiscussionRecorded', { about: 'exchange', newTarget: '2026-12-12' });
    expect(told('N14', trained, sent('a'), talk)).toEqual([
      ['exchange-asking-1', 'teacher-b', '2026-12-14'],
      ['exchange-asking-2', 'teacher-b', '2027-01-04'],
    ]);
  });

  it('is not asked before anybody is trained, of a paused link, or of one that ended', () => {
    expect(told('N14', agreed)).toEqual([]);
    expect(told('N14', trained, paused)).toEqual([]);
    const completed = happened('2026-11-20', 'LinkCompleted', {} as never);
    expect(told('N14', trained, completed)).toEqual([]);
    expect(told('N14', met).length).toBe(4);
  });

  it('a first mail that could not go in its week leaves it to the second', () => {
    const [first, second] = of('N14', given(trained).link);
    expect(first && lastDayToSend(first)).toBe('2026-12-06');
    expect(second && lastDayToSend(second)).toBe('2026-12-14');
  });

  it('reaches a teacher of both classes once', () => {
    const both = happened('2026-10-05', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'teacher-a',
      linkedBefore: false,
      lead: false,
    });
    expect(told('N14', trained, both).filter(([, who]) => who === 'teacher-a')).toHaveLength(2);
  });
});

test('a proposal asks nobody for a first exchange', () => {
  expect(told('N14', [accepted('a')])).toEqual([]);
});
