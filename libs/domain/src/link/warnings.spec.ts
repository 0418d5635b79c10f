import type { LinkCommand, Propose } from './commands.js';
import { given } from './spec-support/given-when-then.js';
import {
  agreed,
  attend,
  attended,
  happened,
  planMeeting,
  proposeExample,
  proposedInSchool,
  recordHeld,
  signedBy,
  issued,
  trained,
} from './spec-support/example-link.js';
import { nationalCalendar } from '../calendar/school-calendar.js';
import { warningsFor } from './warnings.js';

const { link } = given(trained);
const codes = (command: LinkCommand, of = link) => warningsFor(command, of).map(({ code }) => code);
const propose = (change: Partial<Propose>): Propose => ({ ...proposeExample, ...change });

describe('two classes side by side', () => {
  const withGroups = (a: number[], b: number[]) =>
    codes(
      propose({
        a: { ...proposeExample.a, yearGroups: a },
        b: { ...proposeExample.b, yearGroups: b },
      }),
    );
  const withPupils = (a: number, b: number) =>
    codes(
      propose({
        a: { ...proposeExample.a, pupilCount: a },
        b: { ...proposeExample.b, pupilCount: b },
      }),
    );
  const profiled = (differenceProfile: Propose['differenceProfile']) => codes(propose({ differenceProfile }));

  it('have one year group in common, or a gap', () => {
    expect(withGroups([3, 4], [4, 5])).toEqual([]);
    expect(withGroups([3, 4], [5, 6])).toEqual(['YEAR_GAP']);
  });

  it('may differ in size by a half, whichever is the larger', () => {
    expect([withPupils(20, 30), withPupils(30, 20)]).toEqual([[], []]);
    expect([withPupils(20, 31), withPupils(31, 20)]).toEqual([['SIZE_RATIO'], ['SIZE_RATIO']]);
  });

  it('differ enough when one figure differs by ten points; of figures nobody knows nothing is said', () => {
    expect(profiled({ a: { percentEal: 20 }, b: { percentEal: 30 } })).toEqual([]);
    expect(profiled({ a: { percentEal: 20 }, b: { percentEal: 29 } })).toEqual(['LITTLE_DIFFERENCE']);
    expect(profiled({ a: { percentEal: 20, percentFsm: 5 }, b: { percentEal: 22, percentFsm: 40 } })).toEqual(
      [],
    );
    expect(profiled({ a: { percentEal: 20 }, b: { percentFsm: 20 } })).toEqual([]);
    expect(profiled({ a: {}, b: {} })).toEqual([]);
  });
});

describe('a day that was agreed', () => {
  const { terms } = nationalCalendar('2026-27');
  const programmeYear = {
    calendar: { ...nationalCalendar('2026-27'), terms },
    daysToAvoid: [{ from: '2027-03-09', to: '2027-03-11', name: 'Eid al-Fitr' }],
    switches: [],
  };
  const ours = { ...link, programmeYear };
  const talk = (newTarget?: string): LinkCommand => ({
    type: 'RecordDiscussion',
    about: 'visits',
    ...(newTarget === undefined ? {} : { newTarget }),
  });

  it('is warned of from the first to the last day that the programme avoids', () => {
    expect(
      ['2027-03-08', '2027-03-09', '2027-03-11', '2027-03-12'].map((day) => codes(talk(day), ours)),
    ).toEqual([[], ['DAY_TO_AVOID'], ['DAY_TO_AVOID'], []]);
    expect(warningsFor(talk('2027-03-10'), ours)).toEqual([
      { code: 'DAY_TO_AVOID', sentence: '10 March 2027 is a day to avoid: Eid al-Fitr.' },
    ]);
  });

  it('is warned of when the schools are closed, and not at all when no day was agreed', () => {
    expect(warningsFor(talk('2027-03-07'), link)).toEqual([
      { code: 'NOT_A_SCHOOL_DAY', sentence: '7 March 2027 is a Sunday.' },
    ]);
    expect(warningsFor(talk(), link)).toEqual([]);
  });
});

describe('a meeting of which something looks odd', () => {
  const outside = (number: 1 | 2 | 3 | 4, day: string) =>
    warningsFor({ ...planMeeting({ number, on: day }) }, link).find(({ code }) => code === 'OUTSIDE_WINDOW')
      ?.sentence;

  it.each([
    [1, '2026-11-01', '2027-01-31', '1 November 2026 and 31 January 2027', '2026-10-31', '2027-02-01'],
    [2, '2027-01-01', '2027-07-31', '1 January 2027 and 31 July 2027', '2026-12-31', '2027-08-01'],
    [3, '2027-01-01', '2027-07-31', '1 January 2027 and 31 July 2027', '2026-12-31', '2027-08-01'],
    [4, '2027-06-01', '2027-07-31', '1 June 2027 and 31 July 2027', '2027-05-31', '2027-08-01'],
  ] as const)('meeting %i has its time of the year', (number, first, last, between, early, late) => {
    expect([outside(number, first), outside(number, last)]).toEqual([undefined, undefined]);
    const sentence = `This meeting is usually between ${between}.`;
    expect([outside(number, early), outside(number, late)]).toEqual([sentence, sentence]);
  });

  it('is moved to a day that is looked at too', () => {
    const move: LinkCommand = {
      type: 'RescheduleMeeting',
      number: 1,
      on: '2026-12-05',
      startsAt: '10:00',
      endsAt: '12:00',
      reasonCode: 'coach',
    };
    expect(codes(move)).toEqual(['NOT_A_SCHOOL_DAY']);
  });

  it('has a venue that is full, in the morning or in the afternoon', () => {
    const at = (startsAt: string, booked: number, linksAtOnce = 2) =>
      warningsFor(
        planMeeting({ startsAt, endsAt: '15:00', venue: { name: 'Cartwright Hall', linksAtOnce, booked } }),
        link,
      ).map(({ sentence }) => sentence);
    expect(at('11:59', 2)).toEqual(['Cartwright Hall has two links that morning and room for two.']);
    expect(at('12:00', 3)).toEqual(['Cartwright Hall has three links that afternoon and room for two.']);
    expect(at('10:00', 1, 1)).toEqual(['Cartwright Hall has one link that morning and room for one.']);
    expect(at('10:00', 12, 11)).toEqual(['Cartwright Hall has 12 links that morning and room for 11.']);
    expect(at('10:00', 1)).toEqual([]);
    expect(codes(planMeeting({ venueId: undefined, venue: undefined, hostSide: 'a' }))).toEqual([]);
  });

  it('is a visit to the school that the other visit goes to as well', () => {
    const visit = (number: 2 | 3, hostSide: 'a' | 'b') =>
      planMeeting({ number, on: '2027-03-04', venueId: undefined, hostSide });
    const { link: hosted } = given(trained).when(visit(2, 'a')).after();
    expect(warningsFor(visit(3, 'a'), hosted)).toEqual([
      { code: 'SAME_HOST', sentence: 'The other visit is to side a as well.' },
    ]);
    expect(warningsFor(visit(3, 'b'), hosted)).toEqual([]);
    const { link: hostedLater } = given(trained).when(visit(3, 'a')).after();
    expect(codes(visit(2, 'a'), hostedLater)).toEqual(['SAME_HOST']);
    expect(codes(visit(2, 'a'), given(trained).link)).toEqual([]);
    const { link: inSchool } = given(proposedInSchool).when(visit(2, 'a')).after();
    expect(codes(visit(3, 'a'), inSchool)).toEqual([]);
  });

  it('is no second visit when it is the first meeting, or when the other visit was called off', () => {
    const at = (number: 1 | 2 | 3, on: string) =>
      planMeeting({ number, on, venueId: undefined, hostSide: 'a' });
    const visited = given(trained).when(at(2, '2027-03-04')).after();
    const first = at(1, '2026-12-03');
    expect(codes(first, visited.link)).toEqual([]);
    expect(codes(first, given(trained).when(at(3, '2027-03-04')).after().link)).toEqual([]);
    const cancelled = visited.when({ type: 'CancelMeeting', number: 2, reasonCode: 'storm' }).after();
    expect(codes(at(3, '2027-03-11'), cancelled.link)).toEqual([]);
  });

  it('was held before something was done', () => {
    const confirmed = { a: 'confirmed', b: 'confirmed' } as const;
    const risky = (a: 'confirmed' | 'not-confirmed', b: 'confirmed' | 'not-known', mode?: 'virtual') =>
      codes(recordHeld({ riskAssessment: { ...confirmed, a, b }, ...(mode ? { mode } : {}) }));
    expect(risky('not-confirmed', 'confirmed')).toEqual(['RISK_ASSESSMENT_NOT_CONFIRMED']);
    expect(risky('confirmed', 'not-known')).toEqual(['RISK_ASSESSMENT_NOT_CONFIRMED']);
    expect(risky('confirmed', 'confirmed')).toEqual([]);
    expect(risky('not-confirmed', 'not-known', 'virtual')).toEqual([]);
    expect(codes(recordHeld(), given(agreed, attended('a')).link)).toEqual(['BEFORE_TRAINING']);
    expect(codes(recordHeld(), given(agreed, attended('b')).link)).toEqual(['BEFORE_TRAINING']);
    expect(codes(recordHeld(), given(issued, signedBy('a'), attended('a'), attended('b')).link)).toEqual([
      'NOT_AGREED',
    ]);
  });

  it('a link that is completed, or only goes on, is warned of nothing', () => {
    expect(warningsFor({ type: 'Complete' }, link)).toEqual([]);
    expect(warningsFor({ type: 'Resume' }, link)).toEqual([]);
  });
});

describe('training of a teacher', () => {
  it('is warned of unless she herself was enrolled', () => {
    const enrolled = (teacherId: string) =>
      happened('2026-09-20', 'TeacherEnrolled', {
        side: 'a',
        teacherId,
        sessionId: 's1',
        kind: 'initial-full',
        on: '2026-10-01',
      });
    expect(codes(attend('a'), given(agreed, enrolled('teacher-b')).link)).toEqual(['NOT_ENROLLED']);
    expect(codes(attend('a'), given(agreed, enrolled('teacher-a')).link)).toEqual([]);
  });
});
