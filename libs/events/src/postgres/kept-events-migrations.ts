/** A later step of `eventLogMigrations`: how the events of another store come in. */
export const keptEventsMigrations: readonly { readonly id: string; readonly sql: string }[] = [
  {
    id: 'events-005-kept-elsewhere',
    sql: `
      -- Events that were recorded in another store, in this order, all or none. Whoever brings them has checked them; the
      -- constraints refuse what is there already.
      create function add_kept_events(
        streams text, revisions integer[], ids uuid[], types text, bodies text, times timestamptz[]
      ) returns void
      language plpgsql
      security definer
      set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        perform pg_advisory_xact_lock(5510, 1);
        insert into public.events (stream, revision, event_id, type, body, recorded_at)
          select stream, revision, id, type, body, recorded_at from unnest(
            string_to_array(streams, E'\\n'), revisions, ids,
            string_to_array(types, E'\\n'), string_to_array(bodies, E'\\n'), times)
          with ordinality kept(stream, revision, id, type, body, recorded_at, n) order by n;
        perform pg_notify('event_log', '');
      end $$;

      revoke execute on function add_kept_events from public;
    `,
  },
];
