import type { TrainingKind } from '@linking/events/link/link-events.js';
import { bothSides, isAgreed, isSkipped, type Link, type LinkTeacher } from '../link/link.js';
import { untrainedNewcomers } from '../link/newcomers.js';
import { trainedOn } from '../link/stage.js';
import type { Place } from './session.js';

/** A teacher of an open link who has neither attended a training nor a place at one. */
export interface NeededPlace extends Place {
  readonly needs: TrainingKind;
  readonly linkedBefore: boolean;
  /** Both schools have signed. */
  readonly agreed: boolean;
}

/** Who of a link still needs training: initial of either kind, or the planning half-day. */
export function stillNeeded(link: Link, kind: TrainingKind): readonly NeededPlace[] {
  if (link.outcome !== 'open') return [];
  const planning = kind === 'planning-half';
  return bothSides
    .filter((side) => !isSkipped(link, planning ? 'planning' : 'training', side))
    .flatMap((side) =>
      (planning || trainedOn(link, side) === undefined
        ? link.sides[side].teachers
        : untrainedNewcomers(link, side)
      )
        .filter((teacher) => !hasPlace(link, side, teacher, planning))
        .map(({ teacherId, needs, linkedBefore }) => ({
          teacherId,
          linkRef: link.ref,
          side,
          needs: planning ? kind : needs,
          linkedBefore,
          agreed: isAgreed(link),
        })),
    );
}

const hasPlace = (link: Link, side: 'a' | 'b', { teacherId }: LinkTeacher, planning: boolean) =>
  link.training.some(
    (record) =>
      record.side === side &&
      record.teacherId === teacherId &&
      record.status !== 'missed' &&
      (record.kind === 'planning-half') === planning,
  );
