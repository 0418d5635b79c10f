import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Migration } from './migrations.js';

export class MigrationChangedError extends Error {
  override readonly name = 'MigrationChangedError';

  constructor(readonly migrationId: string) {
    super(
      `The migration ${migrationId} was applied to this database in another form. ` +
        'Migrations are for ever: put its text back and write the change as a new one.',
    );
  }
}

export interface MigrationProgress {
  readonly id: string;
  readonly done: number;
  readonly total: number;
}

// Any number does, as long as every version of this program uses the same.
const MIGRATION_LOCK = 7_401_220;

/**
 * Brings the database to the newest shape: what is missing runs in the order of the list, each in its own transaction.
 * Two processes may call it at once. Returns the ids applied by this call.
 * @throws MigrationChangedError when the text of an applied migration has changed; nothing is applied then
 */
export async function migrate(
  pool: pg.Pool,
  migrations: readonly Migration[],
  onProgress?: (progress: MigrationProgress) => void,
): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const missing = await findMissing(client, migrations);
    for (const [index, migration] of missing.entries()) {
      await apply(client, migration);
      onProgress?.({ id: migration.id, done: index + 1, total: missing.length });
    }
    return missing.map(({ id }) => id);
  } finally {
    // Ends the session, and with it the lock and the settings above.
    client.release(true);
  }
}

async function findMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
  // A role that only uses the database may look whether anything is missing.
  const { rows: known } = await client.query<{ made: boolean }>(
    `select to_regclass('schema_migrations') is not null as made`,
  );
  if (known[0]?.made !== true) {
    await client.query(
      `create table schema_migrations (
         id text primary key,
         applied_at timestamptz not null default now(),
         checksum text not null
       )`,
    );
  }
  const { rows } = await client.query<{ id: string; checksum: string }>(
    'select id, checksum from schema_migrations',
  );
  const applied = new Map(rows.map(({ id, checksum }) => [id, checksum]));
  const listed = new Set<string>();
  for (const migration of migrations) {
    if (listed.has(migration.id)) throw new Error(`Two migrations have the id ${migration.id}.`);
    listed.add(migration.id);
    const checksum = applied.get(migration.id);
    if (checksum !== undefined && checksum !== checksumOf(migration))
      throw new MigrationChangedError(migration.id);
  }
  return migrations.filter(({ id }) => !applied.has(id));
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (id, checksum) values ($1, $2)', [
      migration.id,
      checksumOf(migration),
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`The migration ${migration.id} failed: ${(cause as Error).message}`, { cause });
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
