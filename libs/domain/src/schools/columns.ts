import { religiousCharacter } from './faith.js';
import { groupOfCensusType, groupOfType, phase, status, typeGroup } from './kinds-of-school.js';
import type { FigureName, FigureSource, SchoolDetails } from './school-record.js';
import * as read from './values.js';

/** Column names are compared without case, spaces and punctuation. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9%]/g, '');
}

export interface DetailColumn<Field extends keyof SchoolDetails = keyof SchoolDetails> {
  readonly field: Field;
  /** Today's name first, then those of other years and files. */
  readonly names: readonly string[];
  readonly read: read.Reader<NonNullable<SchoolDetails[Field]>>;
}

export interface FigureColumn {
  readonly figure: FigureName;
  readonly source: FigureSource;
  readonly names: readonly string[];
  readonly read: read.Reader<number>;
}

export const URN_NAMES: readonly string[] = ['URN', 'school_urn'];
/** The register's own words for a name; census files have others. */
export const REGISTER_NAME_NAMES: readonly string[] = ['EstablishmentName', 'Establishment name'];
export const NAME_NAMES: readonly string[] = [...REGISTER_NAME_NAMES, 'SCHNAME', 'school_name'];
export const LAST_CHANGED_NAMES: readonly string[] = ['LastChangedDate', 'Last changed date'];
export const CENSUS_DATE_NAMES: readonly string[] = ['CensusDate', 'Census date'];

function column<Field extends keyof SchoolDetails>(
  field: Field,
  names: readonly string[],
  reader: DetailColumn<Field>['read'],
): DetailColumn<Field> {
  return { field, names, read: reader };
}

/** Of several columns for one field the first that says something counts. */
export const DETAIL_COLUMNS = [
  column('name', NAME_NAMES, read.text),
  column('laCode', ['LA (code)', 'Local authority (code)', 'LEA'], read.laCode),
  column('laName', ['LA (name)', 'Local authority (name)'], read.text),
  column('districtCode', ['DistrictAdministrative (code)', 'District (code)'], read.districtCode),
  column('type', ['TypeOfEstablishment (name)', 'Type of establishment'], read.text),
  column('censusType', ['SchoolTypeGroup', 'SCHOOLTYPE'], read.text),
  column('typeGroup', ['EstablishmentTypeGroup (name)', 'Establishment type group'], typeGroup),
  column('typeGroup', ['TypeOfEstablishment (name)', 'Type of establishment'], groupOfType),
  column('typeGroup', ['SchoolTypeGroup', 'SCHOOLTYPE'], groupOfCensusType),
  column('phase', ['PhaseOfEducation (name)', 'Phase of education'], phase),
  column('phase', ['PhaseOfEducation (code)'], phase),
  column('status', ['EstablishmentStatus (name)', 'Establishment status'], status),
  column('status', ['EstablishmentStatus (code)'], status),
  column('openedOn', ['OpenDate', 'Opening date'], read.day),
  column('closedOn', ['CloseDate', 'Closing date'], read.day),
  column('religiousCharacter', ['ReligiousCharacter (name)', 'Religious character'], religiousCharacter),
  column('town', ['Town'], read.text),
  column('postcode', ['Postcode'], read.postcode),
  column('easting', ['Easting'], read.gridMetres(700_000)),
  column('northing', ['Northing'], read.gridMetres(1_300_000)),
  column('telephone', ['TelephoneNum', 'Telephone number'], read.telephone),
  column('website', ['SchoolWebsite', 'Website address'], read.website),
  column('trustCode', ['Trusts (code)'], read.text),
  column('trustName', ['Trusts (name)'], read.text),
  column('urbanRural', ['UrbanRural (name)', 'Urban rural'], read.text),
  column('lowAge', ['StatutoryLowAge', 'Statutory lowest age'], read.wholeNumber(0, 99)),
  column('highAge', ['StatutoryHighAge', 'Statutory highest age'], read.wholeNumber(0, 99)),
] as const;

const figure = (
  name: FigureName,
  source: FigureSource,
  names: readonly string[],
  reader: read.Reader<number>,
): FigureColumn => ({ figure: name, source, names, read: reader });

export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  figure('pupils', 'census', ['NOR', 'headcount of pupils'], read.pupilNumber),
  figure('pupils', 'register', ['NumberOfPupils', 'Number of pupils'], read.pupilNumber),
  figure(
    'fsm',
    'census',
    ['PNUMFSM', '% of pupils known to be eligible for free school meals'],
    read.percentage,
  ),
  figure('fsm', 'register', ['PercentageFSM', 'Percentage FSM'], read.percentage),
  figure('fsmEver', 'census', ['PNUMFSMEVER'], read.percentage),
  figure(
    'eal',
    'census',
    ['PNUMEAL', '% of pupils whose first language is known or believed to be other than English'],
    read.percentage,
  ),
  figure('sen', 'census', ['PSENELK'], read.percentage),
];
