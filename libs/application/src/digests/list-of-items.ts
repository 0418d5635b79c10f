import type { ListHeading } from '@linking/notices/n27-weekly-list.js';
import type { AttentionItem } from '../today/attention.js';
import type { AttentionMaterial, Call } from '../today/attention-material.js';
import { wordsOf } from '../today/words-of-item.js';

/** Lines a heading; the page has them all. */
export const LINES = 10;

/** One heading of a digest: what it counts, and the first of it in words. */
export interface Heading<Item> {
  readonly title: string;
  /** After the number in the subject line: `overdue`. */
  readonly counted: string;
  readonly items: readonly Item[];
  /** When one item stands for several things. */
  readonly count?: number;
  readonly entry: (item: Item) => ListHeading['entries'][number];
  /** The page that has them all. */
  readonly href: string;
}

export function listHeading<Item>({
  title,
  counted,
  items,
  count = items.length,
  entry,
  href,
}: Heading<Item>): ListHeading {
  const more = items.length - LINES;
  return {
    heading: `${title} (${count})`,
    count,
    counted: `${count} ${counted}`,
    entries: items.slice(0, LINES).map(entry),
    ...(more > 0 ? { more: { text: `and ${more} more`, href } } : {}),
  };
}

const phone = ({ who, number }: Call) =>
  `phone ${who}, ${number ?? 'whose number is not known: the school office has it'}`;

/** What is said of a link begins with its number. */
export const numbered = (number: string | undefined, sentence: string) =>
  number === undefined ? sentence : `${number}: ${sentence}`;

/** The label of a button within a sentence. */
const inSentence = (label: string) => label.slice(0, 1).toLowerCase() + label.slice(1);

/** What wants attention, as a line: the school, the thing and what to do. */
export const attentionEntry =
  (material: AttentionMaterial, publicUrl: string) =>
  (item: AttentionItem): ListHeading['entries'][number] => {
    const { title, subject, number, sentence, calls, button } = wordsOf(item, material);
    const call = calls.find((it) => it.number !== undefined) ?? calls[0];
    return {
      title: `${subject}: ${title.label}`,
      href: `${publicUrl}${title.href}`,
      lines: [
        numbered(number, sentence),
        `To do: ${call === undefined ? inSentence(button.label) : phone(call)}.`,
      ],
    };
  };
