import type { Migration } from '@linking/platform/database/migrations.js';

/** Who read or exported what. Ids and addresses of pages only, never what was on them. */
export const accessLogMigrations: readonly Migration[] = [
  {
    id: 'access-log-001-access-log',
    sql: `
      create table access_log (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        user_id uuid not null,
        action text not null,
        subject text not null,
        detail jsonb not null default '{}'
      );
      create index access_log_user on access_log (user_id, at);
      create index access_log_subject on access_log (subject, at);
    `,
  },
];
