import type { School, ShownFigure } from '@linking/application/schools/find-schools.js';
import { characterText } from '@linking/domain/schools/difference-words.js';
import { likenessOf, type Likeness } from '@linking/domain/schools/partners.js';
import { shortName, shortNames } from '@linking/domain/schools/school-names.js';
import type { SoftRule } from '@linking/domain/refusal.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import type { TagView } from '../pages/components/tag.js';
import { academicYear, counted, longDay } from '@linking/words/format.js';
import type { FormView } from '../pages/forms/form-view.js';
import type { PartnersView, PartnerView } from '../pages/interests/partners-page.js';
import type { ComparisonRow, ProposeView } from '../pages/interests/propose-page.js';
import { capital } from '@linking/words/link-terms.js';
import { passes, partnerFilterBar, type PartnerFilters } from './partner-filters.js';
import type { ContinuedWords } from './partner-surroundings.js';
import type { Partner } from './partners.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';

const likenessTags: Readonly<Record<Likeness, TagView>> = {
  great: { tone: 'green', text: 'Great difference' },
  clear: { tone: 'green', text: 'Clear difference' },
  some: { tone: 'blue', text: 'Some difference' },
  little: { tone: 'grey', text: 'Little difference' },
  unknown: { tone: 'grey', text: 'Difference not known' },
};

const askedTags: Partial<Readonly<Record<SoftRule, string>>> = {
  'class-in-two-links': 'In a link already',
  'distance-limit': 'Beyond your limit',
  'linked-before': 'Linked before',
};

const A_PAGE = 40;

export interface PartnersMaterial {
  readonly a: OfferedClassWords;
  /** Every free class of the year, the best fit first. */
  readonly partners: readonly Partner[];
  readonly filters: PartnerFilters;
  /** How many are wanted on the page. */
  readonly wanted: number;
  /** The link that goes on. */
  readonly continued?: ContinuedWords;
}

export const wantedOf = (shown: string | undefined) => Math.max(A_PAGE, Math.min(2_000, Number(shown) || 0));

export function partnersView({ a, partners, filters, wanted, continued }: PartnersMaterial): PartnersView {
  const found = partners.filter(passes(filters));
  const key = classKey(a.item);
  const start = startHref(key, continued);
  const more = new URLSearchParams({ ...filters, shown: String(wanted + A_PAGE) });
  const year = academicYear(a.item.year);
  return {
    title: `A partner for ${shortName(a.schoolName)}`,
    eyebrow: year,
    lead: [
      ...(continued === undefined ? [] : [continued.sentence]),
      'Same year group first, then those who differ most and are not too far away. You decide.',
    ].join(' '),
    chosen: [
      { key: 'School', value: a.schoolName },
      { key: 'Class', value: a.words },
      ...schoolRows(a.school).map(([what, value]) => ({ key: what, value })),
    ],
    filters: partnerFilterBar(
      a,
      partners.map(({ other }) => other),
      filters,
      continued?.ref,
    ),
    heading:
      found.length === partners.length
        ? `${counted(found.length, 'free class', 'free classes')} of ${year}`
        : `${found.length} of ${counted(partners.length, 'free class', 'free classes')} of ${year}`,
    partners: found.slice(0, wanted).map((partner) => partnerView(start, partner)),
    more: {
      shown: Math.min(wanted, found.length),
      ...(found.length > wanted ? { href: `${start}&${more.toString()}` } : {}),
    },
    empty:
      partners.length === 0
        ? {
            title: 'No class is free',
            sentence: 'Classes of the same year that wait for a partner appear here.',
            onward: { href: '/waiting', label: 'See the waiting list' },
          }
        : {
            title: 'No class matches',
            sentence: 'Look farther away, or in any year group.',
            onward: { href: start, label: 'Show all free classes' },
          },
  };
}

/** Where the partners of a class are chosen. */
export const startHref = (key: string, continued: Pick<ContinuedWords, 'ref'> | undefined) =>
  `/links/propose?a=${key}${continued === undefined ? '' : `&from=${continued.ref}`}`;

function partnerView(start: string, partner: Partner): PartnerView {
  const { other, difference, sameSchool, asked, reasons, warnings, unknown } = partner;
  return {
    link: { href: `${start}&b=${classKey(other.item)}`, label: other.schoolName },
    words: other.words,
    tags: [
      sameSchool ? { tone: 'grey', text: 'Same school' } : likenessTags[likenessOf(difference)],
      ...asked.map(({ rule }): TagView => ({ tone: 'amber', text: askedTags[rule] ?? 'Reason needed' })),
    ],
    reasons,
    cautions: warnings,
    ...(unknown === undefined ? {} : { unknown }),
  };
}

interface ProposeSurroundings {
  readonly priorities: readonly SummaryRow[];
  readonly continued: ContinuedWords | undefined;
}

export function proposeView(
  a: OfferedClassWords,
  partner: Partner,
  form: FormView,
  { priorities, continued }: ProposeSurroundings,
): ProposeView {
  const { other: b, reasons, unknown, warnings, asked, sameSchool } = partner;
  const names = sameSchool ? { a: 'First class', b: 'Second class' } : shortNames(a.schoolName, b.schoolName);
  const [ofA, ofB] = [new Map(schoolRows(a.school)), new Map(schoolRows(b.school))];
  const facts = [...new Set([...ofA.keys(), ...ofB.keys()])];
  return {
    title: 'Propose a link',
    lead: [
      `${a.schoolName} and ${b.schoolName}, ${academicYear(a.item.year)}.`,
      ...(continued === undefined ? [] : [continued.sentence]),
    ].join(' '),
    names,
    comparison: [
      { what: 'Class', a: a.words, b: b.words },
      { what: 'Waiting since', a: longDay(a.item.expressedOn), b: longDay(b.item.expressedOn) },
      ...facts.map((what): ComparisonRow => ({
        what,
        a: ofA.get(what) ?? 'not known',
        b: ofB.get(what) ?? 'not known',
      })),
    ],
    reasons,
    ...(unknown === undefined ? {} : { unknown }),
    cautions: [...warnings, ...asked.map(({ sentence }) => sentence)],
    priorities,
    form,
  };
}

/** What the register says of a school that matters to its partner, each figure with its source and date. */
function schoolRows(school: School | undefined): readonly (readonly [string, string])[] {
  if (school === undefined) return [];
  const { figures, religiousCharacter, urbanRural, phase, town, postcode } = school;
  const row = (what: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [[what, value] as const];
  return [
    ...row('English as another language', shareText(figures.eal)),
    ...row('Free school meals in six years', shareText(figures.fsmEver)),
    ...row('Free school meals', shareText(figures.fsm)),
    ...row('Religious character', religiousCharacter && capital(characterText(religiousCharacter))),
    ...row('Town or country', urbanRural?.replace(/^\(.*?\)\s*/, '')),
    ...row('Phase', phase && capital(phase)),
    ...row('Place', [town, postcode].filter(Boolean).join(', ')),
  ];
}

const shareText = (figure: ShownFigure | undefined) =>
  figure && `${figure.value} % · ${figure.source}, ${longDay(figure.asOf)}`;
