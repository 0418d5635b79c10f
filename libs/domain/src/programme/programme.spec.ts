import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { nationalCalendar } from '../calendar/school-calendar.js';
import { isSchoolDay } from '../calendar/school-days.js';
import { Refusal } from '../refusal.js';
import type { ProgrammeCommand } from './commands.js';
import { decideProgramme } from './decide-programme.js';
import { nationalSteps } from './national-steps.js';
import { facilitatorOn, takesLinks, wantsDigest } from './programme.js';
import { calendarOf, programmeYearOf } from './programme-year.js';
import { after, bradford, joined } from './spec-support/example-programme.js';
import { checkSwitchedOn, switchedOn } from './switches.js';

const AMINA = 'a0000000-0000-4000-8000-000000000001';
const BEN = 'b0000000-0000-4000-8000-000000000002';
const proposed: ProgrammeEvent = { type: 'ProgrammeProposed', data: bradford };
const began: ProgrammeEvent = { type: 'ProgrammeJoined', data: bradford };
const appointed = (userId: string, from: string): ProgrammeEvent => ({
  type: 'CoordinatorAppointed',
  data: { userId, from },
});
const storm = { disruptionId: 'd1', from: '2026-11-26', to: '2026-11-27', reasonCode: 'storm' } as const;

const decided = (given: readonly ProgrammeEvent[], command: ProgrammeCommand) =>
  decideProgramme(command, after(given));

function refusal(given: readonly ProgrammeEvent[], command: ProgrammeCommand): string {
  try {
    decided(given, command);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.sentence}`;
    throw error;
  }
  return 'accepted';
}

describe('the life of a programme', () => {
  it('goes from proposed through joined, active and paused to left', () => {
    const life: readonly (readonly [ProgrammeEvent, string])[] = [
      [proposed, 'proposed'],
      [began, 'joined'],
      [{ type: 'ProgrammeStarted', data: {} }, 'active'],
      [{ type: 'ProgrammePaused', data: { reasonCode: 'no-coordinator' } }, 'paused'],
      [{ type: 'ProgrammeResumed', data: {} }, 'active'],
      [{ type: 'ProgrammeLeft', data: { reasonCode: 'no-funding' } }, 'left'],
    ];
    const states = life.map((_, index) => after(life.slice(0, index + 1).map(([event]) => event))?.state);
    expect(states).toEqual(life.map(([, state]) => state));
  });

  it('stays as it is when a proposal comes after its joining', () => {
    expect(after([began, proposed])).toEqual(after([began]));
  });

  it('keeps its coordinators when it joins, in the year that was agreed at last', () => {
    const facts = [
      proposed,
      appointed(AMINA, '2027-01-04'),
      { type: 'ProgrammeJoined', data: { ...bradford, year: '2028-29' } },
    ] as const;
    expect(after(facts)).toMatchObject({
      state: 'joined',
      year: '2028-29',
      coordinators: [{ userId: AMINA, from: '2027-01-04' }],
      revision: 3,
    });
  });

  it('takes classes and links while it is joined or active, and then only', () => {
    const paused: ProgrammeEvent = { type: 'ProgrammePaused', data: { reasonCode: 'other' } };
    expect([[proposed], [began], [began, paused]].map((facts) => takesLinks(after(facts)!))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('begins its links with a coordinator only, and after joining only', () => {
    const start = { type: 'StartProgramme' } as const;
    expect(refusal([proposed], start)).toBe('PROGRAMME_NOT_JOINED: Bradford is only proposed.');
    expect(refusal([began], start)).toBe('COORDINATOR_MISSING: Bradford has no coordinator.');
    expect(decided([began, appointed(AMINA, '2026-09-01')], start)).toEqual([
      { type: 'ProgrammeStarted', data: {} },
    ]);
  });

  it('has ended when it left: nothing of it changes any more', () => {
    const left: ProgrammeEvent = { type: 'ProgrammeLeft', data: { reasonCode: 'no-funding' } };
    expect(refusal([began, left], { type: 'TurnSwitch', switch: 'surveys', on: true })).toBe(
      'PROGRAMME_LEFT: Bradford has left the network.',
    );
    expect(decided([began, left], { type: 'LeaveNetwork', reasonCode: 'no-funding' })).toEqual([]);
  });
});

describe('the area of a programme', () => {
  const area = (laCodes: string[], others: { name: string; laCodes: string[]; districtCodes: string[] }[]) =>
    refusal([began], { type: 'ChangeArea', laCodes, districtCodes: [], others });

  it('does not belong to two programmes equally', () => {
    const kirklees = { name: 'Kirklees', laCodes: ['382'], districtCodes: [] };
    expect(area(['382'], [kirklees])).toBe(
      'AREA_TAKEN: Kirklees belongs to Kirklees already, just as specifically.',
    );
  });

  it('may be part of a larger one: the most specific wins', () => {
    const london = { name: 'London', laCodes: ['211', '213'], districtCodes: [] };
    expect(area(['211'], [london])).toBe('accepted');
  });
});

describe('the coordinators of a programme', () => {
  it('hand over: the last day of one is the day before the first of the other', () => {
    const given = [began, appointed(AMINA, '2026-09-01')];
    const handOver = {
      type: 'AppointCoordinator',
      userId: BEN,
      from: '2027-01-04',
      insteadOf: AMINA,
    } as const;
    const facts = decided(given, handOver);
    expect(facts).toEqual([
      { type: 'CoordinatorEnded', data: { userId: AMINA, until: '2027-01-03' } },
      appointed(BEN, '2027-01-04'),
    ]);
    const programme = after([...given, ...facts])!;
    expect(['2026-08-31', '2027-01-03', '2027-01-04'].map((day) => facilitatorOn(programme, day))).toEqual([
      undefined,
      AMINA,
      BEN,
    ]);
    expect(decided([...given, ...facts], handOver)).toEqual([]);
  });

  it('do not end before they began, and nobody hands over to herself', () => {
    const given = [began, appointed(AMINA, '2026-09-01')];
    expect(refusal(given, { type: 'EndCoordinator', userId: AMINA, until: '2026-08-01' })).toBe(
      'END_BEFORE_START: She began on 1 September.',
    );
    expect(refusal(given, { type: 'EndCoordinator', userId: BEN, until: '2026-12-01' })).toContain(
      'NOT_COORDINATOR',
    );
    const herself = {
      type: 'AppointCoordinator',
      userId: AMINA,
      from: '2027-01-04',
      insteadOf: AMINA,
    } as const;
    expect(refusal(given, herself)).toContain('HANDS_OVER_TO_HERSELF');
  });
});

describe('the lists by mail', () => {
  it('are on until they are turned off, and a fact each time', () => {
    const off = { type: 'TurnDigest', digest: 'daily-list', on: false } as const;
    const facts = decided([began], off);
    expect(wantsDigest(joined(), 'daily-list')).toBe(true);
    expect(wantsDigest(joined({}, ...facts), 'daily-list')).toBe(false);
    expect(wantsDigest(joined({}, ...facts), 'weekly-list')).toBe(true);
    expect(decided([began, ...facts], off)).toEqual([]);
    expect(decided([began], { ...off, on: true })).toEqual([]);
    const on = decided([began, ...facts], { ...off, on: true });
    expect(wantsDigest(joined({}, ...facts, ...on), 'daily-list')).toBe(true);
  });
});

describe('the parts of the product', () => {
  it('are off until they are turned on, and a fact each time', () => {
    const on = { type: 'TurnSwitch', switch: 'surveys', on: true } as const;
    const facts = decided([began], on);
    expect(switchedOn(after([began]), 'surveys')).toBe(false);
    expect(switchedOn(after([began, ...facts]), 'surveys')).toBe(true);
    expect(decided([began, ...facts], on)).toEqual([]);
    expect(decided([began], { type: 'TurnSwitch', switch: 'matching', on: false })).toEqual([]);
  });

  it('are laid beside a link with the year of its programme; the national calendar stays', () => {
    const programme = joined({}, { type: 'SwitchTurned', data: { switch: 'surveys', on: true } });
    const year = programmeYearOf(programme, { year: '2026-27' });
    expect(year).toEqual({ switches: ['surveys'], daysToAvoid: [] });
    expect([switchedOn(year, 'surveys'), switchedOn(year, 'reflection')]).toEqual([true, false]);
    expect(switchedOn(programmeYearOf(joined(), { year: '2026-27' }), 'surveys')).toBe(false);
  });

  it('say so and what to do while they are off', () => {
    const asked = () => checkSwitchedOn(joined(), 'reflection');
    expect(asked).toThrow(
      expect.objectContaining({
        code: 'SWITCHED_OFF',
        sentence: 'This programme does not use reflections.',
        more: {
          nextStep:
            'Turn the part on under “Parts in use” on the page of the programme, then send this again.',
        },
      }),
    );
  });
});

describe('the steps of a programme', () => {
  const steps = { ...nationalSteps, exchange: { by: '12-11', usualDays: 35 } };

  it('have versions; a link is judged by the one it was proposed with', () => {
    const first = decided([began], { type: 'ChangeSteps', steps });
    const later = { ...steps, exchange: { by: '12-18', usualDays: 35 } };
    const second = decided([began, ...first], { type: 'ChangeSteps', steps: later });
    const programme = after([began, ...first, ...second])!;
    const exchangeOf = (stepsVersion?: number) =>
      programmeYearOf(programme, { year: '2026-27', ...(stepsVersion === undefined ? {} : { stepsVersion }) })
        ?.steps?.exchange.by;
    expect([exchangeOf(1), exchangeOf(2), exchangeOf()]).toEqual(['12-11', '12-18', undefined]);
    expect(decided([began, ...first], { type: 'ChangeSteps', steps })).toEqual([]);
  });

  it('have days that exist in every year, and none in August', () => {
    const curiosity = (by: string) =>
      refusal([began], { type: 'ChangeSteps', steps: { ...steps, curiosity: { by, usualDays: 42 } } });
    expect(curiosity('02-29')).toBe('STEP_TARGET_NOT_VALID: 02-29 is not a day of every year.');
    expect(curiosity('08-15')).toBe('STEP_TARGET_NOT_VALID: Nothing is asked for in August.');
    expect(curiosity('03-05')).toBe('accepted');
  });
});

describe('the term dates of a programme', () => {
  const { terms } = nationalCalendar('2026-27');
  const dates = {
    academicYear: '2026-27',
    terms,
    closedDays: [{ from: '2026-11-13', to: '2026-11-13', kind: 'inset' }],
    daysToAvoid: [],
  } as const;

  it('are its school days; of another year the national ones stay', () => {
    const programme = joined({}, ...decided([began], { type: 'EnterTermDates', ...dates }));
    const calendar = calendarOf(programme, '2026-27');
    expect(isSchoolDay('2026-11-13')).toBe(true);
    expect(isSchoolDay('2026-11-13', calendar)).toBe(false);
    expect(calendarOf(programme, '2027-28')).toBe(nationalCalendar('2027-28'));
    expect(
      decided([began, { type: 'TermDatesEntered', data: dates }], { type: 'EnterTermDates', ...dates }),
    ).toEqual([]);
  });

  it('stand in their order, each half-term within its term', () => {
    const [autumn, spring, summer] = terms;
    const wrong = { ...autumn, halfTerm: { from: '2027-01-05', to: '2027-01-08' } };
    expect(refusal([began], { type: 'EnterTermDates', ...dates, terms: [wrong, spring, summer] })).toMatch(
      /^TERM_DATES_NOT_VALID: The autumn term is out of order: .* comes before 8 January 2027\.$/,
    );
    const elsewhere = {
      ...dates,
      closedDays: [{ from: '2028-01-05', to: '2028-01-05', kind: 'inset' } as const],
    };
    expect(refusal([began], { type: 'EnterTermDates', ...elsewhere })).toBe(
      'TERM_DATES_NOT_VALID: 5 January 2028 is not in 2026-27.',
    );
  });
});

describe('a disruption', () => {
  it('closes the schools of the programme until it is lifted', () => {
    const declared = decided([began], { type: 'DeclareDisruption', ...storm });
    expect(isSchoolDay('2026-11-26', calendarOf(joined({}, ...declared), '2026-27'))).toBe(false);
    const lifted = decided([began, ...declared], { type: 'LiftDisruption', disruptionId: 'd1' });
    expect(calendarOf(joined({}, ...declared, ...lifted), '2026-27')).toBe(nationalCalendar('2026-27'));
    expect(
      decided([began, ...declared], { type: 'DeclareDisruption', ...storm, disruptionId: 'd2' }),
    ).toEqual([]);
  });

  it('ends after it began, and is no holiday', () => {
    expect(refusal([began], { type: 'DeclareDisruption', ...storm, to: '2026-11-25' })).toBe(
      'END_BEFORE_START: 25 November comes before 26 November.',
    );
    expect(refusal([began], { type: 'DeclareDisruption', ...storm, to: '2027-03-01' })).toContain(
      'DISRUPTION_TOO_LONG',
    );
    expect(refusal([began], { type: 'LiftDisruption', disruptionId: 'd9' })).toContain('DISRUPTION_UNKNOWN');
  });
});
