import type { Migration } from '@linking/platform/database/migrations.js';

/** The Merkle tree over the log: which event is which leaf, the hashes above, what was signed and by which keys. */
export const ledgerMigrations: readonly Migration[] = [
  {
    id: 'ledger-001-tree',
    sql: `
      create table ledger (
        only_one   boolean primary key default true check (only_one),
        origin     text not null,
        started_at timestamptz not null default now()
      );
      comment on column ledger.origin is 'Name of this log in checkpoints and keys, for ever the same';

      create table ledger_leaves (
        leaf     bigint primary key check (leaf >= 0),
        position text not null,
        stream   text collate "C" not null,
        revision integer not null,
        event_id uuid not null,
        hash     bytea not null check (octet_length(hash) = 32),
        constraint ledger_leaves_place unique (stream, revision)
      );
      comment on column ledger_leaves.position is 'Of the event in its store; opaque';

      create table ledger_nodes (
        level smallint not null check (level > 0),
        index bigint not null check (index >= 0),
        hash  bytea not null check (octet_length(hash) = 32),
        primary key (level, index)
      );
      comment on table ledger_nodes is 'Roots of complete subtrees of 2^level leaves, from leaf index * 2^level';

      create table ledger_checkpoints (
        size      bigint primary key check (size > 0),
        note      text not null,
        signed_at timestamptz not null default now()
      );
      comment on column ledger_checkpoints.signed_at is 'Real time of the server; not signed';

      create table ledger_keys (
        number    integer primary key check (number > 0),
        vkey      text not null unique,
        statement text,
        check ((number = 1) = (statement is null))
      );
      comment on table ledger_keys is 'Public keys; the last one signs. The secret one is in a file';

      create function refuse_to_change_ledger() returns trigger language plpgsql as $$
      begin
        raise exception 'The ledger only grows: % on the table % is refused.', tg_op, tg_table_name
          using errcode = 'insufficient_privilege';
      end $$;

      create trigger ledger_is_kept before update or delete or truncate on ledger
        for each statement execute function refuse_to_change_ledger();
      create trigger ledger_leaves_are_kept before update or delete or truncate on ledger_leaves
        for each statement execute function refuse_to_change_ledger();
      create trigger ledger_nodes_are_kept before update or delete or truncate on ledger_nodes
        for each statement execute function refuse_to_change_ledger();
      create trigger ledger_checkpoints_are_kept before update or delete or truncate on ledger_checkpoints
        for each statement execute function refuse_to_change_ledger();
      create trigger ledger_keys_are_kept before update or delete or truncate on ledger_keys
        for each statement execute function refuse_to_change_ledger();
    `,
  },
];
