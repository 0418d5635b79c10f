import {
  agreed,
  brokered,
  happened,
  issued,
  met,
  sent,
  signedBy,
} from '../link/spec-support/example-link.js';
import { given, givenUsing, type Facts } from '../link/spec-support/given-when-then.js';
import type { Link } from '../link/link.js';
import { lastDayToSend } from './last-day-to-send.js';
import { planMails } from './plan-mails.js';
import { mailId } from './wanted-mail.js';

const of = (rule: string, link: Link) => planMails(link).filter((mail) => mail.content.rule === rule);
const told = (rule: string, ...facts: Facts) =>
  of(rule, given(...facts).link).map(({ step, personId, dueOn }) => [step, personId, dueOn]);
const paused = happened('2026-11-20', 'LinkPaused', { reasonCode: 'building-work', until: '2027-01-08' });
const resumed = happened('2026-12-07', 'LinkResumed', {});
const withdrawn = happened('2027-01-12', 'LinkWithdrawn', {
  side: 'b',
  reasonCode: 'staffing',
  stageReached: 'met',
});
const completed = happened('2027-07-01', 'LinkCompleted', {} as never);

describe('N24, thanks', () => {
  const toAll = [
    ['end-of-year-a', 'teacher-a', '2027-07-19'],
    ['end-of-year-b', 'teacher-b', '2027-07-19'],
    ['end-of-year-a', 'head-a', '2027-07-19'],
    ['end-of-year-b', 'head-b', '2027-07-19'],
  ];

  it('goes to teachers and heads in the last school week of the summer term', () => {
    expect(told('N24', agreed)).toEqual(toAll);
    expect(of('N24', given(agreed).link).map(lastDayToSend)).toEqual(Array(4).fill('2027-07-22'));
  });

  it('goes of a paused and of a completed link as well, not of one that was withdrawn or never agreed', () => {
    expect(told('N24', agreed, paused)).toEqual(toAll);
    expect(told('N24', met, completed)).toEqual(toAll);
    expect(told('N24', met, withdrawn)).toEqual([]);
    expect(told('N24', issued, signedBy('a'))).toEqual([]);
    expect(
      told('N24', brokered, happened('2026-07-01', 'LinkNotFormed', { reasonCode: 'other' } as never)),
    ).toEqual([]);
  });

  it('is by the calendar of the programme', () => {
    const { link } = given(agreed);
    const [autumn, spring, summer] = [
      {
        name: 'autumn',
        firstDay: '2026-09-02',
        lastDay: '2026-12-18',
        halfTerm: { from: '2026-10-26', to: '2026-10-30' },
      },
      {
        name: 'spring',
        firstDay: '2027-01-04',
        lastDay: '2027-03-19',
        halfTerm: { from: '2027-02-15', to: '2027-02-19' },
      },
      {
        name: 'summer',
        firstDay: '2027-04-05',
        lastDay: '2027-07-16',
        halfTerm: { from: '2027-05-31', to: '2027-06-04' },
      },
    ] as const;
    const calendar = {
      academicYear: '2026-27',
      terms: [autumn, spring, summer] as const,
      closedDays: [{ from: '2027-07-16', to: '2027-07-16', name: 'INSET day' }],
      furtherBankHolidays: [],
    };
    const own = { ...link, programmeYear: { switches: [], daysToAvoid: [], calendar } };
    expect(of('N24', own)[0]).toMatchObject({ dueOn: '2027-07-12', anchorDate: '2027-07-22' });
  });

  it('says what is left to do: the goodbye after a meeting, the survey where surveys are used', () => {
    const left = (link: Link) => of('N24', link)[0]?.content;
    expect(left(given(agreed).link)).toMatchObject({ goodbye: 'not-asked', survey: false, completed: false });
    expect(left(givenUsing(['surveys'], met).link)).toMatchObject({ goodbye: 'asked', survey: true });
    expect(left(given(met, sent('a', '2027-06-20', 'goodbye')).link)).toMatchObject({ goodbye: 'said' });
    expect(left(given(met, completed).link)).toMatchObject({ goodbye: 'not-asked', completed: true });
    expect(left(givenUsing(['surveys'], met, paused).link)).toMatchObject({
      goodbye: 'not-asked',
      survey: false,
    });
  });
});

describe('N26, about the link', () => {
  const became = (...facts: Facts) =>
    of('N26', given(...facts).link).map(({ content, personId }) => [
      'became' in content && content.became,
      personId,
    ]);

  it('tells teachers and heads of both sides of a pause, of going on, and of an end', () => {
    const people = ['teacher-a', 'teacher-b', 'head-a', 'head-b'];
    expect(became(agreed)).toEqual([]);
    expect(became(agreed, paused)).toEqual(people.map((who) => ['paused', who]));
    expect(became(agreed, paused, resumed)).toEqual(people.map((who) => ['resumed', who]));
    expect(became(met, withdrawn)).toEqual(people.map((who) => ['withdrawn', who]));
  });

  it('is another mail for each turn, at once, for a week', () => {
    const again = happened('2027-02-01', 'LinkPaused', { reasonCode: 'building-work' });
    const [first, second] = [given(agreed, paused), given(agreed, paused, resumed, again)].map(
      ({ link }) => of('N26', link)[0],
    );
    expect(first).toMatchObject({
      kind: 'immediate',
      content: { until: '2027-01-08', recordedOn: '2026-11-20' },
    });
    expect(first && lastDayToSend(first)).toBe('2026-11-27');
    expect(first && second && mailId(first) === mailId(second)).toBe(false);
  });

  it('tells the heads alone while teachers do not know each other, and nobody of what nobody agreed to', () => {
    expect(became(brokered, paused)).toEqual([
      ['paused', 'head-a'],
      ['paused', 'head-b'],
    ]);
    expect(became(brokered.slice(0, 3), withdrawn)).toEqual([]);
  });

  it('says nothing of an older turn to whoever came after it', () => {
    const newcomer = happened('2026-12-10', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'teacher-c',
      linkedBefore: false,
      lead: false,
    });
    const head = happened('2026-12-10', 'HeadteacherChanged', {
      side: 'b',
      headId: 'head-c',
      from: 'head-b',
    });
    expect(became(agreed, paused, resumed, newcomer, head).map(([, who]) => who)).toEqual([
      'teacher-a',
      'teacher-b',
      'head-a',
    ]);
  });

  it('takes back a word that was voided, and is silent of an old pause once the link has ended well', () => {
    const facts = [agreed, paused].flat();
    const voided = happened('2026-11-20', 'EntryVoided', {
      voidsEventId: `e${facts.length}`,
      reasonCode: 'wrong-link',
    });
    expect(became(facts, voided)).toEqual([]);
    expect(became(met, paused, resumed, completed)).toEqual([]);
  });

  it('leaves each meeting that is off to a mail of its own', () => {
    const planned = happened('2026-12-10', 'MeetingPlanned', {
      number: 2,
      mode: 'in-person',
      on: '2027-03-04',
      startsAt: '10:00',
      endsAt: '14:00',
      hostSide: 'b',
      activities: [],
    } as never);
    const { link } = given(met, planned, withdrawn);
    expect(of('N26', link).filter(({ personId }) => personId === 'teacher-a')).toHaveLength(1);
    expect(of('N20', link).filter(({ personId }) => personId === 'teacher-a')).toMatchObject([
      { content: { change: 'cancelled', linkEnded: true } },
    ]);
  });
});
