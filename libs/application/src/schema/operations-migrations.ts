import type { Migration } from '@linking/platform/database/migrations.js';

/** What the operations page does, and what the workers tell of themselves. */
export const operationsMigrations: readonly Migration[] = [
  {
    id: 'operations-001-acts-and-workers',
    sql: `
      create table operations_acts (
        id         bigint generated always as identity primary key,
        command_id uuid not null,
        act        text not null check (act in ('pause', 'resume', 'try-again')),
        part       text not null,
        reason     text,
        actor      text not null,
        at         timestamptz not null,
        unique (command_id, part)
      );
      create index operations_acts_part on operations_acts (part, id desc);
      comment on table operations_acts is 'Only added to: a part is paused when its last pause or resume is a pause';
      comment on column operations_acts.reason is 'A code; at is by the clock port';

      create table worker_processes (
        id       uuid primary key,
        began_at timestamptz not null,
        seen_at  timestamptz not null,
        beat_at  timestamptz not null default now(),
        stopped  boolean not null default false,
        parts    jsonb not null,
        queues   jsonb
      );
      comment on column worker_processes.beat_at is 'Real time; seen_at is the same moment by the clock port';
      comment on column worker_processes.queues is 'What was on each queue; null when their server did not answer';
    `,
  },
];
