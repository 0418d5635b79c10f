import { accepted, brokered, happened, proposed } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import type { Link } from '../link/link.js';
import { lastDayToSend } from './last-day-to-send.js';
import { planMails } from './plan-mails.js';

const unnamed = (facts: Facts, placeholder = true): Facts =>
  facts
    .flat()
    .map((fact) =>
      fact.type === 'InterestRecorded' && fact.data.side === 'b'
        ? { ...fact, data: { ...fact.data, placeholder, teachers: placeholder ? fact.data.teachers : [] } }
        : fact,
    );
const n31 = (link: Link) => planMails(link).filter(({ content }) => content.rule === 'N31');
const told = (...facts: Facts) =>
  n31(given(...facts).link).map(({ step, anchorDate, personId, dueOn }) => [
    step,
    anchorDate,
    personId,
    dueOn,
  ]);
const asked = [
  ['class-b-asking-1', '2026-09-01', 'head-b', '2026-09-02'],
  ['class-b-asking-2', '2026-09-01', 'head-b', '2026-09-09'],
];
const confirmed = happened('2026-09-03', 'ClassConfirmed', {
  side: 'b',
  classNameId: 'name-b',
  yearGroups: [4],
  pupilCount: 27,
  teachers: [{ teacherId: 'teacher-c', linkedBefore: false }],
});

describe('N31, who is your linking teacher?', () => {
  it('asks the head of a placeholder, or of a class without a teacher, when school begins and a week after', () => {
    expect(told(...unnamed(brokered))).toEqual(asked);
    expect(told(...unnamed(brokered, false))).toEqual(asked);
  });

  it('asks no head whose class is named, and nobody once it is', () => {
    expect(told(brokered)).toEqual([]);
    expect(told(...unnamed(brokered), confirmed)).toEqual([]);
  });

  it('waits until both heads said yes; after the beginning of school it asks on the next school day', () => {
    expect(told(...unnamed([proposed, accepted('a')]))).toEqual([]);
    expect(told(...unnamed([proposed, accepted('a', '2026-11-06'), accepted('b', '2026-11-06')]))).toEqual([
      ['class-b-asking-1', '2026-11-06', 'head-b', '2026-11-09'],
      ['class-b-asking-2', '2026-11-06', 'head-b', '2026-11-16'],
    ]);
  });

  it('asks nothing of a paused link, or of one that ended', () => {
    expect(
      told(...unnamed(brokered), happened('2026-09-01', 'LinkPaused', { reasonCode: 'other' } as never)),
    ).toEqual([]);
    const withdrawn = happened('2026-09-01', 'LinkWithdrawn', {
      side: 'a',
      reasonCode: 'staffing',
      stageReached: 'brokered',
    });
    expect(told(...unnamed(brokered), withdrawn)).toEqual([]);
  });

  it('makes no other mail when term dates are entered late', () => {
    const { link } = given(...unnamed(brokered));
    const calendar = {
      academicYear: '2026-27',
      terms: [
        {
          name: 'autumn',
          firstDay: '2026-09-03',
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
      ],
      closedDays: [{ from: '2026-09-03', to: '2026-09-03', name: 'INSET day' }],
      furtherBankHolidays: [],
    } as const;
    const own = { ...link, programmeYear: { switches: [], daysToAvoid: [], calendar } } as Link;
    expect(n31(own)).toMatchObject([
      { anchorDate: '2026-09-01', dueOn: '2026-09-04' },
      { dueOn: '2026-09-11' },
    ]);
  });

  it('leaves to the second what the first could not say in its week', () => {
    const [first, second] = n31(given(...unnamed(brokered)).link);
    expect(first && lastDayToSend(first)).toBe('2026-09-08');
    expect(second && lastDayToSend(second)).toBe('2026-09-16');
  });
});
