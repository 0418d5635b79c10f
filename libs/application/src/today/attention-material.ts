import { type AttentionItem } from './attention.js';
import { type AttentionNames } from './attention-names.js';

export interface AttentionMaterial {
  readonly today: string;
  readonly names: AttentionNames;
  /** Name of a programme, for who looks after several. */
  readonly programme?: (slug: string) => string;
}

/** An address on the pages, and what it is called. */
export interface Onward {
  readonly href: string;
  readonly label: string;
}

/** Whom to call; without a number the page says so. */
export interface Call {
  /** `Saira Malik, teacher at Brook Lane Primary`. */
  readonly who: string;
  readonly number?: string;
  /** `tel:` address of the number. */
  readonly href?: string;
}

/** What an item says: what it is, why it is here, and the one thing to do about it. */
export interface Words {
  readonly tag: string;
  /** `BRD-2026-031`. */
  readonly number?: string;
  readonly title: Onward;
  /** `Hollins Green Primary and Al-Noor Academy`. */
  readonly subject: string;
  readonly sentence: string;
  readonly calls: readonly Call[];
  /** What else is ready, such as a letter. */
  readonly also?: readonly Onward[];
  /** Which rule, which date, what closes it: a sentence each. */
  readonly why: readonly string[];
  readonly button: Onward;
}

export type ItemOf<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { readonly kind: Kind }>;
