import type { Migration } from '@linking/platform/database/migrations.js';

/** What was erased is listed by its id in the transaction that erases it, so that no restored backup brings it back. */
export const erasuresMigrations: readonly Migration[] = [
  {
    id: 'people-004-erasures',
    sql: `
      create table erasures (
        kind text not null check (kind in ('people', 'notes', 'signatures', 'consents')),
        id   uuid not null,
        at   timestamptz not null,
        primary key (kind, id)
      );
      comment on table erasures is 'Ids only: nothing in it says who or what was erased';

      create function list_erasure() returns trigger language plpgsql as $$
      begin
        insert into erasures (kind, id, at) values (tg_table_name, new.id, new.erased_at) on conflict do nothing;
        return null;
      end $$;

      insert into erasures
        select 'people', id, erased_at from people where erased_at is not null
        union all select 'notes', id, erased_at from notes where erased_at is not null
        union all select 'signatures', id, erased_at from signatures where erased_at is not null
        union all select 'consents', id, erased_at from consents where erased_at is not null;

      create trigger people_erased after update of erased_at on people
        for each row when (new.erased_at is not null) execute function list_erasure();
      create trigger notes_erased after update of erased_at on notes
        for each row when (new.erased_at is not null) execute function list_erasure();
      create trigger signatures_erased after update of erased_at on signatures
        for each row when (new.erased_at is not null) execute function list_erasure();
      create trigger consents_erased after update of erased_at on consents
        for each row when (new.erased_at is not null) execute function list_erasure();
    `,
  },
];
