import type { Side } from '@linking/events/link/link-events.js';
import { bothSides, type Link, type TrainingRecord } from './link.js';
import { isTrained, trainingThatSufficed } from './stage.js';

/** A teacher who attended in the link that a school left what she still needs in the one that continues it. */
export interface TrainedBefore {
  readonly side: Side;
  readonly teacherId: string;
  readonly record: TrainingRecord;
}

/** Evidence for the coordinator, who records it: nothing passes from one link to the other by itself. */
export const trainedBefore = (link: Link, before: Link): readonly TrainedBefore[] =>
  bothSides.flatMap((side) =>
    link.sides[side].teachers
      .filter((teacher) => !isTrained(link, side, teacher))
      .flatMap((teacher): readonly TrainedBefore[] => {
        const { teacherId } = teacher;
        const record = before.training.find((one) => trainingThatSufficed([one], teacher) !== undefined);
        return record === undefined ? [] : [{ side, teacherId, record }];
      }),
  );
