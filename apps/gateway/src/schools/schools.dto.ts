import { Transform } from 'class-transformer';
import type { School, ShownFigure } from '@linking/application/schools/find-schools.js';
import type { ImportResult, ImportRowError } from '@linking/domain/schools/import-result.js';
import type { SchoolInBody } from '@linking/application/schools/by-hand/school-by-hand-commands.js';
import { DistrictCode, LaCode, Line, Postcode, SchoolKeys, Slug, Urn, YesNo } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import {
  ShowsAnything,
  ShowsDay,
  ShowsList,
  ShowsNext,
  ShowsOneOf,
  ShowsText,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';

export class SchoolsQuery extends PageQuery {
  @Line(100, {
    optional: true,
    description: 'Part of name or town, URN, or postcode; every word must be found.',
  })
  q?: string;

  @Slug({ optional: true, description: 'Schools of the area of this programme.' })
  programme?: string;
}

/** In an address everything is text. */
const Said = () =>
  Transform(({ value }: { value: unknown }) =>
    value === 'true' || value === '' ? true : value === 'false' ? false : value,
  );

export class ImportQuery {
  @Said()
  @YesNo({ optional: true, description: 'Says what would change, and changes nothing.' })
  dryRun?: boolean;

  @Said()
  @YesNo({ optional: true, description: 'Any error refuses the whole file.' })
  strict?: boolean;
}

export class SchoolAnswer {
  @ShowsText()
  urn: string;
  @ShowsText()
  name: string;
  @ShowsText({ optional: true })
  laCode?: string;
  @ShowsText({ optional: true })
  laName?: string;
  @ShowsText({ optional: true })
  districtCode?: string;
  @ShowsText({ optional: true })
  type?: string;
  @ShowsText({ optional: true })
  phase?: string;
  @ShowsText({ optional: true })
  status?: string;
  @ShowsDay({ optional: true })
  closedOn?: string;
  @ShowsText({ optional: true })
  religiousCharacter?: string;
  @ShowsText({ optional: true })
  town?: string;
  @ShowsText({ optional: true })
  postcode?: string;
  @ShowsAnything({ description: 'Figures by name, each with value, source and the day it speaks for.' })
  figures: Readonly<Record<string, ShownFigure>>;
  @ShowsDay({ description: 'Day for which the register last spoke of this school.' })
  asOf: string;
}

class SchoolStep {
  @ShowsText()
  urn: string;
  @ShowsText({ optional: true })
  name?: string;
  @ShowsDay({ optional: true })
  on?: string;
}

export class OneSchoolAnswer extends SchoolAnswer {
  @ShowsList(SchoolStep, { description: 'Schools that this one took over from.' })
  predecessors: readonly SchoolStep[];
  @ShowsList(SchoolStep, { description: 'Schools that took over from this one; several after a split.' })
  successors: readonly SchoolStep[];
  @ShowsText({ optional: true, description: 'What is said of a school that has closed.' })
  closed?: string;
  @ShowsYesNo({ description: 'It was added by hand: the register did not have it.' })
  byHand: boolean;
}

export class AddSchoolBody implements SchoolInBody {
  @Line(200)
  name: string;

  @Line(100, { optional: true })
  town?: string;

  @Postcode({ optional: true })
  postcode?: string;

  @LaCode()
  laCode: string;

  @DistrictCode({
    optional: true,
    description: 'Where a district is a programme of its own, only it says whose the school is.',
  })
  districtCode?: string;

  @SchoolKeys({
    optional: true,
    description: 'Schools of a like name or place that were looked at: it is none of these.',
  })
  noneOf?: string[];
}

export class JoinSchoolBody {
  @Urn({ description: 'Under which the register has it now.' })
  urn: string;
}

export const schoolExamples = {
  add: { name: 'Brook Free School', town: 'Bradford', postcode: 'BD1 4QT', laCode: '380' },
  join: { urn: '149215' },
} as const;

export class SchoolsPage implements Page<School> {
  @ShowsList(SchoolAnswer)
  items: readonly School[];
  @ShowsNext()
  next: string | null;
}

class ImportRowErrorAnswer implements ImportRowError {
  @ShowsWhole({ description: 'The header is line 1.' })
  line: number;
  @ShowsText({ description: 'As the file names it; empty when the whole row is meant.' })
  column: string;
  @ShowsText()
  message: string;
}

export class ImportAnswer implements ImportResult {
  @ShowsOneOf(['register', 'census', 'links'])
  kind: ImportResult['kind'];
  @ShowsWhole()
  added: number;
  @ShowsWhole()
  changed: number;
  @ShowsWhole()
  closed: number;
  @ShowsWhole()
  unchanged: number;
  @ShowsList(ImportRowErrorAnswer, { description: 'At most 1,000.' })
  errors: readonly ImportRowError[];
  @ShowsWhole({ optional: true, description: 'How many errors there are when not all are listed.' })
  errorCount?: number;
  @ShowsWhole({ optional: true, description: 'Rows older than what is known; they could only fill gaps.' })
  older?: number;
}
