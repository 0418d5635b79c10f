import type { LinkEventData, LinkEventName, LinkEvent } from '@linking/events/link/link-events.js';
import { Refusal, type SoftRule } from '../refusal.js';
import type { Occasion } from './commands.js';

/** A fact that a command decided, with the day on which it happened. */
export type Decided = LinkEvent & { readonly occurredOn: string };

/** A fact of this occasion; the note of the command goes with it. */
export function fact<Name extends LinkEventName>(
  occasion: Occasion,
  type: Name,
  data: LinkEventData[Name],
  occurredOn = occasion.occurredOn,
): Decided {
  // The compiler cannot see that a type and its own data make one member of the union; the signature says it.
  return { type, data, occurredOn } as unknown as Decided;
}

export const note = (occasion: Occasion) =>
  occasion.noteId === undefined ? {} : { noteId: occasion.noteId };

/** Lets a soft rule pass when a reason was given, and keeps the reason; otherwise asks for it. */
export function reasonFor(
  occasion: Occasion,
  rule: SoftRule,
  broken: boolean,
  sentence: string,
): readonly Decided[] {
  if (!broken) return [];
  const override = occasion.overrides.find((given) => given.rule === rule);
  if (override === undefined) {
    throw new Refusal('REASON_REQUIRED', sentence, {
      rule,
      nextStep: `Send the command again with overrides: [{ "rule": "${rule}", "reasonCode": "…" }].`,
    });
  }
  const { reasonCode, noteId } = override;
  return [
    fact(occasion, 'GuardOverridden', { rule, reasonCode, ...(noteId === undefined ? {} : { noteId }) }),
  ];
}

/** A day was given that is neither the known one nor simply today, the default: that is other content. */
export const saysOtherDay = (occasion: Occasion, known: string | undefined) =>
  occasion.occurredOn !== known && occasion.occurredOn !== occasion.today;

/** JSON equality of plain data, whatever the order of keys. */
export function sameContent(x: unknown, y: unknown): boolean {
  if (typeof x !== 'object' || x === null || typeof y !== 'object' || y === null) return x === y;
  const [first, second] = [withoutUndefined(x), withoutUndefined(y)];
  return (
    Array.isArray(x) === Array.isArray(y) &&
    Object.keys(first).length === Object.keys(second).length &&
    Object.keys(first).every((key) => key in second && sameContent(first[key], second[key]))
  );
}

const withoutUndefined = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Record<
    string,
    unknown
  >;
