import type { Column } from '../components/data-table.js';
import { Tag, type TagView } from '../components/tag.js';

/** What every list of links says of a link first. */
export interface LinkWords {
  readonly ref: string;
  readonly href: string;
  readonly schools: { readonly a: string; readonly b: string };
  readonly words: string;
  readonly stage: TagView;
}

/** Which link, of which schools, how far. */
export const linkColumns: readonly Column<LinkWords>[] = [
  {
    title: 'Link',
    cell: (row) => (
      <a href={row.href} class="link link--ref">
        {row.ref}
      </a>
    ),
  },
  {
    title: 'Schools',
    cell: (row) => (
      <>
        <strong>{row.schools.a}</strong> <span class="muted">and</span> <strong>{row.schools.b}</strong>
        <span class="lines__small">{row.words}</span>
      </>
    ),
  },
  { title: 'Stage', cell: (row) => <Tag tag={row.stage} /> },
];
