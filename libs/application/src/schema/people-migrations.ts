import type { Migration } from '@linking/platform/database/migrations.js';

/** Adults, their words and their signatures: everything about people that can be erased while the log stays. */
export const peopleMigrations: readonly Migration[] = [
  {
    id: 'people-001-people',
    sql: `
      create table people (
        id         uuid primary key,
        name       text not null,
        email      text check (email = lower(email)),
        phone      text,
        role       text,
        urn        text,
        created_at timestamptz not null default now(),
        erased_at  timestamptz
      );
      create index people_school on people (urn, email);

      create table notes (
        id         uuid primary key,
        kind       text not null,
        text       text not null,
        created_at timestamptz not null default now(),
        erased_at  timestamptz
      );

      create table signatures (
        id         uuid primary key,
        salt       bytea not null,
        value      text not null,
        seal       text not null,
        created_at timestamptz not null default now(),
        erased_at  timestamptz
      );

      create table link_numbers (
        ref        text primary key,
        programme  text not null,
        year       text not null,
        number     integer not null,
        command_id uuid not null unique,
        unique (programme, year, number)
      );
    `,
  },
];

/** Who agreed that her words may be quoted. */
export const consentsMigrations: readonly Migration[] = [
  {
    id: 'people-003-consents',
    sql: `
      create table consents (
        id         uuid primary key,
        name       text not null,
        given_on   date not null,
        until      date,
        created_at timestamptz not null default now(),
        erased_at  timestamptz
      );
      comment on table consents is 'Who agreed to be quoted: an erased row takes the words from every page';
    `,
  },
];

/** Two commands at once register an adult once; a row whose event was not written yet is known. */
export const oneAdultOnceMigrations: readonly Migration[] = [
  {
    id: 'people-002-one-adult-once',
    sql: `
      alter table people add column registered boolean not null default true;
      create unique index people_once on people (urn, lower(name), coalesce(email, '')) where erased_at is null;
    `,
  },
];
