import type { AttentionItemView } from '../pages/today/today-view.js';
import { keyOf, urgencyOf, type AttentionItem } from '@linking/application/today/attention.js';

import type { AttentionMaterial } from '@linking/application/today/attention-material.js';
import { wordsOf } from '@linking/application/today/words-of-item.js';

/** One item in the words of a coordinator. */
export function attentionItemView(item: AttentionItem, material: AttentionMaterial): AttentionItemView {
  const urgency = urgencyOf(item, material.today);
  const { tag, number, ...words } = wordsOf(item, material);
  const programme = material.programme?.(item.programme);
  const numbers = [programme, number].filter((part) => part !== undefined).join(' · ');
  return {
    key: keyOf(item),
    edge: urgency,
    tag: { tone: urgency, text: tag },
    ...(numbers === '' ? {} : { number: numbers }),
    ...words,
  };
}
