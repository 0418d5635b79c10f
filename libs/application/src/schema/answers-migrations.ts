import type { Migration } from '@linking/platform/database/migrations.js';

/** Answers kept under the caller's Idempotency-Key; a row without status is a request that has not been answered yet. */
export const answersMigrations: readonly Migration[] = [
  {
    id: 'answers-001-answers',
    sql: `
      create table answers (
        user_id uuid not null references users (id),
        key text not null,
        body_hash text not null,
        command_id uuid not null,
        status smallint,
        headers jsonb,
        body text,
        created_at timestamptz not null default now(),
        primary key (user_id, key)
      );
      create index answers_created on answers (created_at);
    `,
  },
];
