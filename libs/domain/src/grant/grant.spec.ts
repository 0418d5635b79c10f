import type { GrantEvent } from '@linking/events/grant/grant-events.js';
import { refusalOf } from '../link/spec-support/given-when-then.js';
import { decideGrant, type GrantCommand } from './decide-grant.js';
import { coversOneOf, deliveredOn, evolveGrant, type Grant } from './grant.js';

const facts = {
  funderNameId: 'n1',
  kind: 'local',
  from: '2026-09-01',
  until: '2027-08-31',
  programmes: ['stockport'],
  pays: ['coach', 'venue'],
  reportsDue: ['2027-01-31', '2027-09-30'],
} as const;
const add: GrantCommand = { type: 'AddGrant', grantId: 'g1', ...facts };
const change = (more: object): GrantCommand => ({ type: 'ChangeGrant', ...facts, ...more });
const end: GrantCommand = { type: 'EndGrant', on: '2027-03-31', reasonCode: 'funder-withdrew' };

const after = (...events: readonly GrantEvent[]) =>
  events.reduce<Grant | undefined>(
    (grant, event, index) => evolveGrant(grant, event, { revision: index + 1 }),
    undefined,
  );
const made = (...commands: readonly GrantCommand[]) => {
  const events: GrantEvent[] = [];
  for (const command of commands) events.push(...decideGrant(command, after(...events)));
  return events;
};

/** The sentence with which a command is refused, and what to do instead. */
function refusal(command: GrantCommand, grant?: Grant): string {
  const { code, sentence, more } = refusalOf(() => decideGrant(command, grant));
  return [code, sentence, more?.nextStep].join(' | ');
}

describe('a grant', () => {
  it('is added once, with its reports in their order', () => {
    const mixed: GrantCommand = { ...add, reportsDue: ['2027-09-30', '2027-01-31', '2027-01-31'] };
    expect(after(...made(mixed, mixed))).toEqual({ grantId: 'g1', ...facts, revision: 1 });
  });

  it('added again is no second one', () => {
    expect(made(add, add)).toHaveLength(1);
  });

  it('is said anew when it changes; the same again is nothing', () => {
    expect(made(add, change({}))).toHaveLength(1);
    expect(after(...made(add, change({ pays: ['coach'] })))?.pays).toEqual(['coach']);
    expect(refusal(change({ until: '2026-08-31' }), after(...made(add)))).toMatch(/^END_BEFORE_START/);
  });

  it('that nobody added neither changes nor ends', () => {
    const unknown = 'GRANT_UNKNOWN | There is no such grant. | Choose one of the list of funders.';
    expect(refusal(change({}))).toBe(unknown);
    expect(refusal(end)).toBe(unknown);
    expect(evolveGrant(undefined, { type: 'GrantEnded', data: end }, { revision: 1 })).toBeUndefined();
  });

  it('ends earlier for a reason, on its first day at the earliest, and changes no more', () => {
    const events = made(add, end, end);
    expect(events).toHaveLength(2);
    expect(refusal(change({ pays: [] }), after(...events))).toBe(
      'GRANT_ENDED | This grant ended on 31 March 2027. | Add a new grant when the funder pays again.',
    );
    expect(made(add, { ...end, on: '2026-09-01' })).toHaveLength(2);
    expect(refusal({ ...end, on: '2026-08-31' }, after(...made(add)))).toBe(
      'END_BEFORE_START | 31 August 2026 comes before 1 September 2026. | Enter its first and its last day.',
    );
  });

  it('ends by itself on its last day: no ending makes it longer', () => {
    expect(made(add, { ...end, on: '2027-08-31' })).toHaveLength(2);
    expect(refusal({ ...end, on: '2027-09-01' }, after(...made(add)))).toBe(
      'GRANT_ENDED | This grant ends by itself on 31 August 2027. | Choose an earlier day, or change its last day when the funder pays for longer.',
    );
  });

  it('lasts from one day to the same or a later one', () => {
    expect(made({ ...add, until: '2026-09-01', reportsDue: [] })).toHaveLength(1);
    expect(refusal({ ...add, until: '2026-08-31' })).toMatch(
      /^END_BEFORE_START \| 31 August 2026 comes before 1 September 2026/,
    );
  });

  it('of a local funder is for programmes that are named', () => {
    expect(refusal({ ...add, programmes: [] })).toBe(
      'GRANT_WITHOUT_PROGRAMME | The grant names no programme. | Choose the programmes that it pays for.',
    );
    expect(refusal({ ...add, programmes: 'all' })).toBe(
      'GRANT_WITHOUT_PROGRAMME | A local funder pays for programmes that are named. | Choose the programmes, or make it a national funder.',
    );
  });

  it('of a national funder may pay for all programmes, or for some', () => {
    expect(made({ ...add, kind: 'national', programmes: 'all' })).toHaveLength(1);
    expect(made({ ...add, kind: 'national' })).toHaveLength(1);
    expect(coversOneOf({ programmes: 'all' }, ['kent'])).toBe(true);
    expect(coversOneOf({ programmes: ['stockport'] }, ['kent'])).toBe(false);
    expect(coversOneOf({ programmes: ['stockport', 'kent'] }, ['kent', 'leeds'])).toBe(true);
  });

  it('asks for no report before its first day', () => {
    expect(made({ ...add, reportsDue: ['2026-09-01'] })).toHaveLength(1);
    expect(refusal({ ...add, reportsDue: ['2026-08-31'] })).toBe(
      'REPORT_BEFORE_GRANT | A report due on 31 August 2026 comes before the grant begins. | Enter its first day or a later one.',
    );
  });

  it('is reported on to its funder once, on a day that is past', () => {
    const delivered = (more: object = {}): GrantCommand => ({
      type: 'RecordReportDelivered',
      due: '2027-01-31',
      on: '2027-01-25',
      today: '2027-01-26',
      ...more,
    });
    const events = made(add, delivered(), delivered());
    expect(events).toHaveLength(2);
    expect(deliveredOn(after(...events)!, '2027-01-31')).toBe('2027-01-25');
    expect(deliveredOn(after(...events)!, '2027-09-30')).toBeUndefined();
    expect(refusal(delivered({ on: '2027-01-26' }), after(...events))).toBe(
      'REPORT_DELIVERED | The report due on 31 January 2027 was delivered on 25 January 2027. | Nothing is left to do for it.',
    );
    expect(refusal(delivered({ due: '2027-02-01' }), after(...made(add)))).toBe(
      'REPORT_NOT_DUE | This grant asks for no report on 1 February 2027. | Choose one of the days on which a report is due, or change the grant first.',
    );
    expect(refusal(delivered({ on: '2027-01-27' }), after(...made(add)))).toBe(
      'DATE_IN_FUTURE | 27 January 2027 is still to come. | Enter the day on which the report went to the funder, once it has.',
    );
    expect(refusal(delivered())).toMatch(/^GRANT_UNKNOWN/);
    expect(made(add, delivered(), change({}))).toHaveLength(2);
    expect(made(add, end, delivered())).toHaveLength(3);
  });
});
