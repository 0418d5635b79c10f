import { text, type Reader } from './values.js';

/** What two schools are compared by: coarse enough that spellings and joint denominations do not look like difference. */
export type FaithGroup =
  | 'none'
  | 'church-of-england'
  | 'roman-catholic'
  | 'other-christian'
  | 'muslim'
  | 'jewish'
  | 'sikh'
  | 'hindu'
  | 'buddhist'
  | 'multi-faith'
  | 'other';

const SYNONYMS: Readonly<Record<string, string>> = {
  'does not apply': 'None',
  'not applicable': 'None',
  'no religious character': 'None',
  none: 'None',
  islam: 'Muslim',
  islamic: 'Muslim',
  catholic: 'Roman Catholic',
  rc: 'Roman Catholic',
  anglican: 'Church of England',
  'c of e': 'Church of England',
  ce: 'Church of England',
  'multi faith': 'Multi-faith',
  'inter- / non- denominational': 'Inter-denominational',
  unknown: '',
  'not recorded': '',
};

const GROUP_OF_PART: readonly (readonly [RegExp, FaithGroup])[] = [
  [/^none$/i, 'none'],
  [/multi-faith/i, 'multi-faith'],
  [/muslim|islam|sunni|shia/i, 'muslim'],
  [/jewish|hasidic/i, 'jewish'],
  [/sikh/i, 'sikh'],
  [/hindu/i, 'hindu'],
  [/buddhist/i, 'buddhist'],
  [/catholic/i, 'roman-catholic'],
  [/church of england|anglican/i, 'church-of-england'],
  [
    /christian|methodist|quaker|adventist|orthodox|church|reform|baptist|moravian|protestant|evangelical|brethren|unitarian|denominational/i,
    'other-christian',
  ],
];

/** One spelling for each religious character, so that `Islam` after `Muslim` is no change. */
export const religiousCharacter: Reader<string> = (cell) => {
  const spelt = text(cell) ?? '';
  const whole = SYNONYMS[spelt.toLowerCase()];
  if (whole !== undefined) return whole === '' ? undefined : whole;
  const parts = spelt.split('/').map((part) => SYNONYMS[part.trim().toLowerCase()] ?? part.trim());
  return [...new Set(parts)].join('/');
};

/** `Church of England/Methodist` and other joint schools are `other-christian`; the same faith twice stays itself. */
export function faithGroup(character: string): FaithGroup {
  const groups = new Set(character.split('/').map(groupOfPart));
  const [first] = groups;
  if (groups.size === 1 && first) return first;
  // "Church of England/Evangelical" names a wing of one church, not a second one.
  const [named, ...more] = [...groups].filter((group) => group !== 'other-christian');
  if (named && more.length === 0 && /evangelical|christian$/i.test(character)) return named;
  const christian: readonly FaithGroup[] = ['church-of-england', 'roman-catholic', 'other-christian'];
  return [...groups].every((group) => christian.includes(group)) ? 'other-christian' : 'multi-faith';
}

function groupOfPart(part: string): FaithGroup {
  return GROUP_OF_PART.find(([pattern]) => pattern.test(part))?.[1] ?? 'other';
}
