import { fullDate } from '../calendar/words.js';

export interface ClosedSchool {
  readonly name: string;
  readonly closedOn?: string;
  /** It was added by hand, and is one of the register now. */
  readonly byHand?: boolean;
  /** The schools that stand at the end of its line today and are open. */
  readonly successors: readonly { readonly urn: string; readonly name?: string }[];
}

/** `St Mary’s closed on 31 August 2025. Its successor is St Mary’s Academy (149210).`, wherever a closed school is met. */
export function closedSentence({ name, closedOn, byHand = false, successors }: ClosedSchool): string {
  const closed = `${name} closed${closedOn === undefined ? '' : ` on ${fullDate(closedOn)}`}`;
  const named = successors.map((one) => `${one.name ?? 'a school'} (${one.urn})`);
  const [only, ...others] = named;
  if (byHand && only !== undefined) return `${name} was added by hand and is in the register now: ${only}.`;
  if (only === undefined) return `${closed} and has no successor on record.`;
  if (others.length === 0) return `${closed}. Its successor is ${only}.`;
  return `${closed}. It goes on as ${named.slice(0, -1).join(', ')} and ${named.at(-1)}.`;
}
