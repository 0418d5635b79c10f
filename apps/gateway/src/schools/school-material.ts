import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { covers, scopeCondition, type Scope } from '@linking/application/accounts/scope.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { peopleAtSchools, type PersonAtSchool } from '@linking/application/people/people.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { programmeOfSchool } from '@linking/application/programmes/programme-of-school.js';
import type { School } from '@linking/application/schools/find-schools.js';
import { mayLookAfter } from '@linking/application/schools/by-hand/may-look-after.js';
import { lineageOf } from '@linking/application/schools/lineage.js';
import {
  closedSchool,
  predecessorsOf,
  successorsOf,
  type Successor,
} from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { ClosedSchool } from '@linking/domain/schools/closed-words.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { linksOfSchools } from '@linking/projections/link-board/link-board-queries.js';
import { findProgramme, type Programme } from '@linking/projections/programmes/programmes.js';
import { listWaitingClasses, type WaitingListItem } from '@linking/projections/waiting-list/waiting-list.js';
import { nextText } from '../links/next-steps.js';

/** Everything that one school's page is made of. Its links, interests and people are those of its whole line. */
export interface SchoolMaterial {
  readonly school: School;
  /** Set when it has closed, with the schools that go on from it. */
  readonly closed?: ClosedSchool;
  readonly predecessors: readonly Successor[];
  readonly successors: readonly Successor[];
  /** In whose area it lies; undefined outside every area, or where that is not clear. */
  readonly programme?: Programme;
  readonly links: readonly {
    readonly ref: string;
    readonly year: string;
    readonly partner: string;
    readonly words: string;
  }[];
  readonly interests: readonly WaitingListItem[];
  /** Undefined for those who have nothing to do with this school. */
  readonly people?: readonly PersonAtSchool[];
  readonly today: string;
  readonly mayRecord: boolean;
  /** Whether the reader looks after this school: she adds, joins and writes to it. */
  readonly looksAfter: boolean;
}

const MOST = 200;

@Injectable()
export class SchoolMaterials {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(school: School, scope: Scope): Promise<SchoolMaterial> {
    const today = londonDay(this.clock.now());
    const { urn } = school;
    const line = (await lineageOf(this.pool, [urn])).get(urn) ?? new Set([urn]);
    const urns = [...line];
    const seen = (params: unknown[]) => scopeCondition(scope, params, ['programme', 'partner_programme']);
    const [links, interests, programme, closed, predecessors, successors] = await Promise.all([
      linksOfSchools(this.pool, { scope: seen, urns, limit: MOST }),
      listWaitingClasses(this.pool, { programmes: scope.programmes, urns, limit: MOST }),
      this.#programme(school),
      closedSchool(this.pool, school, today),
      predecessorsOf(this.pool, urn),
      successorsOf(this.pool, urn),
    ]);
    const names = await linkWords(this.pool, links);
    const hers =
      links.length + interests.length > 0 ||
      (programme !== undefined && covers(scope, programme.slug)) ||
      scope.programmes === 'all';
    return {
      school,
      ...(closed === undefined ? {} : { closed }),
      predecessors,
      successors,
      ...(programme === undefined ? {} : { programme }),
      links: links.map((link) => {
        const { a, b } = link.sides;
        const partner = line.has(a.urn) ? b : a;
        return {
          ref: link.ref,
          year: link.year,
          partner: link.kind === 'in-school' ? 'in-school link' : `with ${names.school(partner.urn)}`,
          words: nextText(link, names),
        };
      }),
      interests,
      ...(hers ? { people: await peopleAtSchools(this.pool, urns) } : {}),
      today,
      mayRecord: scope.mayChangeLinks,
      looksAfter: mayLookAfter(scope, programme?.slug),
    };
  }

  async #programme(school: School): Promise<Programme | undefined> {
    const routing = await programmeOfSchool(this.pool, school);
    return 'programme' in routing ? findProgramme(this.pool, routing.programme) : undefined;
  }
}
