import type pg from 'pg';
import { notesById } from '@linking/application/notes/notes.js';
import { prioritiesOf } from '@linking/domain/programme/priorities.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { capital, codeText, listText } from '@linking/words/link-terms.js';
import type { SummaryRow } from '../pages/components/summary-list.js';

/** What the places of a link ask for in its year, for whoever brings two schools together; nothing while the part is off. */
export async function priorityRows(
  pool: pg.Pool,
  slugs: readonly (string | undefined)[],
  year: string,
): Promise<readonly SummaryRow[]> {
  const rows: SummaryRow[] = [];
  for (const slug of new Set(slugs)) {
    const programme = slug === undefined ? undefined : await findProgramme(pool, slug);
    if (programme === undefined || !switchedOn(programme, 'funders')) continue;
    const known = prioritiesOf(programme, year);
    if (known === undefined) continue;
    const words = (await notesById(pool, [known.noteId])).get(known.noteId ?? '');
    const codes = capital(listText(known.codes.map(codeText)));
    const value = [codes, words].filter(Boolean).join('. ');
    if (value !== '') rows.push({ key: `Priorities of ${programme.name}`, value });
  }
  return rows;
}
