import { isAfter } from '../calendar/loose-days.js';
import { dayAndMonth } from '../calendar/words.js';
import { checkSwitchedOn } from '../programme/switches.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion, RecordTestimonial } from './commands.js';
import { fact, note, saysOtherDay, type Decided } from './decided.js';
import type { Link } from './link.js';

/** Parents took part on a day. Another number for the same day is a correction, not a second event. */
export function recordParents(
  command: CommandOf<'RecordParents'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...parents } = command;
  const known = link.impact.parents.find(
    (it) => it.side === parents.side && it.kind === parents.kind && it.on === occasion.occurredOn,
  );
  if (known === undefined) return [fact(occasion, 'ParentsInvolved', { ...parents, ...note(occasion) })];
  if (known.count === parents.count) return [];
  throw recordedDifferently(
    `On ${dayAndMonth(known.on)} ${known.count === 1 ? 'one parent is' : `${known.count} parents are`} recorded for side ${known.side}.`,
  );
}

/**
 * A class looks back: once on each meeting, and on any day on the link as a whole. Words or a rating of another kind
 * for the same meeting, or the same day, are a correction.
 */
export function recordReflection(
  command: CommandOf<'RecordReflection'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, sameWords, ...reflection } = command;
  const known = reflectionOf(link, reflection, occasion.occurredOn);
  if (known !== undefined) {
    const same = known.rating === reflection.rating && sameWords;
    if (same && !saysOtherDay(occasion, known.on)) return [];
    throw recordedDifferently(
      `The reflection of side ${known.side} of ${dayAndMonth(known.on)} is recorded with ${known.rating} of 5.`,
    );
  }
  checkSwitchedOn(link.programmeYear, 'reflection');
  return [fact(occasion, 'ReflectionRecorded', { ...reflection, ...note(occasion) })];
}

/** What a side has said already of the meeting, or of the link on that day. */
export const reflectionOf = (
  link: Link,
  { side, meeting }: Pick<CommandOf<'RecordReflection'>, 'side' | 'meeting'>,
  on: string,
) =>
  link.impact.reflections.find(
    (it) => it.side === side && it.meeting === meeting && (meeting !== undefined || it.on === on),
  );

/**
 * Words that may be quoted. Throws CONSENT_MISSING unless somebody agreed to it; the very same words of the same role
 * are taken once, other words are another testimonial.
 */
export function recordTestimonial(
  { role, side, consent, sameWords }: RecordTestimonial,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (sameWords) return [];
  checkSwitchedOn(link.programmeYear, 'testimonials');
  const { noteId } = occasion;
  if (noteId === undefined) {
    throw new Refusal('WORDS_MISSING', 'A testimonial needs the words that were said.', {
      nextStep: "Write them down, without children's names.",
    });
  }
  checkConsent(consent, occasion.today);
  return [
    fact(occasion, 'TestimonialRecorded', {
      role,
      ...(side === undefined ? {} : { side }),
      consentId: consent.id,
      noteId,
    }),
  ];
}

function checkConsent(
  consent: RecordTestimonial['consent'],
  today: string,
): asserts consent is NonNullable<RecordTestimonial['consent']> {
  if (consent === undefined) {
    throw new Refusal('CONSENT_MISSING', 'Nobody has agreed yet that these words may be used.', {
      nextStep: 'Ask who said them, and record who agreed and when.',
    });
  }
  if (isAfter(consent.on, today)) {
    throw new Refusal(
      'DATE_IN_FUTURE',
      `${dayAndMonth(consent.on)} is in the future; nobody has agreed yet.`,
      { nextStep: 'Change the day of the consent, or wait until somebody has agreed.' },
    );
  }
  if (consent.until === undefined || !isAfter(today, consent.until)) return;
  throw new Refusal('CONSENT_MISSING', `This consent ended on ${dayAndMonth(consent.until)}.`, {
    nextStep: 'Ask again, and record who agreed and when.',
  });
}

/** A fact that stands with other content: it is mended, never written a second time. */
export const recordedDifferently = (sentence: string) =>
  new Refusal('RECORDED_DIFFERENTLY', sentence, { nextStep: 'Correct or void that entry.' });
