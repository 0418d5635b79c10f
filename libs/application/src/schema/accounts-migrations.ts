import type { Migration } from '@linking/platform/database/migrations.js';

/** Users, their sessions and one-time addresses to set a password; of every secret only the hash is kept. */
export const accountsMigrations: readonly Migration[] = [
  {
    id: 'accounts-001-users',
    sql: `
      create table users (
        id uuid primary key,
        email text not null,
        name text not null,
        roles text[] not null,
        programmes text[] not null default '{}',
        password_hash text,
        created_at timestamptz not null default now(),
        disabled_at timestamptz,
        check (roles <> '{}' and roles <@ array['coordinator', 'national', 'auditor', 'admin'])
      );
      create unique index users_email on users (lower(email));

      create table sessions (
        token_hash text primary key,
        user_id uuid not null references users (id),
        kind text not null check (kind in ('page', 'api')),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        last_seen timestamptz not null default now()
      );
      create index sessions_user on sessions (user_id);

      create table password_tokens (
        token_hash text primary key,
        user_id uuid not null references users (id),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );

      create table sign_in_attempts (
        id bigint generated always as identity primary key,
        email_hash text not null,
        address text not null,
        at timestamptz not null default clock_timestamp()
      );
      create index sign_in_attempts_email on sign_in_attempts (email_hash, at);
      create index sign_in_attempts_address on sign_in_attempts (address, at);
    `,
  },
];
