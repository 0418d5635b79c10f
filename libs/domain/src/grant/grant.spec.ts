import { describe, expect, it } from '@jest/globals';
import type { GrantEvent } from '@linking/events/grant/grant-events.js';
import { Refusal } from '../refusal.js';
import { decideGrant, type GrantCommand } from './decide-grant.js';
import { coversOneOf, evolveGrant, type Grant } from './grant.js';

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

function refusal(command: GrantCommand, grant?: Grant): string {
  try {
    decideGrant(command, grant);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.sentence}`;
    throw error;
  }
  return 'accepted';
}

describe('a grant', () => {
  it('is added once, with its reports in their order', () => {
    const mixed: GrantCommand = { ...add, reportsDue: ['2027-09-30', '2027-01-31', '2027-01-31'] };
    expect(after(...made(mixed, mixed))).toEqual({ grantId: 'g1', ...facts, revision: 1 });
  });

  it('is said anew when it changes; the same again is nothing', () => {
    expect(made(add, change({}))).toHaveLength(1);
    expect(after(...made(add, change({ pays: ['coach'] })))?.pays).toEqual(['coach']);
  });

  it('ends earlier for a reason, and changes no more', () => {
    const events = made(add, end, end);
    expect(events).toHaveLength(2);
    expect(refusal(change({ pays: [] }), after(...events))).toBe(
      'GRANT_ENDED: This grant ended on 31 March 2027.',
    );
    expect(refusal({ ...end, on: '2026-08-31' }, after(...made(add)))).toMatch(/^END_BEFORE_START/);
  });

  it('lasts from one day to a later one, for programmes that are named', () => {
    expect(refusal({ ...add, until: '2026-08-31' })).toBe(
      'END_BEFORE_START: 31 August 2026 comes before 1 September 2026.',
    );
    expect(refusal({ ...add, programmes: [] })).toMatch(/^GRANT_WITHOUT_PROGRAMME/);
    expect(refusal({ ...add, programmes: 'all' })).toMatch(/^GRANT_WITHOUT_PROGRAMME: A local funder/);
    expect(refusal({ ...add, kind: 'national', programmes: 'all' })).toBe('accepted');
    expect(refusal({ ...add, reportsDue: ['2026-01-31'] })).toMatch(/^REPORT_BEFORE_GRANT/);
  });

  it('of a national funder may pay for all programmes', () => {
    expect(coversOneOf({ programmes: 'all' }, ['kent'])).toBe(true);
    expect(coversOneOf({ programmes: ['stockport'] }, ['kent'])).toBe(false);
  });
});
