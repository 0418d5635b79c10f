import type { Phase, SchoolStatus, TypeGroup } from './kinds-of-school.js';

/** What the register says of a school. Names of people are not among it. */
export interface SchoolDetails {
  readonly name: string;
  readonly laCode?: string;
  readonly laName?: string;
  /** GSS code of the district. */
  readonly districtCode?: string;
  readonly type?: string;
  /** The census's coarser name of the type, such as `State-funded primary`. */
  readonly censusType?: string;
  readonly typeGroup?: TypeGroup;
  readonly phase?: Phase;
  readonly status?: SchoolStatus;
  readonly openedOn?: string;
  readonly closedOn?: string;
  /** In one spelling, see `faith.ts`. */
  readonly religiousCharacter?: string;
  readonly town?: string;
  readonly postcode?: string;
  readonly easting?: number;
  readonly northing?: number;
  readonly telephone?: string;
  readonly website?: string;
  readonly trustCode?: string;
  readonly trustName?: string;
  readonly urbanRural?: string;
  readonly lowAge?: number;
  readonly highAge?: number;
}

/**
 * Numbers about a school's pupils as a whole: how many; percent entitled to free meals now, and at any time in six
 * years; percent whose first language is not English; percent with support or a plan for special needs.
 */
export type FigureName = 'pupils' | 'fsm' | 'fsmEver' | 'eal' | 'sen';
export type FigureSource = 'register' | 'census';

/** How old something is. */
export interface Stamp {
  /** Date of the file it came in. */
  readonly asOf: string;
  /** The date the row itself carries, when it carries one. */
  readonly dated?: string;
}

export interface Figure extends Stamp {
  readonly value: number;
  readonly source: FigureSource;
}

export type Figures = { readonly [Name in FigureName]?: Figure };

export interface SchoolRecord {
  readonly urn: string;
  readonly details: SchoolDetails;
  readonly figures: Figures;
  readonly stamp: Stamp;
}

/** Closed on that day: by its status, or because its close date has come. */
export function isClosed(school: Pick<SchoolDetails, 'status' | 'closedOn'>, day: string): boolean {
  return school.status === 'Closed' || (school.closedOn !== undefined && school.closedOn <= day);
}
