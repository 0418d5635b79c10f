import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { after, bradford } from './spec-support/example-programme.js';
import { began, decided, proposed, refused } from './spec-support/what-is-decided.js';

const begins = { ...bradford, others: [] };

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

  it('in an area that counts as many codes as the other, authorities and districts together', () => {
    const others = [{ name: 'Aire valley', laCodes: ['380'], districtCodes: ['E08000032', 'E07000163'] }];
    const area = { laCodes: ['380', '381', '382'], districtCodes: [] };
    expect(refused([], { type: 'ProposeProgramme', ...bradford, ...area, others })).toEqual([
      'AREA_TAKEN',
      'Bradford belongs to Aire valley already, just as specifically.',
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

  it('is not its area: a change of that leaves the rest as it is', () => {
    const facts = decided([began], { type: 'ChangeDetails', ...details });
    const area = { type: 'AreaChanged', data: { laCodes: ['380', '381'], districtCodes: [] } } as const;
    expect(after([began, ...facts, area])).toMatchObject({ ...details, laCodes: ['380', '381'] });
  });

  it('is nothing before its first fact', () => {
    expect(after([{ type: 'ProgrammeStarted', data: {} }])).toBeUndefined();
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
    expect(decided([began, ...facts], { type: 'SetMailbox', mailboxId: 'm1' })).toEqual([]);
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
