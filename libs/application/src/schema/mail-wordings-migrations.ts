import type { Migration } from '@linking/platform/database/migrations.js';

/** The words that people chose for mails, which words a mail had, and mails by which they try them on themselves. */
export const mailWordingsMigrations: readonly Migration[] = [
  {
    id: 'mail-wordings-001',
    sql: `
      create table mail_wordings (
        hash    text primary key check (hash ~ '^[0-9a-f]{64}$'),
        subject text not null,
        opening text not null,
        closing text not null,
        kept_at timestamptz not null default now()
      );
      comment on column mail_wordings.hash is 'SHA-256 of the canonical JSON of the three texts';

      alter table mails add column wording jsonb;
      comment on column mails.wording is 'Whose words it left with: of, version, hash; null for those of the product';

      create table test_mails (
        id         uuid primary key,
        user_id    uuid not null references users (id),
        programme  text,
        wording    text not null,
        words      jsonb,
        status     text not null default 'planned'
                   check (status in ('planned', 'sending', 'sent', 'failed', 'skipped')),
        asked_at   timestamptz not null,
        sent_at    timestamptz,
        reason     text,
        attempt    int not null default 0,
        message_id text not null unique,
        created_at timestamptz not null default now(),
        free_at    timestamptz not null default now()
      );
      create index test_mails_waiting on test_mails (free_at) where status in ('planned', 'sending');
      create index test_mails_user on test_mails (user_id, created_at);
      comment on column test_mails.words is 'What is tried; kept until it has gone';
    `,
  },
];
