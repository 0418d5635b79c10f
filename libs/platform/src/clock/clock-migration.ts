import type { Migration } from '../database/migrations.js';

/**
 * The demo clock: how far from real time it stands. The primary key allows one row only;
 * without a row the clock was never set and shows real time.
 */
export const clockMigration: Migration = {
  id: 'platform-001-clock',
  sql: `
    create table clock (
      only_row boolean primary key default true check (only_row),
      offset_ms bigint not null
    );
  `,
};
