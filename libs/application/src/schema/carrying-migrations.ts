import type { Migration } from '@linking/platform/database/migrations.js';

export const carryingMigrations: readonly Migration[] = [
  {
    id: 'carrying-001-refusals',
    sql: `
      create table carrying_refusals (
        command_id uuid primary key,
        event_id   uuid not null,
        target     text not null,
        code       text not null,
        sentence   text not null,
        at         timestamptz not null default now()
      );
      create index carrying_refusals_at on carrying_refusals (at);
      comment on table carrying_refusals is 'Facts of one stream that another one refused: somebody has to look at them';
    `,
  },
];
