import type { Migration } from '@linking/platform/database/migrations.js';
import { checkpointMigrations } from '@linking/projections/checkpoints/checkpoints-table.js';
import { linkBoard } from '@linking/projections/link-board/link-board.js';
import { linkHistory } from '@linking/projections/link-history/link-history.js';
import { programmes } from '@linking/projections/programmes/programmes.js';
import { trainingDiary } from '@linking/projections/training-diary/training-diary-table.js';
import { venues } from '@linking/projections/venues/venues.js';
import { waitingList } from '@linking/projections/waiting-list/waiting-list-table.js';

/** Checkpoints and the tables of the read models, each kept beside its fold. */
export const projectionsMigrations: readonly Migration[] = [
  ...checkpointMigrations,
  ...[waitingList, trainingDiary, venues, programmes, linkBoard, linkHistory].flatMap(
    (projection) => projection.migrations,
  ),
];
