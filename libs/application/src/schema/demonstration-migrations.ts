import type { Migration } from '@linking/platform/database/migrations.js';

/** Whether the demonstration was written into this database; a start that was killed meanwhile goes on with it. */
export const demonstrationMigrations: readonly Migration[] = [
  {
    id: 'demonstration-001-seeding',
    sql: `
      create table demonstration (
        only_row    boolean primary key default true check (only_row),
        started_at  timestamptz not null default now(),
        finished_at timestamptz
      );
    `,
  },
];
