import type { LeaveReason, PauseReason, ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../refusal.js';
import type { Programme } from './programme.js';

/** proposed → joined → active ⇄ paused → left. */
export function start(programme: Programme): readonly ProgrammeEvent[] {
  if (programme.state === 'active') return [];
  if (programme.state === 'proposed') {
    throw new Refusal('PROGRAMME_NOT_JOINED', `${programme.name} is only proposed.`, {
      nextStep: 'Let it join first, with the academic year of its first links.',
    });
  }
  if (programme.state === 'paused') return resume(programme);
  if (programme.coordinators.length === 0) {
    throw new Refusal('COORDINATOR_MISSING', `${programme.name} has no coordinator.`, {
      nextStep: 'Appoint one first.',
    });
  }
  return [{ type: 'ProgrammeStarted', data: {} }];
}

export function pause(programme: Programme, reasonCode: PauseReason): readonly ProgrammeEvent[] {
  // It has a reason while it is paused.
  if (programme.reasonCode === reasonCode) return [];
  if (programme.state === 'proposed') {
    throw new Refusal(
      'PROGRAMME_NOT_JOINED',
      `${programme.name} is only proposed: there is nothing to pause.`,
      { nextStep: 'Let it join, or let it leave the network.' },
    );
  }
  return [{ type: 'ProgrammePaused', data: { reasonCode } }];
}

export function resume(programme: Programme): readonly ProgrammeEvent[] {
  return programme.state === 'paused' ? [{ type: 'ProgrammeResumed', data: {} }] : [];
}

export function leave(programme: Programme, reasonCode: LeaveReason): readonly ProgrammeEvent[] {
  if (programme.state === 'left') return [];
  return [{ type: 'ProgrammeLeft', data: { reasonCode } }];
}
