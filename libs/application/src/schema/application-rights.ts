import type pg from 'pg';
import { giveLogRights } from '@linking/events/postgres/log-rights.js';
import { QUEUE_SCHEMA } from '@linking/platform/queues/queue-pool.js';

// Any number does, as long as every version of this program uses the same.
const RIGHTS_LOCK = 7_401_222;

/**
 * Whoever runs the application reads and writes the rows of every table, and owns the queue's schema alone. Events are
 * only read and appended. Several processes may call it at once; a role that owns the database keeps what it has.
 */
export async function giveApplicationRights(owner: pg.Pool, role: string): Promise<void> {
  const client = await owner.connect();
  try {
    const { rows } = await client.query<{ me: string; database: string; old_queue: boolean }>(
      `select current_user as me, current_database() as database,
              exists (select from pg_namespace where nspname = $1 and nspowner = current_user::regrole) as old_queue`,
      [QUEUE_SCHEMA],
    );
    const [known] = rows;
    if (known === undefined || known.me === role) return;
    const name = client.escapeIdentifier(role);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [RIGHTS_LOCK]);
    // Made before the application had a role of its own. What was in it is filled again from the tables.
    if (known.old_queue) await client.query(`drop schema ${client.escapeIdentifier(QUEUE_SCHEMA)} cascade`);
    await client.query(
      `grant connect, create on database ${client.escapeIdentifier(known.database)} to ${name};
       grant usage on schema public to ${name};
       grant select, insert, update, delete, truncate on all tables in schema public to ${name};
       grant usage on all sequences in schema public to ${name};
       revoke insert, update, delete, truncate on schema_migrations from ${name}`,
    );
    await giveLogRights(client, role);
    await client.query('commit');
  } finally {
    // A transaction that failed ends with its session.
    client.release(true);
  }
}
