import type { Programme } from '@linking/domain/programme/programme.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { localAuthorityName } from '@linking/domain/schools/local-authorities.js';
import { academicYear, counted, longDay } from '@linking/words/format.js';
import type { ProgrammeListView } from '../pages/programmes/programme-list-page.js';
import { stateTags } from './programme-terms.js';
import type { Names } from './programme-view-model.js';

export function programmeListView(
  programmes: readonly Programme[],
  { name, today, isOffice }: { readonly name: Names; readonly today: string; readonly isOffice: boolean },
): ProgrammeListView {
  const active = programmes.filter(({ state }) => state === 'active' || state === 'joined').length;
  return {
    lead: `${counted(programmes.length, 'programme')}, ${active} of them joined and running.`,
    rows: programmes.map((programme) => ({
      slug: programme.slug,
      href: `/programmes/${programme.slug}`,
      name: programme.name,
      small: `${programme.code} · since ${academicYear(programme.year)}`,
      coordinators: coordinatorsText(programme, name, today),
      area: areaText(programme),
      state: stateTags[programme.state],
    })),
    empty: {
      title: 'No programme has joined yet',
      sentence: 'Add the first one: its name, its code and the area it covers.',
    },
    ...(isOffice ? { add: { href: '/programmes/add', label: 'Add a programme' } } : {}),
    ...(programmes.some((programme) => switchedOn(programme, 'funders'))
      ? { funders: { href: '/funders', label: 'Funders' } }
      : {}),
  };
}

function coordinatorsText({ coordinators }: Programme, name: Names, today: string): string {
  const shown = coordinators.filter(({ until = '9999-12-31' }) => until >= today);
  if (shown.length === 0) return 'None';
  return shown
    .map(({ userId, from }) => (from > today ? `${name(userId)} from ${longDay(from)}` : name(userId)))
    .join('; ');
}

function areaText({ laCodes, districtCodes }: Programme): string {
  const names = [...laCodes.map((code) => localAuthorityName(code) ?? code), ...districtCodes];
  if (names.length === 0) return 'No area yet';
  const [first = '', second = '', ...others] = names;
  if (names.length <= 2) return names.join(', ');
  return `${first}, ${second} and ${counted(others.length, 'more', 'more')}`;
}
