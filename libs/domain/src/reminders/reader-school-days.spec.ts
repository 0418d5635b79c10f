import { nationalCalendar } from '../calendar/school-calendar.js';
import type { Link } from '../link/link.js';
import {
  agreed,
  attended,
  brokered,
  happened,
  issued,
  plannedMeeting,
  proposed,
  trained,
} from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';
import { planTrainingMails } from './training-mails.js';
import { mailId, type WantedMail } from './wanted-mail.js';

const unnamed = brokered.map((fact) =>
  fact.type === 'InterestRecorded' ? { ...fact, data: { ...fact.data, placeholder: true } } : fact,
);
const closedOn = (from: string, to: string, name: string) => ({
  ...nationalCalendar('2026-27'),
  closedDays: [{ from, to, name }],
});

/** Bradford is closed on the first days after the agreements went out, Kent in the week in which they are asked for again. */
const across = (...facts: Facts): Link => ({
  ...given(...facts).link,
  partnerProgramme: 'kent',
  programmeYear: {
    calendar: closedOn('2026-09-02', '2026-09-04', 'Local holiday'),
    daysToAvoid: [],
    switches: [],
  },
  partnerCalendar: closedOn('2026-09-07', '2026-09-11', 'INSET day'),
});
const lines = (mails: readonly WantedMail[], ...rules: readonly string[]) =>
  mails
    .filter(({ content }) => rules.includes(content.rule))
    .map(({ content, step, dueOn, personId, moved, schoolDaysOf }) => [
      `${content.rule} ${step} ${dueOn} ${personId}`,
      moved?.because,
      schoolDaysOf,
    ]);

describe('in a link across programmes each school is written to', () => {
  test('by its own school days, counted by its own calendar', () => {
    expect(lines(planMails(across(issued)), 'N08')).toEqual([
      // School days after 1 September: 7 to 11 September are the first five.
      ['N08 agreement-a-asking-1 2026-09-11 head-a', undefined, undefined],
      ['N08 agreement-a-asking-2 2026-09-18 head-a', undefined, undefined],
      // 2, 3 and 4 September, then 14 and 15.
      ['N08 agreement-b-asking-1 2026-09-15 head-b', undefined, 'kent'],
      ['N08 agreement-b-asking-2 2026-09-22 head-b', undefined, 'kent'],
    ]);
  });

  test('on another day than its partner, when the day is closed for it alone', () => {
    const link = across(agreed, plannedMeeting(1, '2026-09-15', '2026-09-14'));
    expect(lines(planMails(link), 'N17')).toEqual([
      ['N17 meeting-1 2026-09-08 teacher-a', undefined, undefined],
      ['N17 meeting-1 2026-09-04 teacher-b', 'INSET day', 'kent'],
      ['N17 meeting-1 2026-09-08 cartwright-hall', undefined, undefined],
    ]);
  });

  test('also when her training was elsewhere, and when its programme has no days of its own', () => {
    const { programmeYear: _, ...link } = across(
      agreed,
      attended('a', '2026-09-08'),
      attended('b', '2026-09-08'),
    );
    expect(lines(planMails(link), 'N13')).toEqual([
      ['N13 next-step 2026-09-09 teacher-a', undefined, undefined],
      ['N13 next-step 2026-09-14 teacher-b', 'INSET day', 'kent'],
    ]);
  });

  test('and the programme’s mailbox by no school days, whoever it is about', () => {
    const declined = happened('2026-06-10', 'ProposalDeclined', {
      side: 'b',
      reasonCode: 'staffing',
      wantsOtherPartner: true,
    });
    expect(lines(planMails(across(proposed, declined)), 'N06').map(([, , days]) => days)).toEqual([
      undefined,
    ]);
  });

  test('about the first exchange, of which the day is the link’s and not the partner’s', () => {
    const link = { ...across(trained), partnerCalendar: closedOn('2026-11-23', '2026-12-01', 'INSET day') };
    expect(lines(planMails(link), 'N14')).toEqual([
      ['N14 exchange-asking-1 2026-11-30 teacher-a', undefined, undefined],
      ['N14 exchange-asking-2 2026-12-07 teacher-a', undefined, undefined],
      ['N14 exchange-asking-1 2026-12-02 teacher-b', 'INSET day', 'kent'],
      ['N14 exchange-asking-2 2026-12-09 teacher-b', undefined, 'kent'],
    ]);
  });

  test('about training too, by the school days of the class for which she comes', () => {
    const day = '2026-09-01T12:00:00.000Z';
    const facts = [
      {
        type: 'SessionPlanned' as const,
        data: {
          sessionId: 's1',
          programme: 'bradford',
          kind: 'initial-full' as const,
          on: '2026-09-16',
          startsAt: '09:15',
          endsAt: '15:30',
          venueId: 'hall',
          capacity: 20,
        },
      },
      ...(['a', 'b'] as const).map((side) => ({
        type: 'PlaceTaken' as const,
        data: { teacherId: `teacher-${side}`, linkRef: 'BRD-2026-014', side },
      })),
    ].map((fact, index) => ({ ...fact, revision: index + 1, recordedAt: day }));
    expect(lines(planTrainingMails(facts, [across(agreed)]), 'N11')).toEqual([
      ['N11 week-before 2026-09-09 teacher-a', undefined, undefined],
      ['N11 week-before 2026-09-04 teacher-b', 'INSET day', 'kent'],
    ]);
  });

  test('by the national days when its programme is not known any more', () => {
    const { partnerCalendar: _, ...link } = across(issued);
    expect(lines(planMails(link), 'N08').slice(2)).toEqual([
      ['N08 agreement-b-asking-1 2026-09-08 head-b', undefined, 'kent'],
      ['N08 agreement-b-asking-2 2026-09-15 head-b', undefined, 'kent'],
    ]);
  });
});

test.each([
  ['N14', trained, '2026-11-30'],
  ['N24', trained, '2027-07-22'],
  ['N31', unnamed, '2026-09-02'],
] as const)('%s of a storm on its day is on another day, and the same mail', (rule, facts, day) => {
  const { link } = given(...facts);
  const inStorm = { calendar: closedOn(day, day, 'Storm'), daysToAvoid: [], switches: [] };
  const [before, after] = [link, { ...link, programmeYear: inStorm }].map((it) =>
    planMails(it).filter(({ content }) => content.rule === rule),
  );
  expect(before?.length).toBeGreaterThan(0);
  expect(after?.map(mailId)).toEqual(before?.map(mailId));
  expect(after).not.toEqual(before);
});

test('a link within one programme is written to by its school days, and says no other', () => {
  const { partnerProgramme: _, ...link } = across(issued);
  expect(lines(planMails(link), 'N08')).toEqual([
    ['N08 agreement-a-asking-1 2026-09-11 head-a', undefined, undefined],
    ['N08 agreement-a-asking-2 2026-09-18 head-a', undefined, undefined],
    ['N08 agreement-b-asking-1 2026-09-11 head-b', undefined, undefined],
    ['N08 agreement-b-asking-2 2026-09-18 head-b', undefined, undefined],
  ]);
});
