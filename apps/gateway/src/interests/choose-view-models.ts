import type { School } from '@linking/application/schools/find-schools.js';
import { distanceKm, milesText } from '@linking/domain/schools/distance.js';
import { academicYear } from '../pages/format.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import type { ChoosePageView } from '../pages/interests/choose-page.js';
import { statusOf } from '../schools/schools-view-model.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';

/** First step of an interest: which school was it? */
export function chooseSchoolView(schools: readonly School[], q: string, today: string): ChoosePageView {
  return {
    title: 'Record an interest',
    lead: 'First find the school in the register.',
    known: [],
    filters: {
      action: '/waiting/add',
      search: { name: 'q', label: 'Part of the name, URN or postcode', value: q },
      selects: [],
    },
    heading: q === '' ? 'Which school?' : `Schools that match “${q}”`,
    choices: schools.map((school) => ({
      href: `/waiting/add?urn=${school.urn}`,
      label: school.name,
      words: [school.town, school.postcode, `URN ${school.urn}`, statusOf(school, today).text]
        .filter(Boolean)
        .join(' · '),
    })),
    empty:
      q === ''
        ? { title: 'Type something to search for', sentence: 'Two or three letters of the name are enough.' }
        : { title: 'No school matches', sentence: 'Try fewer letters, or the six digits of the URN.' },
  };
}

/** The two steps of a proposal before its form: one class, then the other. */
export function chooseClassView(
  classes: readonly OfferedClassWords[],
  a: OfferedClassWords | undefined,
): ChoosePageView {
  const others = classes.filter(
    ({ item }) => item.classId !== a?.item.classId && (a === undefined || item.year === a.item.year),
  );
  return {
    title: 'Propose a link',
    lead: a === undefined ? 'Choose the first class.' : 'Now choose its partner.',
    known: a === undefined ? [] : [classRow('First class', a)],
    heading: a === undefined ? 'Waiting classes' : `Other waiting classes of ${academicYear(a.item.year)}`,
    choices: others
      .map((other) => ({
        other,
        km: a?.school && other.school ? distanceKm(a.school, other.school) : undefined,
      }))
      .toSorted(
        (x, y) =>
          (x.km ?? Infinity) - (y.km ?? Infinity) || x.other.schoolName.localeCompare(y.other.schoolName),
      )
      .map(({ other, km }) => ({
        href: `/links/propose?a=${a === undefined ? classKey(other.item) : `${classKey(a.item)}&b=${classKey(other.item)}`}`,
        label: other.schoolName,
        words: a === undefined ? other.words : `${other.words} · ${apart(km)}`,
      })),
    empty: {
      title: 'No class is free',
      sentence: 'Classes of the same year that wait for a partner appear here.',
      onward: { href: '/waiting', label: 'See the waiting list' },
    },
  };
}

export const classRow = (key: string, { schoolName, words }: OfferedClassWords): SummaryRow => ({
  key,
  value: `${schoolName}: ${words}`,
});

export const apart = (km: number | undefined) => (km === undefined ? 'distance not known' : milesText(km));
