import type { School } from '@linking/application/schools/find-schools.js';
import type { ImportResult } from '@linking/domain/schools/import-result.js';
import { isByHand } from '@linking/domain/schools/by-hand.js';
import { isClosed } from '@linking/domain/schools/school-record.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { TagView } from '../pages/components/tag.js';
import { counted, longDay } from '@linking/words/format.js';
import type { ImportResultView } from '../pages/schools/school-import-page.js';
import type { SchoolListView } from '../pages/schools/school-list-page.js';
import { capital, codeText } from '@linking/words/link-terms.js';

export interface SchoolListMaterial {
  readonly schools: readonly School[];
  readonly q: string;
  readonly programme: string;
  readonly programmes: readonly Programme[];
  readonly next?: string;
  readonly today: string;
  readonly mayImport: boolean;
  readonly mayAdd: boolean;
}

export function schoolListView(material: SchoolListMaterial): SchoolListView {
  const { schools, q, programme, programmes, next, today, mayImport, mayAdd } = material;
  const query = new URLSearchParams({ q, programme, ...(next === undefined ? {} : { after: next }) });
  return {
    eyebrow: 'The register',
    lead: 'Search by part of the name or town, by URN or by postcode.',
    filters: {
      action: '/schools',
      search: { name: 'q', label: 'Name, URN or postcode', value: q },
      selects: [
        {
          name: 'programme',
          label: 'Area',
          value: programme,
          options: [
            { value: '', label: 'Everywhere' },
            ...programmes.map(({ slug, name }) => ({ value: slug, label: name })),
          ],
        },
      ],
      ...(q === '' && programme === '' ? {} : { clearHref: '/schools' }),
    },
    rows: schools.map((school) => ({
      urn: school.urn,
      name: school.name,
      href: `/schools/${school.urn}`,
      place: placeOf(school),
      phase: school.phase ?? school.censusType ?? 'not known',
      status: statusOf(school, today),
      pupils: figureText(school.figures.pupils?.value, ''),
    })),
    more: { shown: schools.length, ...(next === undefined ? {} : { href: `/schools?${query.toString()}` }) },
    empty: {
      title: 'No school matches',
      sentence: 'Search for part of the name, or the six digits of the URN.',
      ...(mayImport ? { onward: { href: '/schools/import', label: 'Import a register' } } : {}),
    },
    ...(mayAdd ? { add: { href: '/schools/add', label: 'Add a school that is not in the register' } } : {}),
    ...(mayImport ? { importFile: { href: '/schools/import', label: 'Import a file' } } : {}),
  };
}

export const placeOf = ({ town, postcode }: School) =>
  [town, postcode].filter(Boolean).join(', ') || 'not known';
export const figureText = (value: number | undefined, unit: string) =>
  value === undefined ? 'not known' : `${value.toLocaleString('en-GB')}${unit}`;

export function statusOf(school: School, today: string): TagView {
  if (isByHand(school.urn)) {
    return isClosed(school, today)
      ? { tone: 'grey', text: 'Joined to its URN' }
      : { tone: 'amber', text: 'Not in the register yet' };
  }
  if (!isClosed(school, today)) return { tone: 'green', text: school.status ?? 'Open' };
  return {
    tone: 'red',
    text: school.closedOn === undefined ? 'Closed' : `Closed ${longDay(school.closedOn)}`,
  };
}

const LISTED = 100;

export function importResultView(result: ImportResult, file: string): ImportResultView {
  const { kind, added, changed, closed, unchanged, errors, errorCount = errors.length, older = 0 } = result;
  const whole = (value: number) => value.toLocaleString('en-GB');
  return {
    title: `Dry run of ${file}: ${wouldChange(result) ? 'nothing was changed' : 'nothing in it is new'}`,
    figures: [
      { key: 'Kind of file', value: capital(codeText(kind)) },
      { key: 'New', value: whole(added) },
      { key: 'Changed', value: whole(changed) },
      { key: 'Closed', value: whole(closed) },
      { key: 'Unchanged', value: whole(unchanged) },
      ...(older === 0 ? [] : [{ key: 'Older than what is known', value: whole(older) }]),
      { key: 'With errors', value: whole(errorCount) },
    ],
    problems: errors
      .slice(0, LISTED)
      .map(({ line, column, message }) => ({ line, column: column || 'whole row', sentence: message })),
    moreProblems: Math.max(0, errorCount - Math.min(errors.length, LISTED)),
  };
}

export const wouldChange = ({ added, changed, closed }: ImportResult) => added + changed + closed > 0;

export function importedSentence({
  added,
  changed,
  closed,
  errors,
  errorCount = errors.length,
}: ImportResult): string {
  const changes = added + changed + closed;
  const what = changes === 0 ? 'nothing was new' : `${added} new, ${changed} changed, ${closed} closed`;
  return `The file is imported: ${what}${errorCount === 0 ? '' : `; ${counted(errorCount, 'error')} listed in the dry run`}.`;
}
