import { once } from 'node:events';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from '@linking/platform/embedded-postgres/processes.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';

jest.setTimeout(120_000);

interface Launched {
  readonly process: ChildProcess;
  readonly url: string;
  readonly adopted: boolean;
}

/** Starts PostgreSQL from another process, which then can be killed. */
async function launchElsewhere(dataDir: string): Promise<Launched> {
  const child = spawn(process.execPath, ['tests/support/launch.mjs', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`The launching process ended with ${code}.`)));
  });
  return { process: child, ...(JSON.parse(line) as { url: string; adopted: boolean }) };
}

async function killAndWait(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

const pidOf = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
const userOf = (pid: number): number => statSync(`/proc/${pid}`).uid;

describe('the PostgreSQL that comes with npm', () => {
  let folder: string;
  let dataDir: string;
  const elsewhere: ChildProcess[] = [];
  const madeBefore = mkdtempSync(path.join(tmpdir(), 'linking-launcher-made-'));

  beforeAll(async () => {
    chmodSync(madeBefore, 0o755);
    await (await startEmbeddedPostgres({ dataDir: madeBefore })).stop();
  });

  afterAll(() => rmSync(madeBefore, { recursive: true, force: true }));

  /** As a start before left it. Making a cluster takes seconds; most of these starts are not the first. */
  function startedBefore(): string {
    execFileSync('cp', ['--archive', madeBefore, dataDir]);
    return dataDir;
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linking-launcher-'));
    chmodSync(folder, 0o755);
    dataDir = path.join(folder, 'data');
  });

  afterEach(async () => {
    if (!existsSync(dataDir)) return rmSync(folder, { recursive: true, force: true });
    const server = await startEmbeddedPostgres({ dataDir });
    const [place] = await query(server.superuserUrl, 'show data_directory');
    await server.stop();
    for (const child of elsewhere.splice(0)) child.kill('SIGKILL');
    if (!String(place).startsWith(realpathSync(folder)))
      rmSync(path.dirname(String(place)), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  });

  test('starts on an empty folder, keeps what was written, and stops within seconds', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    expect(first.adopted).toBe(false);
    await query(first.ownerUrl, 'create table kept as select 42 as n');
    const pid = pidOf(dataDir);
    const before = Date.now();
    await first.stop();
    expect(Date.now() - before).toBeLessThan(30_000);
    expect(isAlive(pid)).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([42]);
  });

  test('its owner is no superuser, its password is for the owner of the folder only, and nothing is traded for speed', async () => {
    const { url } = await startEmbeddedPostgres({ dataDir: startedBefore() });
    expect(await query(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([false]);
    expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(await query(url, `show ${name}`)).toEqual(['on']);
    expect(await query(url, 'show listen_addresses')).toEqual(['127.0.0.1']);
    const wrong = Object.assign(new URL(url), { password: 'guessed' }).href;
    await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('a folder of an earlier version gets the role as which the application runs, and its owner stays', async () => {
    const file = path.join(startedBefore(), 'postgres.json');
    const { superuserUrl, stop } = await startEmbeddedPostgres({ dataDir });
    await query(superuserUrl, 'drop role linking_app');
    await stop();
    const { applicationPassword: _, ...earlier } = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      unknown
    >;
    writeFileSync(file, JSON.stringify(earlier));
    const before = await startEmbeddedPostgres({ dataDir });
    expect(await query(before.url, 'select current_user')).toEqual(['linking_app']);
    expect(await query(before.ownerUrl, 'select current_user')).toEqual(['linking']);
    const again = await startEmbeddedPostgres({ dataDir });
    expect(again).toMatchObject({ adopted: true, url: before.url, ownerUrl: before.ownerUrl });
  });

  test('lives on when its parent is killed, and is adopted by the next start', async () => {
    const parent = await launchElsewhere(startedBefore());
    const pid = pidOf(dataDir);
    await killAndWait(parent.process);
    expect(await query(parent.url, 'select 1')).toEqual([1]);
    expect(await startEmbeddedPostgres({ dataDir })).toMatchObject({ adopted: true, url: parent.url });
    expect(pidOf(dataDir)).toBe(pid);
  });

  test('starts again after it was killed itself, with all that was committed', async () => {
    const { ownerUrl } = await startEmbeddedPostgres({ dataDir: startedBefore() });
    await query(ownerUrl, 'create table kept as select 42 as n');
    process.kill(pidOf(dataDir), 'SIGKILL');
    const again = await startEmbeddedPostgres({ dataDir });
    expect(again.adopted).toBe(false);
    expect(await query(again.ownerUrl, 'select n from kept')).toEqual([42]);
  });

  test('starts although its old pid now belongs to another program, and a dead process holds the lock', async () => {
    const server = await startEmbeddedPostgres({ dataDir: startedBefore() });
    const [pid, ...rest] = readFileSync(path.join(dataDir, 'pg18', 'postmaster.pid'), 'utf8').split('\n');
    await server.stop();
    writeFileSync(path.join(dataDir, 'pg18', 'postmaster.pid'), [process.pid, ...rest].join('\n'));
    writeFileSync(path.join(dataDir, 'postgres.lock'), `${pid} 1 dead\n`);
    expect(await startEmbeddedPostgres({ dataDir })).toMatchObject({ adopted: false });
  });

  test('two processes that start at the same time share one server', async () => {
    const both = await Promise.all([launchElsewhere(dataDir), launchElsewhere(dataDir)]);
    elsewhere.push(...both.map((launched) => launched.process));
    expect(both.filter(({ adopted }) => adopted)).toHaveLength(1);
    expect(both[0].url).toBe(both[1].url);
  });

  test('never runs as root, not even from a folder that only root may enter', async () => {
    chmodSync(folder, 0o700);
    const { url } = await startEmbeddedPostgres({ dataDir });
    expect(await query(url, 'select 1')).toEqual([1]);
    const self = process.getuid?.() ?? 0;
    const runsAs = userOf(pidOf(dataDir));
    expect(self === 0 ? runsAs > 0 : runsAs === self).toBe(true);
  });

  test('another free port is taken and remembered when a stranger listens on its own', async () => {
    const first = await startEmbeddedPostgres({ dataDir: startedBefore() });
    await first.stop();
    const stranger = createServer();
    await new Promise<void>((resolve) =>
      stranger.listen(Number(new URL(first.url).port), '127.0.0.1', resolve),
    );
    try {
      const second = await startEmbeddedPostgres({ dataDir });
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
      expect(await query(second.url, 'select 1')).toEqual([1]);
    } finally {
      stranger.close();
    }
  });

  test('its own port is waited for when a connection that goes out has it for a while', async () => {
    const first = await startEmbeddedPostgres({ dataDir: startedBefore() });
    await first.stop();
    // Node would share the port with the server; a connection does not.
    const program = `use Socket; $| = 1; socket(my $s, PF_INET, SOCK_STREAM, 0);
      bind($s, sockaddr_in(0, INADDR_LOOPBACK)); print +(sockaddr_in(getsockname($s)))[0]; sleep 60`;
    const stranger = spawn('perl', ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [taken] = (await once(stranger.stdout, 'data')) as [Buffer];
    const file = path.join(dataDir, 'postgres.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...kept, port: Number(taken.toString()) }));
    const starting = startEmbeddedPostgres({ dataDir });
    await setTimeout(300);
    stranger.kill();
    expect(new URL((await starting).url).port).toBe(taken.toString());
  });

  test('data of another PostgreSQL version is refused with a sentence', async () => {
    const server = await startEmbeddedPostgres({ dataDir: startedBefore() });
    await server.stop();
    writeFileSync(path.join(dataDir, 'pg18', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /made by PostgreSQL 17, and this is PostgreSQL 18/,
    );
    writeFileSync(path.join(dataDir, 'pg18', 'PG_VERSION'), '18\n');
  });

  test('a folder that cannot be made is refused with a sentence', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: path.join(file, 'data') })).rejects.toThrow(
      /cannot be written by this user/,
    );
  });
});
