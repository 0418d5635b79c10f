import type pg from 'pg';
import { checkDurability } from '@linking/events/postgres/durability.js';
import { roleThatOwnsLog } from '@linking/events/postgres/log-rights.js';
import { migrate } from '@linking/platform/database/migrate.js';
import type { Migration } from '@linking/platform/database/migrations.js';
import { createPool } from '@linking/platform/database/pool.js';
import { giveApplicationRights } from './application-rights.js';
import { migrations } from './migrations.js';

/**
 * Brings the database to the newest shape. With an owner it is hers, and the role of `pool` only uses it.
 * With `steps` only as far as these lead. Throws before anything is changed when the server may lose what it has acknowledged.
 * @returns what whoever runs this should know
 */
export async function prepareDatabase(
  pool: pg.Pool,
  ownerUrl?: string,
  steps: readonly Migration[] = migrations,
): Promise<readonly string[]> {
  await checkDurability(pool);
  if (ownerUrl === undefined) await migrate(pool, steps);
  else await prepareAsOwner(pool, ownerUrl, steps);
  const role = await roleThatOwnsLog(pool);
  if (role === undefined) return [];
  return [
    `The database role ${role} owns the event log: triggers refuse every change of it, but this role could drop them. ` +
      'Give DATABASE_URL a role that owns nothing, and the owner to DATABASE_OWNER_URL.',
  ];
}

async function prepareAsOwner(pool: pg.Pool, ownerUrl: string, steps: readonly Migration[]): Promise<void> {
  const owner = createPool({ url: ownerUrl, name: 'linking-owner', max: 1 });
  try {
    await migrate(owner, steps);
    const { rows } = await pool.query<{ role: string }>('select current_user as role');
    if (rows[0] !== undefined) await giveApplicationRights(owner, rows[0].role);
  } finally {
    await owner.end();
  }
}
