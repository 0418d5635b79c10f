import { keptEventsMigrations } from './kept-events-migrations.js';
import { quickAppendMigrations } from './quick-append-migrations.js';

/**
 * The event log's tables, oldest step first. Position order is commit order, because every append holds one lock
 * from before it takes a position until it is committed; readers may therefore page by position and miss nothing.
 */
export const eventLogMigrations: readonly { readonly id: string; readonly sql: string }[] = [
  {
    id: 'events-001-log',
    sql: `
      create table events (
        position bigint generated always as identity,
        stream text collate "C" not null,
        revision integer not null check (revision > 0),
        event_id uuid not null,
        type text collate "C" not null,
        body text not null,
        recorded_at timestamptz not null,
        -- With the stream in the index a filtered read looks past unwanted events without touching their bodies.
        constraint events_position primary key (position) include (stream),
        constraint events_place unique (stream, revision),
        constraint events_id unique (event_id)
      );

      create function refuse_to_change_events() returns trigger language plpgsql as $$
      begin
        raise exception 'The event log is never changed: % on the table events is refused.', tg_op
          using errcode = 'insufficient_privilege',
                hint = 'Append an event that corrects the earlier one.';
      end $$;

      create trigger events_are_kept before update or delete or truncate on events
        for each statement execute function refuse_to_change_events();
    `,
  },
  {
    id: 'events-002-append',
    sql: `
      -- Appends a group. One element an append: starts (stream), expected, sizes; one an event: the rest.
      -- \`plain\` says that no stream and no id is in the group twice. Answers one row an append, in their order:
      -- appended, repeated, reused or conflict; so that one conflict does not undo its neighbours.
      create function append_events(
        plain boolean, starts text[], expected integer[], sizes integer[],
        streams text[], revisions integer[], ids uuid[], types text[], bodies text[], times timestamptz[]
      ) returns table (outcome text, revision integer, "position" bigint, reused uuid)
      language plpgsql
      -- A plan made while the table was empty must not stay a sequential scan when it has grown.
      set enable_seqscan = off
      as $$
      #variable_conflict use_column
      declare
        first_event integer := 1;
        last_event integer;
        known integer;
        same integer;
        actual integer;
        at_position bigint;
        places bigint[];
        wrote boolean := false;
      begin
        perform pg_advisory_xact_lock(5510, 1);

        -- Most groups: nothing repeated, every stream where it is expected. One check and one insert for all.
        if plain and not exists (select from events e where e.event_id = any (ids)) and not exists (
          select from unnest(starts, expected) a(stream, revision) where a.revision <> coalesce(
            (select e.revision from events e where e.stream = a.stream order by e.revision desc limit 1), 0)
        ) then
          with written as (
            insert into events (stream, revision, event_id, type, body, recorded_at)
            select * from unnest(streams, revisions, ids, types, bodies, times)
            returning position
          )
          select array_agg(w.position order by w.position) into places from written w;
          perform pg_notify('event_log', '');
          for i in 1 .. cardinality(starts) loop
            last_event := first_event + sizes[i] - 1;
            outcome := 'appended';
            revision := revisions[last_event];
            position := places[last_event];
            return next;
            first_event := last_event + 1;
          end loop;
          return;
        end if;

        for i in 1 .. cardinality(starts) loop
          last_event := first_event + sizes[i] - 1;
          select count(*) into known from events e where e.event_id = any (ids[first_event:last_event]);
          if known > 0 then
            select count(*), max(e.position) into same, at_position
              from generate_series(first_event, last_event) n
              join events e on e.event_id = ids[n]
              where e.stream = streams[n] and e.revision = revisions[n] and e.body = bodies[n];
            if same = sizes[i] then
              return query select 'repeated', revisions[last_event], at_position, null::uuid;
            else
              return query select 'reused', 0, 0::bigint, e.event_id from events e
                where e.event_id = any (ids[first_event:last_event]) order by e.position limit 1;
            end if;
          else
            select coalesce(max(e.revision), 0) into actual from events e where e.stream = starts[i];
            if actual <> expected[i] then
              return query select 'conflict', actual, 0::bigint, null::uuid;
            else
              with written as (
                insert into events (stream, revision, event_id, type, body, recorded_at)
                select streams[n], revisions[n], ids[n], types[n], bodies[n], times[n]
                  from generate_series(first_event, last_event) n order by n
                returning position
              )
              select max(w.position) into at_position from written w;
              wrote := true;
              return query select 'appended', revisions[last_event], at_position, null::uuid;
            end if;
          end if;
          first_event := last_event + 1;
        end loop;
        if wrote then
          perform pg_notify('event_log', '');
        end if;
      end $$;
    `,
  },
  ...quickAppendMigrations,
  ...keptEventsMigrations,
];

/** Channel of the NOTIFY that follows each group of appends. */
export const EVENT_LOG_CHANNEL = 'event_log';
