import type { EarlierTeaching } from '@linking/projections/link-board/link-board-queries.js';
import { academicYear } from '@linking/words/format.js';

/** The evidence beside the word of a teacher that she linked before: shown, and never asked for. */
export const evidenceText = (earlier: EarlierTeaching | undefined): string =>
  earlier === undefined
    ? 'No earlier link on record; her word is enough'
    : `Linked in ${academicYear(earlier.year)} (${earlier.ref})`;
