import { gapsOf, missingIn, type Gap } from '@linking/domain/link/gaps.js';
import type { Link } from '@linking/domain/link/link.js';
import type { LinkWords } from './link-words.js';

/** A gap with the sentence a coordinator reads, such as "Training: nothing recorded for Saira Malik". */
export type GapDetails = Gap & { readonly sentence: string };

export const gapDetails = (link: Link, words: LinkWords): readonly GapDetails[] =>
  gapsOf(link).map((gap) => ({ ...gap, sentence: sentenceOf(gap, link, words) }));

/** What a link lacks to be complete, in the same sentences. */
export const missingDetails = (link: Link, words: LinkWords): readonly GapDetails[] =>
  missingIn(link).map((gap) => ({ ...gap, sentence: sentenceOf(gap, link, words) }));

function sentenceOf({ step, side, teacherId }: Gap, link: Link, words: LinkWords): string {
  const school = side === undefined ? '' : words.school(link.sides[side].urn);
  switch (step) {
    case 'brokering':
      return `Brokering: no answer recorded from ${school}`;
    case 'agreement':
      return `Agreement: no signature recorded from ${school}`;
    case 'training': {
      const teacher =
        side === undefined || teacherId === undefined
          ? undefined
          : words.person(teacherId, 'teacher', link.sides[side].urn).name;
      return `Training: nothing recorded for ${teacher ?? `a teacher of ${school}`}`;
    }
    case 'first-meeting':
      return 'First meeting: nothing recorded';
    case 'visit-2':
      return 'Visit (meeting 2): nothing recorded';
    case 'visit-3':
      return 'Visit (meeting 3): nothing recorded';
    case 'celebration':
      return 'Celebration: planned, nothing recorded';
    case 'goodbye':
      return 'Goodbye: nothing recorded';
  }
}
