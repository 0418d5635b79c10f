import type { Migration } from '@linking/platform/database/migrations.js';

/** The register as last known. Names of heads, and anything about single pupils, have no column here. */
export const schoolsMigrations: readonly Migration[] = [
  {
    id: 'schools-001-register',
    sql: `
      create table schools (
        urn text primary key check (urn ~ '^[0-9]{6}$'),
        name text not null,
        la_code text,
        la_name text,
        district_code text,
        type text,
        census_type text,
        type_group text,
        phase text,
        status text,
        opened_on date,
        closed_on date,
        religious_character text,
        faith_group text,
        town text,
        postcode text,
        easting integer,
        northing integer,
        telephone text,
        website text,
        trust_code text,
        trust_name text,
        urban_rural text,
        low_age smallint,
        high_age smallint,
        -- {"eal": {"value": 77, "source": "census", "asOf": "2026-01-15", "dated": "2026-01-15"}, …}
        figures jsonb not null default '{}',
        as_of date not null,
        last_changed_on date,
        search text not null
      );
      create index schools_by_name on schools ((lower(name) collate "C"), urn);
      create index schools_by_la on schools (la_code);
      create index schools_by_district on schools (district_code) where district_code is not null;

      create table school_links (
        from_urn text not null,
        to_urn text not null,
        -- Either school may be missing from the register; its name is what the file called it.
        from_name text,
        to_name text,
        link_type text not null,
        established_on date,
        primary key (from_urn, to_urn),
        check (from_urn <> to_urn)
      );
      create index school_links_to on school_links (to_urn);

      create table school_imports (
        id uuid primary key,
        kind text not null check (kind in ('register', 'census', 'links')),
        file_hash text not null,
        as_of date not null,
        added integer not null,
        changed integer not null,
        closed integer not null,
        unchanged integer not null,
        older integer not null,
        errors integer not null,
        actor text not null,
        channel text not null,
        at timestamptz not null,
        announced boolean not null
      );
      create index school_imports_by_file on school_imports (file_hash, at);
      create index school_imports_to_announce on school_imports (at) where not announced;
    `,
  },
];

/** Schools that the register does not have yet, under keys that no URN can be. */
export const schoolsByHandMigrations: readonly Migration[] = [
  {
    id: 'schools-002-by-hand',
    sql: `
      alter table schools drop constraint schools_urn_check;
      alter table schools add constraint schools_urn_check check (urn ~ '^([0-9]{6}|N[0-9]{5})$');

      create table schools_by_hand (
        number     int primary key check (number between 1 and 99999),
        command_id uuid not null unique,
        joined_to  text unique
      );
      comment on table schools_by_hand is 'Which numbers are given, and which URN is taken; all else is in the log and in schools';
    `,
  },
];
