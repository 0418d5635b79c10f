import type { Side } from '@linking/events/link/link-events.js';
import { bothSides } from '@linking/domain/link/link.js';
import { listText, sideText } from '@linking/words/link-terms.js';
import type { AttentionNames } from './attention-names.js';

/** The page of a link, or its form for a command, which leads back to Today. */
export const hrefOf = (ref: string, command?: string, preset: Readonly<Record<string, string>> = {}) =>
  command === undefined
    ? `/links/${ref}`
    : `/links/${ref}/record/${command}?${new URLSearchParams({ ...preset, from: 'today' }).toString()}`;

/** The schools of these sides, or the classes of an in-school link. */
export function schoolsOf(ref: string, names: AttentionNames, sides: readonly Side[] = bothSides): string {
  const link = names.link(ref);
  return listText(sides.map((side) => sideText(link, side, names)));
}
