import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type pg from 'pg';
import { ApplicationModule } from '@linking/application/application.module.js';
import type { Sender } from '@linking/application/commands/sender.js';
import { readModels } from '@linking/application/read-models.js';
import { WorldModule, type World } from '@linking/application/world.module.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { catchUpAll } from '@linking/projections/checkpoints/catch-up.js';
import { freshDatabase, type TestDatabase } from './database.js';

const settings = {
  port: 3000,
  dataDir: '/nowhere',
  databaseUrl: undefined,
  redisUrl: undefined,
  publicUrl: 'http://127.0.0.1:3000',
  sessionSecret: 'a secret of this spec, long enough for it',
  tokenSecret: 'another secret of this spec, long enough',
  ledgerKeyFile: path.join(tmpdir(), 'linking-spec-ledger-key'),
  mailFrom: 'links@linking.example',
  nationalOffice: 'office@linking.example',
  demo: false,
  logLevel: 'error' as const,
  production: false,
};

/** The doors of the application as one process has them. */
export interface Doors {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: SetClock;
  readonly bus: CommandBus;
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** One more process with doors of its own on a database. Its clock runs a little ahead of the others'. */
export async function openDoors(database: TestDatabase, now: string): Promise<Doors> {
  const pool = createPool({ url: database.url, name: 'doors' });
  const store = new PostgresEventStore(pool, { databaseUrl: database.url });
  const clock = new SetClock(now);
  const world: World = { pool, eventStore: store, clock, settings };
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    { module: OneProcess, imports: [WorldModule.of(world), ApplicationModule] },
    { logger: ['error'] },
  );
  await app.init();
  return {
    pool,
    store,
    clock,
    bus: app.get(CommandBus),
    catchUp: () => catchUpAll({ pool, store }, readModels),
    async close() {
      await app.close();
      await store.close();
      await pool.end();
    },
  };
}

class OneProcess {}

export interface TwoDoors {
  readonly one: Doors;
  readonly other: Doors;
  close(): Promise<void>;
}

/** Two processes on one database, with schools 900001 to 900009 in the register. */
export async function openTwoDoors(): Promise<TwoDoors> {
  const database = await freshDatabase();
  const one = await openDoors(database, '2026-09-14T09:00:00.000Z');
  const other = await openDoors(database, '2026-09-14T09:00:00.007Z');
  await one.pool.query(
    `insert into schools (urn, name, as_of, search)
     select (900000 + n)::text, 'School ' || n, '2026-09-01', 'school ' || n from generate_series(1, 9) n`,
  );
  return {
    one,
    other,
    async close() {
      await one.close();
      await other.close();
      await database.drop();
    },
  };
}

/** Somebody without a scope, as a worker or the CLI; the same name is the same command. */
export function anybody(name: string): Sender {
  const commandId = derivedId('0b0c8a2e-7a0f-4a52-9d0b-55d1a6c7a001', name);
  return { actor: 'worker:spec', channel: 'worker', commandId, correlationId: commandId };
}
