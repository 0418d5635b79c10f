import { bothSides } from '@linking/domain/link/link.js';
import type { SummaryRow } from '../../pages/components/summary-list.js';
import { evidenceText } from '../../training/evidence-text.js';
import type { FormContext } from './command-form.js';

/** For each teacher who is known: when she linked before, as far as it is on record. */
export const earlierLinksOf = ({ link, names, earlierLinks }: FormContext): readonly SummaryRow[] =>
  bothSides.flatMap((side) =>
    link.sides[side].teachers.map(({ teacherId }) => ({
      key: names.person(teacherId, 'teacher', link.sides[side].urn).name,
      value: evidenceText(earlierLinks.get(teacherId)),
    })),
  );
