import type { Migration } from '@linking/platform/database/migrations.js';

/** One-time addresses of school pages. The address is made from the id and a secret; only its hash is kept. */
export const tokensMigrations: readonly Migration[] = [
  {
    id: 'tokens-001-tokens',
    sql: `
      create table tokens (
        id         uuid primary key,
        purpose    text not null,
        ref        text not null,
        side       text,
        person_id  uuid not null,
        mail_id    text,
        hash       text not null unique,
        issued_at  timestamptz not null,
        expires_at timestamptz not null,
        used_at    timestamptz,
        revoked_at timestamptz
      );
      create index tokens_ref on tokens (ref, purpose);
      create index tokens_person on tokens (person_id);
    `,
  },
];
