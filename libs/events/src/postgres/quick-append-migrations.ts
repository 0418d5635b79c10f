/** Later steps of `eventLogMigrations`: the functions through which nearly all appends go. */
export const quickAppendMigrations: readonly { readonly id: string; readonly sql: string }[] = [
  {
    id: 'events-003-quick-appends',
    sql: `
      -- Most appends: nothing repeated, every stream where it is expected. These two look only for the event before each
      -- append and leave the rest to the constraints. They answer the positions, or null when they wrote nothing;
      -- append_events then says what stands in the way of each append.
      create function append_event(
        in_stream text, before integer, id uuid, event_type text, event_body text, recorded timestamptz
      ) returns text
      language plpgsql
      security definer
      set search_path = pg_catalog, public, pg_temp
      set enable_seqscan = off
      as $$
      declare
        place bigint;
      begin
        perform pg_advisory_xact_lock(5510, 1);
        insert into public.events as written (stream, revision, event_id, type, body, recorded_at)
          select in_stream, before + 1, id, event_type, event_body, recorded
          where before = 0 or exists (
            select from public.events e where e.stream = in_stream and e.revision = before)
          returning written.position into place;
        if found then
          perform pg_notify('event_log', '');
        end if;
        return place;
      exception when unique_violation then
        return null;
      end $$;

      -- A group with no stream and no id twice. One line an event; those of \`continued\`, with the revisions of
      -- \`befores\`, are the streams that have events already.
      create function append_group(
        continued text, befores integer[],
        streams text, revisions integer[], ids uuid[], types text, bodies text, times timestamptz[]
      ) returns text
      language plpgsql
      security definer
      set search_path = pg_catalog, public, pg_temp
      set enable_seqscan = off
      as $$
      declare
        places text;
      begin
        perform pg_advisory_xact_lock(5510, 1);
        if exists (
          select from unnest(string_to_array(continued, E'\\n'), befores) a(stream, revision)
          where (select e.revision from public.events e where e.stream = a.stream and e.revision = a.revision) is null
        ) then
          return null;
        end if;
        with written as (
          insert into public.events (stream, revision, event_id, type, body, recorded_at)
          select * from unnest(
            string_to_array(streams, E'\\n'), revisions, ids,
            string_to_array(types, E'\\n'), string_to_array(bodies, E'\\n'), times)
          returning position
        )
        select string_agg(w.position::text, ',' order by w.position) into places from written w;
        perform pg_notify('event_log', '');
        return places;
      exception when unique_violation then
        return null;
      end $$;

      -- Whoever may append may do it through these functions alone.
      alter function append_events(
        boolean, text[], integer[], integer[], text[], integer[], uuid[], text[], text[], timestamptz[]
      ) security definer;
      alter function append_events(
        boolean, text[], integer[], integer[], text[], integer[], uuid[], text[], text[], timestamptz[]
      ) set search_path = pg_catalog, public, pg_temp;
      revoke execute on function append_event, append_group, append_events from public;
    `,
  },
  {
    id: 'events-004-one-event',
    sql: `
      -- The event before is where the new one is read from: a condition beside it would be a plan of its own.
      create or replace function append_event(
        in_stream text, before integer, id uuid, event_type text, event_body text, recorded timestamptz
      ) returns text
      language plpgsql
      security definer
      set search_path = pg_catalog, public, pg_temp
      set enable_seqscan = off
      as $$
      declare
        place bigint;
      begin
        -- Expressions, since PERFORM would be one more query each time.
        if pg_advisory_xact_lock(5510, 1) is null then
          return null;
        end if;
        if before = 0 then
          insert into public.events as written (stream, revision, event_id, type, body, recorded_at)
            values (in_stream, 1, id, event_type, event_body, recorded)
            returning written.position into place;
        else
          insert into public.events as written (stream, revision, event_id, type, body, recorded_at)
            select in_stream, before + 1, id, event_type, event_body, recorded
            from public.events e where e.stream = in_stream and e.revision = before
            returning written.position into place;
        end if;
        if place is not null and pg_notify('event_log', '') is null then
          return null;
        end if;
        return place;
      exception when unique_violation then
        return null;
      end $$;
    `,
  },
];
