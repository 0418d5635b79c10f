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

/**
 * What administrators do with accounts. A change is kept here in the transaction that makes it and then written into
 * the log; a one-time address that goes by mail is made from the id of the mail.
 */
export const accountChangesMigrations: readonly Migration[] = [
  {
    id: 'accounts-002-changes',
    sql: `
      alter table users add column revision int not null default 0;
      alter table users add column last_sign_in timestamptz;
      alter table sessions add column id uuid not null default gen_random_uuid();
      create unique index sessions_id on sessions (id);

      create table user_changes (
        command_id uuid primary key,
        user_id    uuid not null references users (id),
        revision   int not null,
        type       text not null,
        data       jsonb not null,
        actor      text not null,
        channel    text not null,
        at         timestamptz not null,
        announced  boolean not null default false,
        unique (user_id, revision)
      );
      create index user_changes_to_announce on user_changes (at, revision) where not announced;

      create table account_mails (
        id          uuid primary key,
        user_id     uuid not null references users (id),
        status      text not null default 'planned'
                    check (status in ('planned', 'sending', 'sent', 'failed', 'skipped')),
        asked_at    timestamptz not null,
        sent_at     timestamptz,
        reason      text,
        attempt     int not null default 0,
        message_id  text not null unique,
        created_at  timestamptz not null default now(),
        free_at     timestamptz not null default now()
      );
      create index account_mails_waiting on account_mails (free_at) where status in ('planned', 'sending');
      create index account_mails_user on account_mails (user_id, created_at);
      comment on column account_mails.asked_at is 'By the clock port, as sent_at; the others are real time';
    `,
  },
];

/** The signed checkpoint of each month goes to auditors and the national office; it is one more mail about an account. */
export const checkpointMailsMigrations: readonly Migration[] = [
  {
    id: 'accounts-003-checkpoint-mails',
    sql: `
      alter table account_mails add month text, add checkpoint text,
        add constraint account_mails_checkpoint check ((month is null) = (checkpoint is null));
      create unique index account_mails_month on account_mails (user_id, month) where month is not null;
      comment on column account_mails.checkpoint is 'A signed note, in the mail of a month; other mails offer a password';
    `,
  },
];
