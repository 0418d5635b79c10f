import type { Side } from '@linking/events/link/link-events.js';
import { bothSides, type Link, type LinkSide } from '../link/link.js';

/** A class of the year before, as a class promised for the year to come: its pupils move on, its teacher stays. */
export interface OfferedAgain {
  readonly classId: string;
  readonly classNameId?: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly teacherIds: readonly string[];
}

/** A school that linked in the year before, ready to become an interest once its coordinator says so. */
export interface OfferedSchool {
  readonly urn: string;
  readonly headId: string;
  readonly priorities: readonly string[];
  readonly classes: readonly OfferedAgain[];
  readonly linkRefs: readonly string[];
  /** Its links ended before their time: offered, but not ticked. */
  readonly withdrew: boolean;
}

/** The schools of a programme whose agreements were signed, in the order of their first link; one with two links is one school. */
export function offeredSchools(programme: string, links: readonly Link[]): readonly OfferedSchool[] {
  const schools = new Map<string, OfferedSchool>();
  const linked = links
    .filter(({ reached, outcome }) => reached.signed !== undefined && outcome !== 'not-formed')
    .toSorted((x, y) => (x.ref < y.ref ? -1 : 1));
  for (const link of linked) {
    for (const side of sidesIn(programme, link)) {
      const { urn } = link.sides[side];
      schools.set(urn, withLink(schools.get(urn), link, link.sides[side]));
    }
  }
  return [...schools.values()];
}

/** Side b of a link with a second programme is that one's. */
function sidesIn(programme: string, link: Link): readonly Side[] {
  if (link.programme !== programme) return link.partnerProgramme === programme ? ['b'] : [];
  return link.partnerProgramme === undefined ? bothSides : ['a'];
}

function withLink(known: OfferedSchool | undefined, link: Link, side: LinkSide): OfferedSchool {
  const { classId, classNameId, yearGroups, pupilCount, teachers } = side;
  const again: OfferedAgain = {
    classId,
    ...(classNameId === undefined ? {} : { classNameId }),
    yearGroups,
    pupilCount,
    teacherIds: teachers.map(({ teacherId }) => teacherId),
  };
  const others = (known?.classes ?? []).filter((it) => it.classId !== classId);
  return {
    urn: side.urn,
    headId: side.headId,
    priorities: [...new Set([...(known?.priorities ?? []), ...side.priorities])],
    classes: [...others, again],
    linkRefs: [...new Set([...(known?.linkRefs ?? []), link.ref])],
    withdrew: (known?.withdrew ?? true) && link.outcome === 'withdrawn',
  };
}
