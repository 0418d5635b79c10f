import { urnText } from '@linking/domain/schools/by-hand.js';
import type { School } from '@linking/application/schools/find-schools.js';
import { academicYear } from '@linking/words/format.js';
import type { ChoosePageView } from '../pages/interests/choose-page.js';
import { statusOf } from '../schools/schools-view-model.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';

/** First step of an interest: which school was it? */
export function chooseSchoolView(
  schools: readonly School[],
  q: string,
  today: string,
  closed: ReadonlyMap<string, string>,
): ChoosePageView {
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
      words: [
        school.town,
        school.postcode,
        urnText(school.urn),
        closed.get(school.urn) ?? statusOf(school, today).text,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    empty:
      q === ''
        ? { title: 'Type something to search for', sentence: 'Two or three letters of the name are enough.' }
        : {
            title: 'No school matches',
            sentence: 'Try fewer letters, or the six digits of the URN.',
            onward: {
              href: `/schools/add?${new URLSearchParams({ name: q }).toString()}`,
              label: 'Add a school that is not in the register',
            },
          },
  };
}

/** First step of a proposal: which class looks for a partner? */
export function chooseClassView(classes: readonly OfferedClassWords[]): ChoosePageView {
  return {
    title: 'Propose a link',
    lead: 'Choose the class that looks for a partner.',
    known: [],
    heading: 'Waiting classes',
    choices: classes
      .toSorted((x, y) => x.schoolName.localeCompare(y.schoolName))
      .map(({ item, schoolName, words }) => ({
        href: `/links/propose?a=${classKey(item)}`,
        label: schoolName,
        words: `${words} · ${academicYear(item.year)}`,
      })),
    empty: {
      title: 'No class is free',
      sentence: 'Classes that wait for a partner appear here.',
      onward: { href: '/waiting', label: 'See the waiting list' },
    },
  };
}
