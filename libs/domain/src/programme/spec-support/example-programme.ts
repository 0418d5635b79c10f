import type { ProgrammeEvent, ProgrammeFacts } from '@linking/events/programme/programme-events.js';
import { evolveProgramme, type Programme } from '../programme.js';

export const bradford = {
  slug: 'bradford',
  code: 'BRD',
  name: 'Bradford',
  year: '2026-27',
  laCodes: ['380'],
  districtCodes: [],
} as const;

/** A programme that joined, and what happened to it since. */
export function joined(facts: Partial<ProgrammeFacts> = {}, ...events: readonly ProgrammeEvent[]): Programme {
  const all: readonly ProgrammeEvent[] = [
    { type: 'ProgrammeJoined', data: { ...bradford, ...facts } },
    ...events,
  ];
  const programme = after(all);
  if (programme === undefined) throw new Error('A programme that joined is known');
  return programme;
}

export const after = (events: readonly ProgrammeEvent[]): Programme | undefined =>
  events.reduce<Programme | undefined>(
    (programme, event, index) => evolveProgramme(programme, event, { revision: index + 1 }),
    undefined,
  );
