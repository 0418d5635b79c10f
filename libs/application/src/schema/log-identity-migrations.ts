import type { Migration } from '@linking/platform/database/migrations.js';

export const logIdentityMigrations: readonly Migration[] = [
  {
    id: 'log-identity-001',
    sql: `
      -- The log this database belongs to: one row, written before the log's own event and confirmed after it.
      create table log_identity (
        only_one boolean primary key default true check (only_one),
        log_id uuid not null,
        confirmed boolean not null default false
      );
    `,
  },
];
