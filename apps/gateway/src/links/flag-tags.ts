import type { Flag } from '@linking/domain/link/flags.js';
import type { TagView } from '../pages/components/tag.js';

export const flagTags: Readonly<Record<Flag, TagView>> = {
  paused: { tone: 'grey', text: 'Paused' },
  'at-risk': { tone: 'red', text: 'At risk' },
  overdue: { tone: 'red', text: 'Overdue' },
  'contact-lost': { tone: 'red', text: 'Contact lost' },
};
