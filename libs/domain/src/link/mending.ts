import * as codes from '@linking/events/link/codes.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, sameContent, type Decided } from './decided.js';
import { withFact } from './evolve.js';
import { checkPossible } from './hard-guards.js';
import { effectiveFacts, isMending, mend } from './mend.js';
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
  checkField(field, value, now);
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
  const entry = link.entries.find((it) => it.event.id === eventId);
  if (entry?.voided && lastVoidReason(link, eventId) === reasonCode) return [];
  const { event } = mendableEntry(link, eventId);
  if (event.type === 'InterestRecorded' || event.type === 'LinkProposed') {
    throw new Refusal('ENTRY_NOT_MENDABLE', 'The proposal itself cannot be voided.', {
      nextStep: 'Record that the link was not formed, or that a school withdrew.',
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

function mendableEntry(link: Link, eventId: string): Entry {
  const entry = link.entries.find((it) => it.event.id === eventId);
  if (entry === undefined)
    throw new Refusal('ENTRY_NOT_FOUND', 'There is no such entry in the history of this link.');
  if (entry.voided) throw new Refusal('ENTRY_VOIDED', 'This entry was voided before.');
  return entry;
}

const lastVoidReason = (link: Link, eventId: string) => {
  const voiding = link.entries.findLast(
    ({ event }) => event.type === 'EntryVoided' && event.data.voidsEventId === eventId,
  );
  return voiding?.event.type === 'EntryVoided' ? voiding.event.data.reasonCode : undefined;
};

/** What says which link, school, class, person or text an entry is about is not a value of it: void and enter again. */
const fixedFields = new Set([
  ...[
    'ref',
    'programme',
    'partnerProgramme',
    'year',
    'kind',
    'classes',
    'side',
    'fromSide',
    'number',
    'urn',
    'seal',
  ],
  ...[
    'interestId',
    'interestRevision',
    'classId',
    'headId',
    'teacherId',
    'signerId',
    'sessionId',
    'documentHash',
  ],
  ...[
    'differenceProfile',
    'correctsEventId',
    'voidsEventId',
    'pointer',
    'was',
    'now',
    'rule',
    'noteId',
    'classNameId',
  ],
]);

const codesOf: Readonly<Record<string, readonly unknown[]>> = {
  mode: [...codes.meetingModes, ...codes.exchangeModes],
  riskAssessment: codes.riskAssessments,
  a: codes.riskAssessments,
  b: codes.riskAssessments,
  transport: codes.transports,
  signerRole: codes.signerRoles,
  keyQuestions: codes.keyQuestions,
  subjects: codes.subjects,
  policyTags: codes.policyTags,
  activities: codes.venueActivities,
  hostSide: codes.sides,
  means: [...codes.signatureMeans, ...codes.proposalMeans],
};

function checkField(field: string, value: unknown, now: unknown): void {
  const name =
    field
      .split('/')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? '';
  if (value === undefined) {
    throw new Refusal('ENTRY_FIELD_UNKNOWN', `This entry has no field ${field}.`);
  }
  if (field.split('/').some((part) => fixedFields.has(part))) {
    throw new Refusal('ENTRY_NOT_MENDABLE', `The field ${field} cannot be corrected.`, {
      nextStep: 'Void the entry and enter it again.',
    });
  }
  const allowed = codesOf[name];
  const values: readonly unknown[] = Array.isArray(now) ? now : [now];
  const known = allowed === undefined || values.every((it) => allowed.includes(it));
  if (
    typeof now !== typeof value ||
    Array.isArray(now) !== Array.isArray(value) ||
    !known ||
    !sameForm(value, now)
  ) {
    throw new Refusal('ENTRY_FIELD_UNKNOWN', `${JSON.stringify(now)} cannot stand in the field ${field}.`);
  }
}

const forms = [/^\d{4}-\d{2}-\d{2}$/, /^\d{2}:\d{2}$/];

/** A day stays a day, a time stays a time, a count stays a whole number that is not negative. */
function sameForm(value: unknown, now: unknown): boolean {
  if (typeof now === 'number') return Number.isInteger(now) && now >= 0;
  if (typeof now !== 'string' || typeof value !== 'string') return true;
  return forms.every((form) => !form.test(value) || form.test(now));
}

/** The history as it would count has to be possible at every step. */
function checkAfter(link: Link, mending: Decided, occasion: Occasion): void {
  const revision = link.revision + 1;
  const recorded = { ...mending, id: 'this', revision, recordedAt: '', actor: '' } as RecordedLinkEvent;
  const facts = effectiveFacts(mend([...link.entries.map((entry) => entry.event), recorded]));
  facts
    .filter((it) => !isMending(it))
    .reduce((before, it) => {
      checkPossible(before, it, occasion.today);
      return withFact(before, it);
    }, unknownLink);
}
