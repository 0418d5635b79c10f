import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fits, isFixed } from './correctable.js';
import { fact, note, sameContent, type Decided } from './decided.js';
import { withFact } from './evolve.js';
import { checkPossible } from './hard-guards.js';
import { effectiveFacts, mend } from './mend.js';
import { unknownLink, type Entry, type Link, type RecordedLinkEvent } from './link.js';
import { valueAt } from './pointer.js';

/** One value of an entry was wrong: the entry stays as it was, and counts with the new value from now on. */
export function correctEntry(
  command: CommandOf<'CorrectEntry'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { eventId, field, was, now, reasonCode } = command;
  const entry = mendableEntry(link, eventId);
  const counting = entry.corrected ?? entry.event;
  const value = field === '/occurredOn' ? counting.occurredOn : valueAt(counting.data, field);
  checkField(entry, field, value, now);
  if (sameContent(value, now)) return [];
  if (!sameContent(value, was)) {
    throw new Refusal(
      'ENTRY_CHANGED',
      `This entry says ${JSON.stringify(value)}, not ${JSON.stringify(was)}.`,
      {
        nextStep: 'Look at the entry again before you correct it.',
      },
    );
  }
  const correction = fact(
    occasion,
    'EntryCorrected',
    { correctsEventId: eventId, pointer: field, was, now, reasonCode, ...note(occasion) },
    occasion.today,
  );
  checkAfter(link, correction, occasion);
  return [correction];
}

/** The entry should never have been made. It stays readable and counts no more. */
export function voidEntry(
  { eventId, reasonCode }: CommandOf<'VoidEntry'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { event } = mendableEntry(link, eventId);
  if (event.type === 'InterestRecorded' || event.type === 'LinkProposed') {
    throw new Refusal('ENTRY_NOT_MENDABLE', 'The proposal itself cannot be voided.', {
      nextStep: 'Record that the link was not formed, or that a school withdrew.',
    });
  }
  if (event.type === 'LinkReBrokered') {
    throw new Refusal('ENTRY_NOT_MENDABLE', 'This entry follows from the link that goes on.', {
      nextStep: `Record in ${event.data.newLinkRef} that it was not formed, or that a school withdrew.`,
    });
  }
  const voiding = fact(
    occasion,
    'EntryVoided',
    { voidsEventId: eventId, reasonCode, ...note(occasion) },
    occasion.today,
  );
  checkAfter(link, voiding, occasion);
  return [voiding];
}

/** The same void again: the entry counts no more, for this very reason. */
export const wasVoidedSo = (
  link: Link,
  { eventId, reasonCode }: Pick<CommandOf<'VoidEntry'>, 'eventId' | 'reasonCode'>,
): boolean =>
  link.entries.some(
    ({ event, voided }) =>
      !voided &&
      event.type === 'EntryVoided' &&
      event.data.voidsEventId === eventId &&
      event.data.reasonCode === reasonCode,
  );

function mendableEntry(link: Link, eventId: string): Entry {
  const entry = link.entries.find((it) => it.event.id === eventId);
  if (entry === undefined)
    throw new Refusal('ENTRY_NOT_FOUND', 'There is no such entry in the history of this link.', {
      nextStep: 'Take the id of the entry from the history.',
    });
  if (entry.voided)
    throw new Refusal('ENTRY_VOIDED', 'This entry was voided before.', {
      nextStep: 'If it counts after all, void the entry that voided it.',
    });
  return entry;
}

function checkField({ event }: Entry, field: string, value: unknown, now: unknown): void {
  if (value === undefined || !field.startsWith('/')) {
    throw new Refusal('ENTRY_FIELD_UNKNOWN', `This entry has no field ${field}.`, {
      nextStep: 'Take the name of the field from the entry.',
    });
  }
  if (isFixed(event, field)) {
    throw new Refusal('ENTRY_NOT_MENDABLE', `The field ${field} cannot be corrected.`, {
      nextStep: 'Void the entry and enter it again.',
    });
  }
  if (!fits(event, field, value, now)) {
    throw new Refusal('ENTRY_FIELD_UNKNOWN', `${JSON.stringify(now)} cannot stand in the field ${field}.`, {
      nextStep: 'Give a value of the same kind as the one that stands there.',
    });
  }
}

/** The history as it would count has to be possible at every step. */
function checkAfter(link: Link, mending: Decided, occasion: Occasion): void {
  const revision = link.revision + 1;
  const recorded = { ...mending, id: 'this', revision, recordedAt: '', actor: '' } as RecordedLinkEvent;
  const facts = effectiveFacts(mend([...link.entries.map((entry) => entry.event), recorded]));
  facts.reduce((before, it) => {
    checkPossible(before, it, occasion.today);
    return withFact(before, it);
  }, unknownLink);
}
