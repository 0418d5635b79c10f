import {
  eventName,
  type PresentEnvelope,
  type PresentType,
} from '@linking/events/upcasting/present-language.js';
import type { TrainingEvent } from '@linking/events/training/training-events.js';
import type { RecordedLinkEvent } from '../link/link.js';
import type { CarriedCommand } from './carried-command.js';
import { carryLinkEvent } from './carry-link-event.js';
import { carryTrainingEvent } from './carry-training-event.js';

/** Streams whose facts are carried into others. */
export const CARRIED_PREFIXES = ['link-', 'training-'] as const;

const CARRIED_TYPES: ReadonlySet<string> = new Set([
  'LinkProposed',
  'LinkNotFormed',
  'LinkWithdrawn',
  'TeacherReplaced',
  'EntryVoided',
  'SessionMoved',
  'SessionCancelled',
  'PlaceTaken',
  'PlaceGivenUp',
  'AttendanceRecorded',
]);

/** Whether an event of this stored type asks anything of another stream. */
export const isCarried = (type: PresentType): boolean => CARRIED_TYPES.has(eventName(type));

/**
 * The commands that an event sends to other streams, always the same for the same event.
 * `stream` = the events of its own stream up to and including it.
 */
export function carry(event: PresentEnvelope, stream: readonly PresentEnvelope[]): readonly CarriedCommand[] {
  const facts = stream.filter(({ revision }) => revision <= event.revision).map(factOf);
  if (event.stream.startsWith('link-')) {
    return carryLinkEvent(factOf(event) as RecordedLinkEvent, facts as RecordedLinkEvent[]);
  }
  return carryTrainingEvent(factOf(event) as TrainingEvent, facts as TrainingEvent[], event.occurredOn);
}

const factOf = (envelope: PresentEnvelope) => ({ ...envelope, type: eventName(envelope.type) });
