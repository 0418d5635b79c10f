import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../refusal.js';
import { nationalCalendar } from '../calendar/school-calendar.js';
import type { ProgrammeCommand } from './commands.js';
import { decideProgramme } from './decide-programme.js';
import { nationalSteps } from './national-steps.js';
import { stepsNow } from './steps.js';
import { after, bradford } from './spec-support/example-programme.js';

const proposed: ProgrammeEvent = { type: 'ProgrammeProposed', data: bradford };
const began: ProgrammeEvent = { type: 'ProgrammeJoined', data: bradford };
const amina: ProgrammeEvent = {
  type: 'CoordinatorAppointed',
  data: { userId: 'amina', from: '2026-09-01' },
};
const started: ProgrammeEvent = { type: 'ProgrammeStarted', data: {} };
const paused: ProgrammeEvent = { type: 'ProgrammePaused', data: { reasonCode: 'no-coordinator' } };
const left: ProgrammeEvent = { type: 'ProgrammeLeft', data: { reasonCode: 'no-funding' } };
const begins = { ...bradford, others: [] };

const decided = (given: readonly ProgrammeEvent[], command: ProgrammeCommand) =>
  decideProgramme(command, after(given));

/** Code, sentence and what to do next. */
function refused(given: readonly ProgrammeEvent[], command: ProgrammeCommand) {
  try {
    return { accepted: decided(given, command) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.sentence, error.more.nextStep];
  }
}

describe('a programme begins', () => {
  it('with a proposal, then joins; asked again nothing changes', () => {
    expect(decided([], { type: 'ProposeProgramme', ...begins })).toEqual([proposed]);
    expect(decided([], { type: 'JoinProgramme', ...begins })).toEqual([began]);
    expect(decided([proposed], { type: 'JoinProgramme', ...begins })).toEqual([began]);
    expect(decided([proposed], { type: 'ProposeProgramme', ...begins })).toEqual([]);
    expect(decided([began], { type: 'ProposeProgramme', ...begins })).toEqual([]);
    expect(decided([began], { type: 'JoinProgramme', ...begins })).toEqual([]);
  });

  it('in an area that nobody has just as specifically', () => {
    const others = [{ name: 'West Yorkshire', laCodes: ['380'], districtCodes: [] }];
    const taken = [
      'AREA_TAKEN',
      'Bradford belongs to West Yorkshire already, just as specifically.',
      'Take it out of one of the two, or name its districts.',
    ];
    expect(refused([], { type: 'ProposeProgramme', ...bradford, others })).toEqual(taken);
    expect(
      refused([began], { type: 'ChangeArea', laCodes: ['380', '381'], districtCodes: [], others }),
    ).toEqual({ accepted: [{ type: 'AreaChanged', data: { laCodes: ['380', '381'], districtCodes: [] } }] });
    const districts = [
      { name: 'Leeds', laCodes: [], districtCodes: ['E08000035'] },
      { name: 'Craven', laCodes: [], districtCodes: ['E07000163'] },
    ];
    expect(
      refused([began], { type: 'ChangeArea', laCodes: [], districtCodes: ['E07000163'], others: districts }),
    ).toEqual([
      'AREA_TAKEN',
      'E07000163 belongs to Craven already, just as specifically.',
      'Take it out of one of the two, or name its districts.',
    ]);
  });

  it('before anything else can be said of it', () => {
    expect(refused([], { type: 'StartProgramme' })).toEqual([
      'PROGRAMME_UNKNOWN',
      'There is no such programme.',
      'Choose one of the list of programmes, or add it first.',
    ]);
  });
});

describe('a programme runs', () => {
  it('is started once it has joined and somebody coordinates it', () => {
    expect(refused([proposed], { type: 'StartProgramme' })).toEqual([
      'PROGRAMME_NOT_JOINED',
      'Bradford is only proposed.',
      'Let it join first, with the academic year of its first links.',
    ]);
    expect(refused([began], { type: 'StartProgramme' })).toEqual([
      'COORDINATOR_MISSING',
      'Bradford has no coordinator.',
      'Appoint one first.',
    ]);
    expect(decided([began, amina, started], { type: 'StartProgramme' })).toEqual([]);
    expect(decided([began, amina, started, paused], { type: 'StartProgramme' })).toEqual([
      { type: 'ProgrammeResumed', data: {} },
    ]);
  });

  it('is paused with a reason, which may change, and resumed once', () => {
    const pause = { type: 'PauseProgramme', reasonCode: 'no-coordinator' } as const;
    expect(decided([began, amina, started], pause)).toEqual([paused]);
    expect(decided([began, amina, started, paused], pause)).toEqual([]);
    expect(decided([began, amina, started, paused], { ...pause, reasonCode: 'other' })).toEqual([
      { type: 'ProgrammePaused', data: { reasonCode: 'other' } },
    ]);
    expect(refused([proposed], pause)).toEqual([
      'PROGRAMME_NOT_JOINED',
      'Bradford is only proposed: there is nothing to pause.',
      'Let it join, or let it leave the network.',
    ]);
    expect(decided([began, amina, started, paused], { type: 'ResumeProgramme' })).toEqual([
      { type: 'ProgrammeResumed', data: {} },
    ]);
    expect(decided([began, amina, started], { type: 'ResumeProgramme' })).toEqual([]);
    expect(after([began, amina, started, paused, { type: 'ProgrammeResumed', data: {} }])).not.toHaveProperty(
      'reasonCode',
    );
  });

  it('leaves once, and then nothing of it changes any more', () => {
    const leave = { type: 'LeaveNetwork', reasonCode: 'no-funding' } as const;
    expect(decided([began], leave)).toEqual([left]);
    expect(decided([began, left], leave)).toEqual([]);
    expect(after([began, left])).toMatchObject({ state: 'left', reasonCode: 'no-funding' });
    expect(refused([began, left], { type: 'ResumeProgramme' })).toEqual([
      'PROGRAMME_LEFT',
      'Bradford has left the network.',
      'What it did stays on record; nothing of it changes any more.',
    ]);
  });
});

describe('what is known of a programme', () => {
  const details = {
    name: 'Bradford and Keighley',
    hostOrganisation: 'The Linking Network',
    aliases: ['BSLN'],
    distanceLimitKm: 15,
  };

  it('is changed as a whole: what is left out is no longer known', () => {
    const change = { type: 'ChangeDetails', ...details } as const;
    const facts = decided([began], change);
    expect(facts).toEqual([{ type: 'ProgrammeDetailsChanged', data: details }]);
    expect(after([began, ...facts])).toMatchObject(details);
    expect(decided([began, ...facts], change)).toEqual([]);
    const fewer = decided([began, ...facts], { type: 'ChangeDetails', name: 'Bradford', aliases: [] });
    expect(after([began, ...facts, ...fewer])).toMatchObject({ name: 'Bradford', aliases: [] });
    expect(after([began, ...facts, ...fewer])).not.toHaveProperty('distanceLimitKm');
    expect(after([began, ...facts, ...fewer])).not.toHaveProperty('hostOrganisation');
  });

  it('is its area, the same again being no change', () => {
    const same = { type: 'ChangeArea', laCodes: ['380'], districtCodes: [], others: [] } as const;
    expect(decided([began], same)).toEqual([]);
    const [wider] = decided([began], { ...same, laCodes: ['380', '381'] });
    expect(after([began, wider!])).toMatchObject({ laCodes: ['380', '381'] });
  });

  it('is where its mails come from', () => {
    const facts = decided([began], { type: 'SetMailbox', mailboxId: 'm1' });
    expect(facts).toEqual([{ type: 'MailboxSet', data: { mailboxId: 'm1' } }]);
    expect(after([began, ...facts])?.mailboxId).toBe('m1');
  });

  it('is which parts are in use: turning one off leaves the others on', () => {
    const on = (part: 'surveys' | 'matching'): ProgrammeEvent => ({
      type: 'SwitchTurned',
      data: { switch: part, on: true },
    });
    const off = decided([began, on('surveys'), on('matching')], {
      type: 'TurnSwitch',
      switch: 'surveys',
      on: false,
    });
    expect(off).toEqual([{ type: 'SwitchTurned', data: { switch: 'surveys', on: false } }]);
    expect(after([began, on('surveys'), on('matching'), ...off])?.switches).toEqual(['matching']);
  });
});

describe('coordinators of a programme', () => {
  const appoint = { type: 'AppointCoordinator', userId: 'ben', from: '2027-01-04' } as const;
  const end = { type: 'EndCoordinator', userId: 'amina', until: '2026-12-31' } as const;

  it('are appointed once, and anew after they ended', () => {
    const facts = decided([began, amina], appoint);
    expect(facts).toEqual([{ type: 'CoordinatorAppointed', data: { userId: 'ben', from: '2027-01-04' } }]);
    expect(decided([began, amina, ...facts], appoint)).toEqual([]);
    const again = { type: 'AppointCoordinator', userId: 'amina', from: '2026-09-01' } as const;
    expect(decided([began, amina], again)).toEqual([]);
    const ended: ProgrammeEvent = {
      type: 'CoordinatorEnded',
      data: { userId: 'amina', until: '2026-12-31' },
    };
    expect(decided([began, amina, ended], again)).toEqual([amina]);
    expect(decided([began, amina], { ...again, from: '2026-10-01' })).toEqual([
      { type: 'CoordinatorAppointed', data: { userId: 'amina', from: '2026-10-01' } },
    ]);
    expect(
      after([
        began,
        amina,
        { type: 'CoordinatorAppointed', data: { userId: 'ben', from: '2027-01-04' } },
        ended,
      ])?.coordinators,
    ).toEqual([
      { userId: 'amina', from: '2026-09-01', until: '2026-12-31' },
      { userId: 'ben', from: '2027-01-04' },
    ]);
  });

  it('end on a day, once, and not before they began', () => {
    const facts = decided([began, amina], end);
    expect(facts).toEqual([{ type: 'CoordinatorEnded', data: { userId: 'amina', until: '2026-12-31' } }]);
    expect(decided([began, amina, ...facts], end)).toEqual([]);
    expect(decided([began, amina], { ...end, until: '2026-08-31' })).toHaveLength(1);
    expect(refused([began, amina], { ...end, until: '2026-08-30' })).toEqual([
      'END_BEFORE_START',
      'She began on 1 September.',
      'Choose that day or a later one.',
    ]);
    expect(refused([began, amina], { ...end, userId: 'ben' })).toEqual([
      'NOT_COORDINATOR',
      'She is not a coordinator of Bradford.',
      'Choose one of its coordinators.',
    ]);
    expect(refused([began, amina], { ...appoint, userId: 'amina', insteadOf: 'amina' })).toEqual([
      'HANDS_OVER_TO_HERSELF',
      'Nobody hands over to herself.',
      'Choose who hands over, or nobody.',
    ]);
  });
});

describe('the steps of a programme', () => {
  const changed = (step: keyof typeof nationalSteps, rule: { by?: string; usualDays: number }) =>
    refused([began], { type: 'ChangeSteps', steps: { ...nationalSteps, [step]: rule } });

  it('are the national ones until it has its own, and number their versions', () => {
    expect(decided([began], { type: 'ChangeSteps', steps: nationalSteps })).toEqual([]);
    const steps = { ...nationalSteps, goodbye: { by: '07-31', usualDays: 200 } };
    const [first] = decided([began], { type: 'ChangeSteps', steps });
    expect(first).toEqual({ type: 'StepsChanged', data: { version: 1, steps } });
    expect(stepsNow(after([began, first!])!)).toEqual(steps);
    expect(decided([began, first!], { type: 'ChangeSteps', steps: nationalSteps })).toEqual([
      { type: 'StepsChanged', data: { version: 2, steps: nationalSteps } },
    ]);
  });

  it.each([
    [
      'exchange',
      { usualDays: 28 },
      'The step exchange needs a target day.',
      'Write month and day, such as 01-31.',
    ],
    [
      'agreement',
      { by: '09-30', usualDays: 10 },
      'The step agreement has no day of the year: it counts from its beginning.',
      'Leave its day out.',
    ],
    [
      'exchange',
      { by: '11-31', usualDays: 28 },
      '11-31 is not a day of every year.',
      'Write month and day, such as 01-31.',
    ],
    [
      'goodbye',
      { by: '08-01', usualDays: 28 },
      'Nothing is asked for in August.',
      'Choose a day from 1 September to 31 July.',
    ],
    [
      'goodbye',
      { by: '08-31', usualDays: 28 },
      'Nothing is asked for in August.',
      'Choose a day from 1 September to 31 July.',
    ],
    [
      'exchange',
      { by: '11-30', usualDays: 0 },
      'A step takes from 1 to 200 days.',
      'Change the number of days.',
    ],
    [
      'exchange',
      { by: '11-30', usualDays: 201 },
      'A step takes from 1 to 200 days.',
      'Change the number of days.',
    ],
  ] as const)('are refused for %s with %j', (step, rule, sentence, nextStep) => {
    expect(changed(step, rule)).toEqual(['STEP_TARGET_NOT_VALID', sentence, nextStep]);
  });

  it('reach from 1 September to 31 July, and from 1 to 200 days', () => {
    expect(changed('classes', { by: '09-01', usualDays: 1 })).toHaveProperty('accepted');
    expect(changed('goodbye', { by: '07-31', usualDays: 200 })).toHaveProperty('accepted');
  });
});

describe('the term dates of a programme', () => {
  const { terms } = nationalCalendar('2026-27');
  const [autumn, spring, summer] = terms;
  const enter = {
    type: 'EnterTermDates',
    academicYear: '2026-27',
    terms,
    closedDays: [],
    daysToAvoid: [],
  } as const;
  const wrong = (change: object) => refused([began], { ...enter, ...change });
  const notValid = (sentence: string) => [
    'TERM_DATES_NOT_VALID',
    sentence,
    'Look at the dates and save again.',
  ];

  it('are entered for one year beside another, and anew', () => {
    const [first] = decided([began], enter);
    const nextTerms = nationalCalendar('2027-28').terms;
    const next = { ...enter, academicYear: '2027-28', terms: nextTerms } as const;
    const [second] = decided([began, first!], next);
    expect(after([began, first!, second!])?.termDates.map((it) => it.academicYear)).toEqual([
      '2026-27',
      '2027-28',
    ]);
    const closed = {
      ...enter,
      closedDays: [{ from: '2026-11-13', to: '2026-11-13', kind: 'inset' }],
    } as const;
    const [third] = decided([began, first!, second!], closed);
    expect(after([began, first!, second!, third!])?.termDates).toMatchObject([
      { academicYear: '2027-28' },
      { academicYear: '2026-27', closedDays: [{ from: '2026-11-13' }] },
    ]);
  });

  it('are those of an academic year, in the order of its terms', () => {
    expect(wrong({ academicYear: '2026-28' })).toEqual([
      'YEAR_NOT_VALID',
      '2026-28 is not an academic year; write it as 2026-27.',
      undefined,
    ]);
    const order = notValid('Give the terms in their order: autumn, spring, summer.');
    expect(wrong({ terms: [spring, autumn, summer] })).toEqual(order);
    expect(wrong({ terms: [autumn, spring, autumn] })).toEqual(order);
    expect(wrong({ terms: [autumn, summer, spring] })).toEqual(order);
    expect(wrong({ terms: [summer, spring, summer] })).toEqual(order);
  });

  it('go on from one day to a later one, within the year', () => {
    expect(wrong({ terms: [{ ...autumn, firstDay: '2026-08-31' }, spring, summer] })).toEqual(
      notValid('The autumn term is out of order: 31 August 2026 comes before 1 September 2026.'),
    );
    expect(wrong({ terms: [autumn, { ...spring, firstDay: '2026-12-01' }, summer] })).toEqual(
      notValid('The spring term is out of order: 1 December 2026 comes before 18 December 2026.'),
    );
    expect(wrong({ terms: [autumn, spring, { ...summer, lastDay: '2027-08-01' }] })).toEqual(
      notValid('The summer term ends by 31 July 2027.'),
    );
    expect(wrong({ terms: [autumn, spring, { ...summer, lastDay: '2027-07-31' }] })).toHaveProperty(
      'accepted',
    );
    expect(
      wrong({
        terms: [
          { ...autumn, firstDay: '2026-09-01', halfTerm: { from: '2026-10-26', to: '2026-10-26' } },
          spring,
          summer,
        ],
      }),
    ).toHaveProperty('accepted');
  });

  it('name closed days and days to avoid of this year, from first to last', () => {
    expect(wrong({ closedDays: [{ from: '2026-11-13', to: '2026-11-12', kind: 'inset' }] })).toEqual(
      notValid('12 November 2026 comes before 13 November 2026.'),
    );
    expect(wrong({ closedDays: [{ from: '2026-08-31', to: '2026-09-02', kind: 'inset' }] })).toEqual(
      notValid('31 August 2026 is not in 2026-27.'),
    );
    expect(wrong({ daysToAvoid: [{ from: '2027-07-30', to: '2027-08-01', kind: 'other' }] })).toEqual(
      notValid('30 July 2027 is not in 2026-27.'),
    );
    expect(wrong({ daysToAvoid: [{ from: '2026-09-01', to: '2027-07-31', kind: 'other' }] })).toHaveProperty(
      'accepted',
    );
  });
});

describe('a disruption', () => {
  const storm = {
    type: 'DeclareDisruption',
    disruptionId: 'd1',
    from: '2026-11-26',
    to: '2026-11-27',
    reasonCode: 'storm',
  } as const;
  const [declared] = decided([began], storm);

  it('lasts a day to sixty days', () => {
    expect(refused([began], { ...storm, to: '2026-11-25' })).toEqual([
      'END_BEFORE_START',
      '25 November comes before 26 November.',
      'Enter the first and the last day.',
    ]);
    expect(decided([began], { ...storm, to: '2026-11-26' })).toHaveLength(1);
    expect(decided([began], { ...storm, to: '2027-01-25' })).toHaveLength(1);
    expect(refused([began], { ...storm, to: '2027-01-26' })).toEqual([
      'DISRUPTION_TOO_LONG',
      'A disruption lasts 60 days at most.',
      'Enter a longer closure with the term dates.',
    ]);
  });

  it('is another one with another day or reason, and again once it was lifted', () => {
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2' })).toEqual([]);
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2', from: '2026-11-25' })).toHaveLength(1);
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2', to: '2026-11-30' })).toHaveLength(1);
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2', reasonCode: 'snow' })).toHaveLength(1);
    const lifted: ProgrammeEvent = { type: 'DisruptionLifted', data: { disruptionId: 'd1' } };
    expect(decided([began, declared!, lifted], { ...storm, disruptionId: 'd2' })).toHaveLength(1);
  });

  it('is lifted once, beside others that stand', () => {
    const [other] = decided([began, declared!], { ...storm, disruptionId: 'd2', reasonCode: 'snow' });
    const lift = { type: 'LiftDisruption', disruptionId: 'd1' } as const;
    const [lifted] = decided([began, declared!, other!], lift);
    expect(lifted).toEqual({ type: 'DisruptionLifted', data: { disruptionId: 'd1' } });
    expect(after([began, declared!, other!, lifted!])?.disruptions).toMatchObject([
      { disruptionId: 'd1', from: '2026-11-26', lifted: true },
      { disruptionId: 'd2', lifted: false },
    ]);
    expect(decided([began, declared!, lifted!], lift)).toEqual([]);
    expect(refused([began, declared!], { ...lift, disruptionId: 'd9' })).toEqual([
      'DISRUPTION_UNKNOWN',
      'Bradford has no such disruption.',
      'Choose one of those on the page of the programme.',
    ]);
  });
});
