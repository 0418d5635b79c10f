import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import type { World } from '@linking/application/world.module.js';
import { addUser } from '@linking/application/accounts/add-user.js';
import type { UserToAdd } from '@linking/application/accounts/add-user.js';
import { MemoryEventStore } from '@linking/events/memory/memory-event-store.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { createPool } from '@linking/platform/database/pool.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import type { ReadinessCheck } from '../../apps/gateway/src/health/readiness.js';
import { freshDatabase } from './database.js';

export const PASSWORD = 'three linked rings';

export interface TestGateway {
  readonly app: NestFastifyApplication;
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  /** A user with `PASSWORD`, signed in to the API. */
  signedIn(user: UserToAdd): Promise<{ readonly id: string; readonly authorization: string }>;
  close(): Promise<void>;
}

export const testSettings: Settings = {
  port: 3000,
  dataDir: '.data',
  databaseUrl: undefined,
  redisUrl: undefined,
  publicUrl: 'http://127.0.0.1:3000',
  sessionSecret: 's'.repeat(32),
  tokenSecret: 't'.repeat(32),
  ledgerKeyFile: path.join(tmpdir(), 'linking-spec-ledger-key'),
  mailFrom: 'linking@localhost',
  nationalOffice: 'office@linking.example',
  demo: false,
  logLevel: 'silent',
  production: false,
};

/** A gateway of its own on a database of its own; its event log is kept in memory. */
export async function testGateway(
  options: {
    readonly settings?: Partial<Settings>;
    readonly modules?: NonNullable<DynamicModule['imports']>;
    readonly checks?: readonly ReadinessCheck[];
    readonly world?: Partial<World>;
  } = {},
): Promise<TestGateway> {
  const database = await freshDatabase();
  const pool = createPool({ url: database.url, name: 'spec', max: 5 });
  const world = {
    pool,
    eventStore: new MemoryEventStore(),
    clock: systemClock,
    settings: { ...testSettings, ...options.settings },
    ...options.world,
  };
  const close = async () => {
    await pool.end();
    await database.drop();
  };
  const app = await createGateway(world, options).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    app,
    pool,
    databaseUrl: database.url,
    async signedIn(user) {
      const { id } = await addUser(pool, { ...user, password: PASSWORD });
      const payload = { email: user.email, password: PASSWORD };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
      return { id, authorization: `Bearer ${answer.json<{ token: string }>().token}` };
    },
    async close() {
      await app.close();
      await close();
    },
  };
}
