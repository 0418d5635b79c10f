import { readVerifierKey, type SigningKey, type VerifierKey } from './ledger-keys.js';
import { parseNote, signNote, signersOf } from './signed-note.js';

/**
 * That a key was lost and another one signs in its place: a note that the new one alone has signed. It proves nothing to
 * whoever knows the old key — a thief writes the same —, so nobody follows it silently; it says where to ask.
 */
const HEADING =
  'The first key was lost; the second signs for this log, and the first has not handed over to it:';

export const LOSS_REASONS = ['deleted', 'damaged', 'machine-lost', 'not-in-backup'] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

export interface Replacement {
  readonly from: VerifierKey;
  readonly to: VerifierKey;
  /** A day, by who wrote it. */
  readonly on: string;
  readonly reason: LossReason;
}

export interface Loss extends Pick<Replacement, 'on' | 'reason'> {
  readonly from: VerifierKey;
  readonly to: SigningKey;
}

export function replacementStatement({ from, to, on, reason }: Loss): string {
  const lines = [to.public.name, HEADING, from.vkey, to.public.vkey, on, reason];
  return signNote(`${lines.join('\n')}\n`, [to]);
}

/** The replacement, or `undefined` unless both keys are of the same log and the new one has signed. */
export function readReplacement(statement: string): Replacement | undefined {
  const note = parseNote(statement);
  const [origin, heading, first = '', second = '', on = '', code, ...more] = note?.text.split('\n') ?? [];
  const [from, to] = [readVerifierKey(first), readVerifierKey(second)];
  const reason = LOSS_REASONS.find((it) => it === code);
  if (note === undefined || from === undefined || to === undefined || reason === undefined) return undefined;
  if (heading !== HEADING || !/^\d{4}-\d\d-\d\d$/.test(on) || more.join() !== '') return undefined;
  if (from.name !== origin || to.name !== origin || from.vkey === to.vkey) return undefined;
  return signersOf(note, [to]).length === 1 ? { from, to, on, reason } : undefined;
}
