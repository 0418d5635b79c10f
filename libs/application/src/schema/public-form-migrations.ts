import type { Migration } from '@linking/platform/database/migrations.js';

/**
 * What was typed into the public form waits here until its sender has opened her mail; then, or when the time is up,
 * it is erased. Nothing of it is in the log before.
 */
export const publicFormMigrations: readonly Migration[] = [
  {
    id: 'public-form-001-requests',
    sql: `
      create table interest_requests (
        id          uuid primary key,
        urn         text not null,
        year        text not null,
        email       text check (email = lower(email)),
        said        jsonb,
        version     int not null default 1,
        asked_at    timestamptz not null,
        keep_until  timestamptz not null,
        claimed_at  timestamptz,
        interest_id uuid,
        unique (urn, year, email),
        check ((said is null) = (email is null))
      );
      create index interest_requests_keep on interest_requests (keep_until);
      create index interest_requests_year on interest_requests (year, urn);
      comment on column interest_requests.said is 'Erased as soon as the interest is recorded, with the address';
      comment on column interest_requests.claimed_at is 'Real time; asked_at and keep_until are by the clock port';

      create table interest_request_mails (
        id          uuid primary key,
        request_id  uuid not null references interest_requests on delete cascade,
        status      text not null default 'planned'
                    check (status in ('planned', 'sending', 'sent', 'failed', 'skipped')),
        email_hash  text not null,
        asked_at    timestamptz not null,
        sent_at     timestamptz,
        reason      text,
        attempt     int not null default 0,
        message_id  text not null unique,
        created_at  timestamptz not null default now(),
        free_at     timestamptz not null default now()
      );
      create index interest_request_mails_waiting on interest_request_mails (free_at)
        where status in ('planned', 'sending');
      create index interest_request_mails_request on interest_request_mails (request_id, created_at);
      create index interest_request_mails_email on interest_request_mails (email_hash, created_at);
    `,
  },
];
