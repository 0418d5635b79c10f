import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { addUser } from '@linking/application/accounts/add-user.js';
import { ApplicationModule } from '@linking/application/application.module.js';
import { openWorld } from '@linking/application/open-world.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import { WorldModule } from '@linking/application/world.module.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { createPool } from '@linking/platform/database/pool.js';
import { v5 } from 'uuid';

jest.setTimeout(180_000);

const started = path.resolve(import.meta.dirname, '../dist/apps/start.js');
const COMMANDS = 200;
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 1);
const PASSWORD = 'three linked rings';
const EMAIL = 'c@bradford.example';

class Spec {}

/** What `npm start` runs is killed while 200 people save; whoever got no answer asks again with the same key. */
describe('kill -9', () => {
  let dataDir: string;
  let port: number;
  let userId: string;
  let house: ChildProcess | undefined;
  let databaseUrl: string;

  beforeAll(async () => {
    if (!existsSync(started)) throw new Error('Run `npm run build` first: this starts the built program.');
    dataDir = mkdtempSync(path.join(tmpdir(), 'linking-kill-'));
    port = await freePort();
    ({ userId, databaseUrl } = await prepare(dataDir));
  });

  afterAll(async () => {
    await kill();
    const { stop } = await startEmbeddedPostgres({ dataDir });
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** No next start may still meet the one that was killed. */
  const kill = async () => {
    if (house === undefined || house.exitCode !== null || house.signalCode !== null) return;
    const gone = once(house, 'exit');
    house.kill('SIGKILL');
    await gone;
  };

  const begin = async () => {
    await kill();
    house = spawn(process.execPath, [started], {
      env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO: '0', LOG_LEVEL: 'fatal' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const until = Date.now() + 240_000;
    while (!(await lives(port))) {
      if (Date.now() > until) throw new Error('It did not come up again');
      await pause(50);
    }
  };

  test(`amid ${COMMANDS} concurrent commands loses and doubles nothing (rounds: ${ROUNDS})`, async () => {
    const figures: string[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await begin();
      const token = await signIn(port);
      const keys = Array.from({ length: COMMANDS }, (_, index) => `round-${round}-${index}`);
      const answered = new Map<string, string>();
      const save = async (key: string) => {
        const id = await receiveInterest(port, token, key);
        if (id !== undefined) answered.set(key, id);
      };
      const saving = Promise.all(keys.map(save));
      while (answered.size < 20 * round) await pause(1);
      await kill();
      await saving;
      const acknowledged = new Map(answered);

      await begin();
      const again = await signIn(port);
      const unanswered = keys.filter((one) => !acknowledged.has(one));
      await Promise.all(
        unanswered.map(async (key) => answered.set(key, (await receiveInterest(port, again, key)) ?? '')),
      );
      // Whoever has her answer and asks again gets the same one.
      for (const key of [...acknowledged.keys()].slice(0, 10)) {
        expect(await receiveInterest(port, again, key)).toBe(acknowledged.get(key));
      }
      const copies = await interestsByCommand(databaseUrl);
      for (const key of keys) {
        expect({ key, streams: copies.get(v5(key, userId)) }).toEqual({
          key,
          streams: [`interest-${answered.get(key)}`],
        });
      }
      figures.push(
        `${acknowledged.size} answered before the kill, ${COMMANDS - acknowledged.size} asked again`,
      );
    }
    process.stdout.write(
      `kill -9: ${figures.join('; ')}; ${ROUNDS * COMMANDS} commands each in the log once\n`,
    );
  });

  test('the database is started again when it is killed, and what was saved is there', async () => {
    await begin();
    const token = await signIn(port);
    const before = await receiveInterest(port, token, 'before-the-database-died');
    expect(before).toBeDefined();
    const [pid] = readFileSync(path.join(dataDir, 'pg18/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const until = Date.now() + 240_000;
    let after: string | undefined;
    while (after === undefined && Date.now() < until) {
      after = await receiveInterest(port, token, 'after-the-database-died');
      await pause(100);
    }
    expect(after).toBeDefined();
    expect(await receiveInterest(port, token, 'before-the-database-died')).toBe(before);
  });
});

async function prepare(dataDir: string): Promise<{ userId: string; databaseUrl: string }> {
  const { url, ownerUrl } = await startEmbeddedPostgres({ dataDir });
  const settings = readSettings({ DATA_DIR: dataDir, DEMO: '0' });
  const { world, close } = await openWorld(settings, url, 'kill-spec', ownerUrl);
  const { id } = await addUser(world.pool, {
    email: EMAIL,
    roles: ['coordinator'],
    programmes: ['bradford'],
    password: PASSWORD,
  });
  const register = 'URN,EstablishmentName,LA (code),EstablishmentStatus (name)\n900001,Brook Lane,380,Open\n';
  await importSchools(
    { pool: world.pool, store: world.eventStore, clock: world.clock },
    Readable.from([Buffer.from(register)]),
    { actor: `user:${id}`, channel: 'import' },
  );
  const imports = [WorldModule.of(world), ApplicationModule];
  const context = await NestFactory.createApplicationContext({ module: Spec, imports }, { logger: false });
  const sender = { actor: `user:${id}`, channel: 'cli', commandId: id, correlationId: id } as const;
  const bradford = {
    slug: 'bradford',
    code: 'BRD',
    name: 'Bradford',
    laCodes: ['380'],
    districtCodes: [],
    year: '2026-27',
  };
  await context.get(CommandBus).execute(new JoinProgramme(bradford, sender));
  await context.close();
  await close();
  return { userId: id, databaseUrl: url };
}

/** The id of the interest, or nothing when the connection broke. */
async function receiveInterest(port: number, token: string, key: string): Promise<string | undefined> {
  const body = {
    programme: 'bradford',
    year: '2026-27',
    urn: '900001',
    channel: 'phone',
    head: { name: 'Julia Ashdown', email: 'head@brooklane.example' },
    priorities: [],
    classes: [{ yearGroups: [4], pupilCount: 28, placeholder: true }],
  };
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/interests`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) return undefined;
    return ((await answer.json()) as { id: string }).id;
  } catch {
    return undefined;
  }
}

async function signIn(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Streams that hold the first event of a command; exactly one is wanted. */
async function interestsByCommand(databaseUrl: string): Promise<ReadonlyMap<string, string[]>> {
  const pool = createPool({ url: databaseUrl, name: 'kill-spec', max: 1 });
  const { rows } = await pool.query<{ command: string; streams: string[] }>(
    `select body::jsonb ->> 'commandId' as command, array_agg(stream) as streams
     from events where type = 'InterestReceived.v1' group by 1`,
  );
  await pool.end();
  return new Map(rows.map(({ command, streams }) => [command, streams]));
}

async function lives(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
