import type { AttentionItem } from './attention.js';
import type { AttentionMaterial, Words } from './attention-material.js';
import { bouncedWords } from './bounced-words.js';
import {
  mailWords,
  refusedWords,
  registerWords,
  unplacedWords,
  venueWords,
  waitingWords,
  yearEndWords,
} from './item-words.js';
import { taskWords } from './task-words.js';

/** One item in the words of a coordinator. */
export function wordsOf(item: AttentionItem, material: AttentionMaterial): Words {
  switch (item.kind) {
    case 'task':
      return taskWords(item.ref, item.task, material);
    case 'register':
      return registerWords(item, material);
    case 'waiting':
      return waitingWords(item, material);
    case 'year-end':
      return yearEndWords(item, material);
    case 'unplaced':
      return unplacedWords(item, material);
    case 'venue-full':
      return venueWords(item, material);
    case 'refused':
      return refusedWords(item, material);
    case 'mail':
      return mailWords(item, material);
    case 'bounced':
      return bouncedWords(item, material);
  }
}
