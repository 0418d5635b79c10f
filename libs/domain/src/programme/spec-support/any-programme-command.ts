import * as codes from '@linking/events/programme/codes.js';
import type { ProgrammeEvent, TermDates } from '@linking/events/programme/programme-events.js';
import type { Dice } from '../../spec-support/dice.js';
import type { Rules } from '../../spec-support/random-life.js';
import type { OtherArea, ProgrammeCommand } from '../commands.js';
import { decideProgramme } from '../decide-programme.js';
import { nationalSteps } from '../national-steps.js';
import { evolveProgramme, type Programme } from '../programme.js';
import { bradford } from './example-programme.js';

type CommandOf<Type> = Extract<ProgrammeCommand, { readonly type: Type }>;

const others: readonly OtherArea[] = [{ name: 'Leeds', laCodes: ['383'], districtCodes: [] }];
const area = (dice: Dice) => ({
  laCodes: dice.chance(85) ? dice.of([['380'], ['380', '381']]) : ['383'],
  districtCodes: [],
});
const coordinator = (dice: Dice) => dice.of(['rosa', 'ines', 'nadia']);
const day = (dice: Dice) => dice.of(['2026-11-25', '2026-11-27', '2027-01-04']);
const facts = (dice: Dice) => ({ ...bradford, ...area(dice), others });
const term = (name: 'autumn' | 'spring' | 'summer', [firstDay, lastDay, from, to]: readonly string[]) => ({
  name,
  firstDay: firstDay ?? '',
  lastDay: lastDay ?? '',
  halfTerm: { from: from ?? '', to: to ?? '' },
});
const dates = (academicYear: string, firstDay: string): TermDates => ({
  academicYear,
  terms: [
    term('autumn', [firstDay, '2026-12-18', '2026-10-26', '2026-10-30']),
    term('spring', ['2027-01-05', '2027-03-24', '2027-02-15', '2027-02-19']),
    term('summer', ['2027-04-12', '2027-07-21', '2027-05-31', '2027-06-04']),
  ],
  closedDays: [],
  daysToAvoid: [],
});

const hashes = new Map([
  ['We look forward to {school}.', '0a1d'.repeat(16)],
  ['Good morning, {school}.', '7be2'.repeat(16)],
  ['Not {known}.', 'c3f4'.repeat(16)],
  ['An } alone.', 'c3f5'.repeat(16)],
  ['Ring 01274 496 0000.', 'c3f6'.repeat(16)],
]);

const anyOf: { readonly [Type in ProgrammeCommand['type']]: (dice: Dice) => CommandOf<Type> } = {
  ProposeProgramme: (dice) => ({ type: 'ProposeProgramme', ...facts(dice) }),
  JoinProgramme: (dice) => ({ type: 'JoinProgramme', ...facts(dice) }),
  StartProgramme: () => ({ type: 'StartProgramme' }),
  PauseProgramme: (dice) => ({ type: 'PauseProgramme', reasonCode: dice.of(codes.pauseReasons) }),
  ResumeProgramme: () => ({ type: 'ResumeProgramme' }),
  LeaveNetwork: (dice) => ({ type: 'LeaveNetwork', reasonCode: dice.of(codes.leaveReasons) }),
  ChangeArea: (dice) => ({ type: 'ChangeArea', ...area(dice), others }),
  ChangeDetails: (dice) => ({
    type: 'ChangeDetails',
    name: 'Bradford',
    ...(dice.chance(50) ? { hostOrganisation: 'Bradford Council', distanceLimitKm: 15 } : {}),
    aliases: dice.chance(50) ? [] : ['Bradford district'],
  }),
  SetMailbox: (dice) => ({ type: 'SetMailbox', mailboxId: dice.of(['box-1', 'box-2']) }),
  AppointCoordinator: (dice) => ({
    type: 'AppointCoordinator',
    userId: coordinator(dice),
    from: day(dice),
    ...(dice.chance(30) ? { insteadOf: coordinator(dice) } : {}),
  }),
  EndCoordinator: (dice) => ({
    type: 'EndCoordinator',
    userId: coordinator(dice),
    until: dice.chance(80) ? '2027-01-31' : '2026-09-01',
  }),
  TurnSwitch: (dice) => ({
    type: 'TurnSwitch',
    switch: dice.of(codes.programmeSwitches),
    on: dice.chance(60),
  }),
  TurnDigest: (dice) => ({ type: 'TurnDigest', digest: dice.of(codes.digests), on: dice.chance(50) }),
  ChangeSteps: (dice) => ({
    type: 'ChangeSteps',
    steps: {
      ...nationalSteps,
      exchange: { by: dice.of(['11-20', '11-30', '08-15', '02-29']), usualDays: dice.of([28, 0]) },
    },
  }),
  EnterTermDates: (dice) => ({
    type: 'EnterTermDates',
    ...dates(dice.chance(90) ? '2026-27' : '2026-28', dice.of(['2026-09-03', '2026-09-02', '2026-12-24'])),
  }),
  DeclareDisruption: (dice) => ({
    type: 'DeclareDisruption',
    disruptionId: dice.of(['d1', 'd2']),
    from: '2026-11-26',
    to: dice.of(['2026-11-26', '2026-11-27', '2026-11-20', '2027-03-01']),
    reasonCode: dice.of(codes.disruptionReasons),
  }),
  OpenYear: (dice) => ({
    type: 'OpenYear',
    year: dice.of(['2026-27', '2027-28', '2029-30', '2026-28']),
    now: '2026-27',
  }),
  ChangeRecruitment: (dice) => ({
    type: 'ChangeRecruitment',
    year: dice.chance(95) ? '2027-28' : '2027-29',
    state: dice.of(codes.recruitmentStates),
    ...(dice.chance(40) ? { from: '2027-05-01', until: dice.of(['2027-06-30', '2027-04-01']) } : {}),
  }),
  SetPriorities: (dice) => ({
    type: 'SetPriorities',
    year: '2027-28',
    codes: dice.chance(50) ? ['belonging'] : ['oracy', 'belonging'],
  }),
  SetFacilitatorTitle: (dice) => ({
    type: 'SetFacilitatorTitle',
    ...(dice.chance(60) ? { noteId: dice.of(['title-1', 'title-2']) } : {}),
  }),
  ChangeMailWording: (dice) => {
    const said = dice.of([...hashes.keys()]);
    const text = { subject: said, opening: said, closing: '' };
    return { type: 'ChangeMailWording', wording: 'N07', text, hash: hashes.get(said) ?? '', checked: false };
  },
  UseWordingAgain: (dice) => ({ type: 'UseWordingAgain', wording: 'N07', version: dice.of([1, 2, 9]) }),
  DropMailWording: () => ({ type: 'DropMailWording', wording: 'N07' }),
  HoldMails: (dice) => ({
    type: 'HoldMails',
    holdId: dice.of(['h1', 'h2']),
    today: '2026-11-24',
    reasonCode: dice.of(codes.holdReasons),
    ...dice.of([
      {},
      { mails: [] },
      { mails: ['BRD-2026-014.N17.meeting-1.2026-12-04.saira'] },
      { link: 'BRD-2026-014' },
      { until: dice.of(['2027-01-04', '2026-11-24', '2027-08-01']) },
    ]),
  }),
  ChangeMailRule: (dice) => ({
    type: 'ChangeMailRule',
    rule: 'N08',
    on: dice.chance(80),
    days: dice.of([[5, 10], [4, 10], [5], [5, 30], [8, 10]]),
  }),
  ReleaseMails: (dice) => ({ type: 'ReleaseMails', holdId: dice.of(['h1', 'h2', 'h9']) }),
  SetResources: (dice) => ({
    type: 'SetResources',
    resources: dice.chance(30)
      ? []
      : [{ step: dice.of(codes.resourceSteps), audience: dice.of(codes.resourceAudiences), noteId: 'n1' }],
  }),
  LiftDisruption: (dice) => ({ type: 'LiftDisruption', disruptionId: dice.of(['d1', 'd2']) }),
};
const types = Object.keys(anyOf) as readonly ProgrammeCommand['type'][];

/** It begins by being proposed or by joining, seldom with something else; leaving comes seldom. */
function choose(programme: Programme | undefined, dice: Dice): ProgrammeCommand {
  if (programme === undefined && dice.chance(95)) {
    return anyOf[dice.chance(40) ? 'ProposeProgramme' : 'JoinProgramme'](dice);
  }
  const staying = types.filter((type) => type !== 'LeaveNetwork');
  return anyOf[dice.of(dice.chance(90) ? staying : types)](dice);
}

export const programmeRules: Rules<Programme | undefined, ProgrammeCommand, ProgrammeEvent> = {
  start: undefined,
  choose,
  decide: decideProgramme,
  evolve: (programme, event, revision) => evolveProgramme(programme, event, { revision }),
};
