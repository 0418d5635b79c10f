import type { Migration } from '@linking/platform/database/migrations.js';
import { checkpointMigrations } from '@linking/projections/checkpoints/checkpoints-table.js';
import { readModels } from '../read-models.js';

/** Checkpoints and the tables of the read models, each kept beside its fold. */
export const projectionsMigrations: readonly Migration[] = [
  ...checkpointMigrations,
  ...readModels.flatMap(({ migrations }) => migrations),
];
