import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { nationalCalendar } from '../calendar/school-calendar.js';
import { calendarOf, programmeYearOf } from './programme-year.js';
import { joined } from './spec-support/example-programme.js';

const [autumn, spring, summer] = nationalCalendar('2026-27').terms;
const entered: ProgrammeEvent = {
  type: 'TermDatesEntered',
  data: {
    academicYear: '2026-27',
    terms: [{ ...autumn, firstDay: '2026-09-07' }, spring, summer],
    closedDays: [{ from: '2026-11-13', to: '2026-11-13', kind: 'inset' }],
    daysToAvoid: [{ from: '2027-03-10', to: '2027-03-11', kind: 'eid-al-fitr' }],
  },
};
const storm = (from: string, to: string): ProgrammeEvent => ({
  type: 'DisruptionDeclared',
  data: { disruptionId: 'd1', from, to, reasonCode: 'storm' },
});

describe('the year of a programme, as its links are judged by it', () => {
  it('is the national one while nobody said anything', () => {
    expect(programmeYearOf(joined(), { year: '2026-27' })).toBeUndefined();
  });

  it('has its own terms and closed days, and the days that it avoids', () => {
    const programme = joined({}, entered);
    const year = programmeYearOf(programme, { year: '2026-27' });
    expect(year).toEqual({
      switches: [],
      calendar: calendarOf(programme, '2026-27'),
      daysToAvoid: [{ from: '2027-03-10', to: '2027-03-11', name: 'Eid al-Fitr' }],
    });
    expect(year?.calendar?.terms.map(({ firstDay }) => firstDay)).toEqual([
      '2026-09-07',
      spring.firstDay,
      summer.firstDay,
    ]);
    expect(year?.calendar?.closedDays).toEqual([{ from: '2026-11-13', to: '2026-11-13', name: 'INSET day' }]);
    expect(programmeYearOf(programme, { year: '2027-28' })).toBeUndefined();
  });

  it('is the national one without the days of a disruption', () => {
    const programme = joined({}, storm('2026-11-26', '2026-11-27'));
    expect(programmeYearOf(programme, { year: '2026-27' })).toEqual({
      switches: [],
      calendar: {
        ...nationalCalendar('2026-27'),
        closedDays: [{ from: '2026-11-26', to: '2026-11-27', name: 'Storm' }],
      },
      daysToAvoid: [],
    });
  });

  it('knows a disruption of its own days only, from the first of September to the last of July', () => {
    const disrupted = (from: string, to: string) =>
      ['2026-27', '2027-28'].filter(
        (year) => calendarOf(joined({}, storm(from, to)), year) !== nationalCalendar(year),
      );
    expect(disrupted('2026-08-20', '2026-08-31')).toEqual([]);
    expect(disrupted('2026-08-31', '2026-09-01')).toEqual(['2026-27']);
    expect(disrupted('2027-07-31', '2027-08-05')).toEqual(['2026-27']);
    expect(disrupted('2027-07-20', '2027-09-01')).toEqual(['2026-27', '2027-28']);
    expect(disrupted('2027-08-01', '2027-08-31')).toEqual([]);
  });
});
