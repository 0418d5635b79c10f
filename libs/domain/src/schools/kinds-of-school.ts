import { UnreadableValue, type Reader } from './values.js';

export type Phase =
  'nursery' | 'primary' | 'middle' | 'secondary' | 'all-through' | '16-plus' | 'not-applicable';

/** The ten groups of the national register, as it writes them. */
export type TypeGroup =
  | 'Academies'
  | 'Colleges'
  | 'Free Schools'
  | 'Independent schools'
  | 'Local authority maintained schools'
  | 'Online provider'
  | 'Other types'
  | 'Special schools'
  | 'Universities'
  | 'Welsh schools';

export type SchoolStatus = 'Open' | 'Closed' | 'Open, but proposed to close' | 'Proposed to open';

const GROUPS: readonly TypeGroup[] = [
  'Academies',
  'Colleges',
  'Free Schools',
  'Independent schools',
  'Local authority maintained schools',
  'Online provider',
  'Other types',
  'Special schools',
  'Universities',
  'Welsh schools',
];

const PHASES: Readonly<Record<string, Phase>> = {
  nursery: 'nursery',
  primary: 'primary',
  'middle deemed primary': 'middle',
  'middle deemed secondary': 'middle',
  middle: 'middle',
  secondary: 'secondary',
  'all through': 'all-through',
  '16 plus': '16-plus',
  'not applicable': 'not-applicable',
};
const PHASE_CODES: readonly string[] = [
  'not applicable',
  'nursery',
  'primary',
  'middle deemed primary',
  'secondary',
  'middle deemed secondary',
  '16 plus',
  'all through',
];

const STATUSES: readonly SchoolStatus[] = [
  'Open',
  'Closed',
  'Open, but proposed to close',
  'Proposed to open',
];

export const phase: Reader<Phase> = (cell) => {
  const found = PHASES[(PHASE_CODES[Number(cell)] ?? cell).toLowerCase().replaceAll('-', ' ')];
  if (found) return found;
  throw new UnreadableValue(`"${cell}" is not a phase of education we know.`);
};

/** A status by its name or by the register's code 1 to 4. */
export const status: Reader<SchoolStatus> = (cell) => {
  const wanted = cell.toLowerCase().replaceAll(',', '');
  const found =
    STATUSES[Number(cell) - 1] ?? STATUSES.find((one) => one.toLowerCase().replaceAll(',', '') === wanted);
  if (found) return found;
  throw new UnreadableValue(`"${cell}" is not a status: Open, Closed, or one of the two proposed ones.`);
};

export const typeGroup: Reader<TypeGroup> = (cell) => {
  const found = GROUPS.find((group) => group.toLowerCase() === cell.toLowerCase());
  if (found) return found;
  throw new UnreadableValue(`"${cell}" is not one of the ten groups of school types.`);
};

/** The group a type of establishment belongs to, for files that name only the type. */
export const groupOfType: Reader<TypeGroup> = (cell) => {
  const type = cell.toLowerCase();
  if (type.startsWith('academy')) return 'Academies';
  if (type.startsWith('city technology')) return 'Independent schools';
  if (/^(university technical|studio)/.test(type)) return 'Free Schools';
  if (type.startsWith('free school')) return 'Free Schools';
  if (type.includes('independent')) return 'Independent schools';
  if (type.includes('welsh')) return 'Welsh schools';
  if (type.includes('special')) return 'Special schools';
  if (/^(community|voluntary|foundation|la nursery|local authority nursery|pupil referral)/.test(type)) {
    return 'Local authority maintained schools';
  }
  if (type.startsWith('online')) return 'Online provider';
  if (type.includes('college') || type.startsWith('further education')) return 'Colleges';
  return undefined;
};

/** Only what the census name says for sure: a "State-funded primary" may be an academy or not. */
export const groupOfCensusType: Reader<TypeGroup> = (cell) => {
  switch (cell.toLowerCase()) {
    case 'independent school':
      return 'Independent schools';
    case 'non-maintained special school':
      return 'Special schools';
    case 'state-funded nursery':
      return 'Local authority maintained schools';
  }
  return undefined;
};
