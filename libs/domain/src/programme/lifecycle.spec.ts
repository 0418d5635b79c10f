import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { after } from './spec-support/example-programme.js';
import { amina, began, decided, proposed, refused } from './spec-support/what-is-decided.js';

const started: ProgrammeEvent = { type: 'ProgrammeStarted', data: {} };
const paused: ProgrammeEvent = { type: 'ProgrammePaused', data: { reasonCode: 'no-coordinator' } };
const left: ProgrammeEvent = { type: 'ProgrammeLeft', data: { reasonCode: 'no-funding' } };

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
