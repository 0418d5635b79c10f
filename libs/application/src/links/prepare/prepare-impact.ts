import { isPossibleDate } from '@linking/domain/calendar/london.js';
import type { CommandOf, RecordTestimonial } from '@linking/domain/link/commands.js';
import { reflectionOf } from '@linking/domain/link/impact.js';
import { Refusal } from '@linking/domain/refusal.js';
import { consentKey, consentsById } from '../../consents/consents.js';
import { notesById } from '../../notes/notes.js';
import type { RequestOf } from '../link-request.js';
import type { Preparing } from './prepare-deps.js';

/** Compares its words with those of the reflection that stands, which only the notes table knows. */
export async function prepareReflection(
  request: RequestOf<'RecordReflection'>,
  { keeping, link, note = '', occurredOn }: Preparing,
): Promise<CommandOf<'RecordReflection'>> {
  const known = reflectionOf(link, request, occurredOn);
  const words = await notesById(keeping.pool, [known?.noteId]);
  return { ...request, sameWords: (words.get(known?.noteId ?? '') ?? '') === note.trim() };
}

/** Keeps who agreed, and looks whether the very same words are a testimonial already. */
export async function prepareTestimonial(
  { consent, ...request }: RequestOf<'RecordTestimonial'>,
  { keeping, link, note = '' }: Preparing,
): Promise<RecordTestimonial> {
  const { role, side } = request;
  const alike = link.impact.testimonials.filter((it) => it.role === role && it.side === side);
  const [words, consents] = await Promise.all([
    notesById(
      keeping.pool,
      alike.map(({ noteId }) => noteId),
    ),
    consentsById(
      keeping.pool,
      alike.map(({ consentId }) => consentId),
    ),
  ]);
  // Words whose consent was erased are asked for anew.
  const sameWords = alike.some((it) => consents.has(it.consentId) && words.get(it.noteId) === note.trim());
  if (consent === undefined) return { ...request, sameWords };
  const { on, until } = consent;
  for (const day of [on, until]) checkDay(day);
  return {
    ...request,
    sameWords,
    consent: { id: consentKey(keeping, consent), on, ...(until === undefined ? {} : { until }) },
  };
}

function checkDay(day: string | undefined): void {
  if (day === undefined || (day.length === 10 && isPossibleDate(day))) return;
  throw new Refusal('DATE_NOT_KNOWN', `${day} is not a day; write it as 2026-11-23.`, {
    nextStep: 'Change the day of the consent.',
  });
}
