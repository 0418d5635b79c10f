import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { mayChange, scopeCondition, type Scope } from '@linking/application/accounts/scope.js';
import { notesById } from '@linking/application/notes/notes.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { schoolsByUrn } from '@linking/application/schools/find-schools.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { bothSides } from '@linking/domain/link/link.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findLinksWithoutHistory } from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { textsOf } from '../links/link-reader.js';
import { yearGroupsText, type SideWords } from '@linking/words/link-terms.js';
import type { LinkWithoutHistory } from './sheet-cell.js';
import type { SheetFilters, SheetMaterial } from './sheet-view-model.js';

/** More than all links of the network in a year. */
const MOST_ROWS = 1_000;

/** What the sheet and its copy are made of: the links in one query, and the names of their schools and classes. */
@Injectable()
export class SheetReader {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(asked: unknown, scope: Scope): Promise<SheetMaterial> {
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const today = londonDay(this.clock.now());
    const filters = filtersOf(textsOf(asked), academicYearOfDay(today));
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
    const columns = ['programme', 'partner_programme'];
    const found = await findLinksWithoutHistory(this.pool, {
      ...given,
      today,
      limit: MOST_ROWS + 1,
      scope: (params) => scopeCondition(scope, params, columns),
    });
    const links = found.slice(0, MOST_ROWS);
    return {
      filters,
      links,
      more: found.length > MOST_ROWS,
      programmes,
      names: await this.#names(links),
      today,
      mayChange: ({ programme, partnerProgramme }) =>
        scope.mayChangeLinks && mayChange(scope, programme, partnerProgramme),
    };
  }

  async #names(links: readonly LinkWithoutHistory[]): Promise<SideWords> {
    const sides = links.flatMap((link) => bothSides.map((side) => link.sides[side]));
    const [schools, notes] = await Promise.all([
      schoolsByUrn(this.pool, [...new Set(sides.map(({ urn }) => urn))]),
      notesById(
        this.pool,
        sides.map(({ classNameId }) => classNameId),
      ),
    ]);
    return {
      school: (urn) => schools.get(urn)?.name ?? `School ${urn}`,
      className: ({ classNameId, yearGroups }) =>
        notes.get(classNameId ?? '') ?? `a ${yearGroupsText(yearGroups)} class`,
    };
  }
}

function filtersOf(asked: Readonly<Record<string, string>>, thisYear: string): SheetFilters {
  const { programme = '', year = '', stage = '', flag = '', q = '' } = asked;
  return { programme, year: year === '' ? thisYear : year, stage, flag, q: q.trim().slice(0, 100) };
}
