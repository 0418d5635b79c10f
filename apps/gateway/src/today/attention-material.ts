import type { AttentionItemView } from '../pages/today/today-view.js';
import { type AttentionItem } from './attention.js';
import { type AttentionNames } from './attention-names.js';

export interface AttentionMaterial {
  readonly today: string;
  readonly names: AttentionNames;
  /** Name of a programme, for who looks after several. */
  readonly programme?: (slug: string) => string;
}

/** What an item says; its key and its urgency are not words. */
export type Words = Omit<AttentionItemView, 'key' | 'edge' | 'tag'> & { readonly tag: string };

export type ItemOf<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { readonly kind: Kind }>;
