import type { Migration } from '@linking/platform/database/migrations.js';

/** The log can be moved to another store: what was imported, and addresses of events that follow it. */
export const movingMigrations: readonly Migration[] = [
  {
    id: 'moving-001-log-imports',
    sql: `
      create table log_imports (
        number      bigint generated always as identity primary key,
        events      bigint not null,
        root        text not null,
        place       text not null check (place in ('database', 'kurrentdb')),
        first_log   boolean not null,
        began_at    timestamptz not null default now(),
        finished_at timestamptz
      );
      create unique index log_imports_one_at_a_time on log_imports ((true)) where finished_at is null;
      comment on table log_imports is 'Where the log was brought to: the last one that was finished says where it is';
      comment on column log_imports.first_log is 'The database belonged to no log before';

      -- Where an event stands in its store is no part of what is signed, and changes when the log moves.
      drop trigger ledger_leaves_are_kept on ledger_leaves;
      create trigger ledger_leaves_are_kept
        before delete or truncate or update of leaf, stream, revision, event_id, hash on ledger_leaves
        for each statement execute function refuse_to_change_ledger();
    `,
  },
];
