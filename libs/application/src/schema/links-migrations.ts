import type { Migration } from '@linking/platform/database/migrations.js';

/** Which link a class was taken for, from before its proposal is appended. */
export const classClaimsMigrations: readonly Migration[] = [
  {
    id: 'links-002-class-claims',
    sql: `
      create table class_claims (
        class_id   uuid primary key,
        ref        text not null,
        claimed_at timestamptz not null default now()
      );
    `,
  },
];
