import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { notesById } from '@linking/application/notes/notes.js';
import { POOL } from '@linking/application/ports.js';
import { schoolsByUrn, type School } from '@linking/application/schools/find-schools.js';
import { listWaitingClasses, type WaitingListItem } from '@linking/projections/waiting-list/waiting-list.js';
import { yearGroupsText } from '@linking/words/link-terms.js';

/** A class on the waiting list with its school. */
export interface OfferedClassWords {
  readonly item: WaitingListItem;
  readonly school: School | undefined;
  readonly schoolName: string;
  /** `4 Oak, Year 4, 28 pupils` or `Year 4, 30 pupils, name to follow`. */
  readonly words: string;
}

const ALL = 2_000;

@Injectable()
export class WaitingClasses {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async list(programmes: 'all' | readonly string[]): Promise<readonly OfferedClassWords[]> {
    const items = await listWaitingClasses(this.pool, { programmes, limit: ALL });
    const [schools, names] = await Promise.all([
      schoolsByUrn(this.pool, [...new Set(items.map(({ urn }) => urn))]),
      notesById(
        this.pool,
        items.map(({ classNameId }) => classNameId),
      ),
    ]);
    return items.map((item) => {
      const school = schools.get(item.urn);
      const name = names.get(item.classNameId ?? '');
      const size = `${yearGroupsText(item.yearGroups)}, ${item.pupilCount} pupils`;
      const words = name === undefined ? `${size}, name to follow` : `${name}, ${size}`;
      return { item, school, schoolName: school?.name ?? `School ${item.urn}`, words };
    });
  }
}

/** How an address names a class of an interest. */
export const classKey = ({ interestId, classId }: Pick<WaitingListItem, 'interestId' | 'classId'>) =>
  `${interestId}.${classId}`;
