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

/**
 * Every signed checkpoint is numbered and vouches for those before it, and nothing is left in the ledger that nobody signs.
 * No released version made a ledger without seals; where there is one, the workers make it anew from the log, since a row
 * without a seal must never be believed again.
 */
export const ledgerSealsMigrations: readonly Migration[] = [
  {
    id: 'ledger-002-seals',
    sql: `
      ${['ledger', 'ledger_leaves', 'ledger_nodes', 'ledger_checkpoints', 'ledger_keys']
        .map((table) => `alter table ${table} disable trigger user; truncate ${table};`)
        .join('\n      ')}
      alter table ledger_checkpoints add seal text not null;
      comment on column ledger_checkpoints.seal is 'Signed: number, time, hash of the note, hash of the seal before';
      alter table ledger_checkpoints alter column signed_at type timestamptz(3), alter column signed_at drop default;
      comment on column ledger_checkpoints.signed_at is 'Real time of the server; signed in the seal';
      alter table ledger drop column started_at;
      ${['ledger', 'ledger_leaves', 'ledger_nodes', 'ledger_checkpoints', 'ledger_keys']
        .map((table) => `alter table ${table} enable trigger user;`)
        .join('\n      ')}
    `,
  },
];
