import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { followLog } from '@linking/application/audit/follow-log.js';
import { openEventLog } from '@linking/application/event-log/open-event-log.js';
import { importLog } from '@linking/application/moving/import-log.js';
import { readModels } from '@linking/application/read-models.js';
import { canonicalJson } from '@linking/events/canonical-json.js';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { createPool } from '@linking/platform/database/pool.js';
import { catchUpAll } from '@linking/projections/checkpoints/catch-up.js';
import type pg from 'pg';
import { freshDatabase, type TestDatabase } from './support/database.js';
import { startStandIn, type StandIn } from './support/kurrentdb/stand-in.js';
import { linking } from './support/linking.js';
import { interestReceived, logEvent } from './support/log-events.js';

const DAMAGES = Number(process.env['DAMAGES'] ?? 120);
const HEADER = Buffer.from('1f8b08000000000000ff', 'hex');
const main = path.resolve(import.meta.dirname, '../dist/apps/cli/src/main.js');

let folder: string;
let database: TestDatabase;
let other: TestDatabase;
let standIn: StandIn;
const pools: pg.Pool[] = [];

const poolOf = (url: string) => {
  const pool = createPool({ url, name: 'spec' });
  pools.push(pool);
  return pool;
};
const file = (name: string) => path.join(folder, name);
const secrets = () => new LedgerSecrets(file('ledger-key'));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-moving-'));
  [database, other, standIn] = await Promise.all([freshDatabase(), freshDatabase(), startStandIn()]);
});

afterAll(async () => {
  for (const pool of pools) await pool.end();
  await standIn.close();
  await Promise.all([database.drop(), other.drop()]);
  rmSync(folder, { recursive: true });
});

/** A person at the keyboard, with the log in the database or in KurrentDB. */
const inDatabase = (url = database.url) => ({ DATABASE_URL: url, DATA_DIR: folder });
const inKurrentDb = (url = database.url) => ({ ...inDatabase(url), KURRENTDB_URL: standIn.url });

async function withLog<T>(
  env: ReturnType<typeof inDatabase> & { KURRENTDB_URL?: string },
  use: (log: { pool: pg.Pool; store: EventStore }) => Promise<T>,
): Promise<T> {
  const pool = poolOf(env.DATABASE_URL);
  const store = await openEventLog({ kurrentDbUrl: env.KURRENTDB_URL }, { pool, clock: systemClock });
  try {
    return await use({ pool, store });
  } finally {
    await store.close();
  }
}

const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);

/** What happens in a week: interests, a link, and the workers behind it. */
async function aWeek(env: Parameters<typeof withLog>[0], link: string, events = 6): Promise<void> {
  await withLog(env, async ({ pool, store }) => {
    const meeting = () =>
      logEvent('MeetingHeld', { number: 1, on: '2026-11-11', mode: 'online', pupilsA: 28, pupilsB: 27 });
    for (const id of ids) {
      const stream = `interest-${id}`;
      if ((await store.readStream(stream)).length === 0)
        await store.append(stream, 'no-stream', [interestReceived(id)]);
    }
    for (let at = 0; at < events; at += 1) {
      await store.append(link, at === 0 ? 'no-stream' : at, [meeting()]);
      await store.append(`correspondence-${link}`, at === 0 ? 'no-stream' : at, [
        logEvent('ReminderSent', { mail: `é ${at}` }),
      ]);
    }
    await followLog({ pool, store, secrets: secrets(), page: 5 });
    await catchUpAll({ pool, store }, readModels);
    const head = await store.head();
    for (const consumer of ['planning', 'carrying'])
      await pool.query(
        `insert into checkpoints (consumer, position) values ($1, $2)
         on conflict (consumer) do update set position = excluded.position`,
        [consumer, head],
      );
  });
}

const rowsOf = async (pool: pg.Pool, sql: string) => (await pool.query(sql)).rows;
const waiting = 'select * from waiting_interests order by 1';

describe('a log that moves', () => {
  test('from PostgreSQL to KurrentDB and back stays the same log, byte by byte', async () => {
    await aWeek(inDatabase(), 'link-BRD-2026-001');
    const before = await withLog(inDatabase(), ({ pool }) => rowsOf(pool, waiting));
    expect(before).toHaveLength(3);
    const exported = await linking(inDatabase(), 'log', 'export', file('1.ndjson.gz'));
    expect(exported).toMatchObject({ code: 0 });
    expect(exported.out).toMatch(
      /^16 events are in .*; it was read back\. With its newest signed checkpoint/,
    );
    expect(statSync(file('1.ndjson.gz')).mode & 0o777).toBe(0o600);

    const imported = await linking(inKurrentDb(), 'log', 'import', file('1.ndjson.gz'));
    expect(imported.out + imported.err).toMatch(
      /16 events were written and read back: the log has the same Merkle root as the file/,
    );
    expect(imported.out).toMatch(/They lead to the checkpoint that the key of this log has signed/);
    expect(imported.out).not.toMatch(/knows no names/);
    await linking(inKurrentDb(), 'log', 'export', file('2.ndjson.gz'));
    expect(readFileSync(file('2.ndjson.gz')).equals(readFileSync(file('1.ndjson.gz')))).toBe(true);

    // The ledger and whoever works on what the log says go on where they were.
    expect(await linking(inKurrentDb(), 'verify')).toMatchObject({ code: 0 });
    await withLog(inKurrentDb(), async ({ pool, store }) => {
      const head = await store.head();
      const positions = await rowsOf(pool, `select distinct position from checkpoints`);
      expect(positions).toEqual([{ position: head }]);
      expect(await rowsOf(pool, waiting)).toEqual(before);
    });
    await aWeek(inKurrentDb(), 'link-BRD-2026-002');
    expect((await linking(inKurrentDb(), 'verify')).out).toMatch(/^Nothing was altered: 28 events/);

    await linking(inKurrentDb(), 'log', 'export', file('3.ndjson.gz'));
    const back = await linking(inDatabase(), 'log', 'import', file('3.ndjson.gz'));
    expect(back.out + back.err).toMatch(/28 events were written and read back/);
    await linking(inDatabase(), 'log', 'export', file('4.ndjson.gz'));
    expect(readFileSync(file('4.ndjson.gz')).equals(readFileSync(file('3.ndjson.gz')))).toBe(true);
    expect((await linking(inDatabase(), 'verify')).out).toMatch(/^Nothing was altered: 28 events/);
  });

  test('leaves a place to which nobody goes back by mistake', async () => {
    const { code, err } = await linking(inKurrentDb(), 'users', 'list');
    expect([code, err]).toEqual([
      2,
      'The event log of this database was moved into the database itself. Remove KURRENTDB_URL; what is left of it there is old.\n',
    ]);
  });

  test('is not brought there twice', async () => {
    const { code, out } = await linking(inDatabase(), 'log', 'import', file('3.ndjson.gz'));
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'All 28 events of the file were there already. Nothing was changed.',
    ]);
  });

  test('into a new database is the same log without its people, and mails nobody', async () => {
    const { out } = await linking(inDatabase(other.url), 'log', 'import', file('3.ndjson.gz'));
    expect(out).toMatch(/it knows no names, accounts and mails/);
    await withLog(inDatabase(other.url), async ({ pool, store }) => {
      await followLog({ pool, store, secrets: secrets() });
      const head = await store.head();
      const stands = `select consumer from checkpoints where position = '${head}' and consumer in ('planning', 'carrying')`;
      expect(await rowsOf(pool, stands)).toHaveLength(2);
    });
    await linking(inDatabase(other.url), 'log', 'export', file('5.ndjson.gz'));
    expect(readFileSync(file('5.ndjson.gz')).equals(readFileSync(file('3.ndjson.gz')))).toBe(true);
  });

  test('is not brought where another log is, nor without what was saved since', async () => {
    const strange = await freshDatabase();
    await withLog(inDatabase(strange.url), async () => undefined);
    expect((await linking(inDatabase(strange.url), 'log', 'import', file('3.ndjson.gz'))).err).toMatch(
      /This database belongs to another event log than the one in the file/,
    );
    await poolOf(strange.url).query('delete from log_identity');
    expect((await linking(inDatabase(strange.url), 'log', 'import', file('3.ndjson.gz'))).err).toMatch(
      /The event log is not empty: it has 1 events, and they are not the beginning/,
    );
    await strange.drop();
    // The ledger knows 28 events, the file only 16.
    expect((await linking(inDatabase(), 'log', 'import', file('1.ndjson.gz'))).err).toMatch(
      /Line 18: the file has 16 events, but the ledger in this database has signed 28: the file is older/,
    );
    const empty = await startStandIn();
    await aWeek(inDatabase(), 'link-BRD-2026-003', 1);
    const late = await linking(
      { ...inDatabase(), KURRENTDB_URL: empty.url },
      'log',
      'import',
      file('3.ndjson.gz'),
    );
    expect(late.err).toMatch(/has signed 30: the file is older/);
    expect(empty.log.records.filter(({ stream }) => !stream.startsWith('$'))).toEqual([]);
    await empty.close();
  });

  test('waits until the service is stopped', async () => {
    const service = createPool({ url: other.url, name: 'gateway', max: 1 });
    await service.query('select 1');
    expect((await linking(inDatabase(other.url), 'log', 'import', file('3.ndjson.gz'))).err).toMatch(
      /The service is running on this database\. Stop it/,
    );
    await service.end();
  });
});

describe('an export', () => {
  test('never takes the place of a file', async () => {
    writeFileSync(file('mine'), 'mine');
    const { code, err } = await linking(inDatabase(), 'log', 'export', file('mine'));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('already. It stays as it is: give another name.'),
    ]);
    expect(readFileSync(file('mine'), 'utf8')).toBe('mine');
    expect((await linking(inDatabase(), 'log', 'export', '/nowhere/x.gz')).err).toMatch(
      /^There is no such file or folder/m,
    );
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('is kept in the access log with what was taken', async () => {
    const [row] = await rowsOf(
      poolOf(database.url),
      `select * from access_log where action = 'export' order by id limit 1`,
    );
    expect(row).toMatchObject({
      subject: 'linking log export',
      detail: { events: 16, root: expect.any(String) },
    });
  });
});

describe('a file that is not as it was written', () => {
  let target: TestDatabase;
  let pool: pg.Pool;
  let whole: Buffer;
  let lines: string[];

  beforeAll(async () => {
    target = await freshDatabase();
    pool = poolOf(target.url);
    whole = readFileSync(file('3.ndjson.gz'));
    lines = gunzipSync(whole).toString().trimEnd().split('\n');
  });

  afterAll(() => target.drop());

  const packed = (changed: readonly string[]) => {
    const bytes = gzipSync(`${changed.join('\n')}\n`);
    HEADER.copy(bytes);
    return bytes;
  };

  /** The sentence with which it is refused; nothing of it is then in the log. */
  async function refusal(bytes: Buffer): Promise<string> {
    writeFileSync(file('damaged'), bytes);
    const importing = importLog(
      { pool, store: new PostgresEventStore(pool), place: 'database' },
      file('damaged'),
      secrets(),
    );
    const said = await importing.then(
      () => 'it was imported',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(await rowsOf(pool, 'select count(*) as events from events')).toEqual([{ events: 0 }]);
    expect(await rowsOf(pool, 'select from log_imports')).toEqual([]);
    return said;
  }

  const at = (index: number, line: string) => lines.with(index, line);
  const changedBody = (line: string) =>
    canonicalJson({ ...(JSON.parse(line) as object), occurredOn: '2026-01-01' });

  test.each<[string, () => Buffer, RegExp]>([
    [
      'is no gzip',
      () => Buffer.from('{"format":"schools-linking-log"}\n'),
      /The file does not begin as this program writes one/,
    ],
    [
      'is of another product',
      () => packed(['{"app":"other","n":1}', '{}']),
      /Line 1: this is not a file of Schools Linking/,
    ],
    [
      'is another file of ours',
      () => packed(at(0, lines[0]!.replace('linking-log', 'linking-evidence'))),
      /Line 1: this is a file of the format schools-linking-evidence/,
    ],
    [
      'is of a later version',
      () => packed(at(0, lines[0]!.replace('"version":1', '"version":2'))),
      /Line 1: this is version 2 of the format; this program reads version 1/,
    ],
    [
      'says more in its first line',
      () => packed(at(0, lines[0]!.replace('{', '{"a":1,'))),
      /Line 1: it does not say which log/,
    ],
    [
      'lost its last line',
      () => packed(lines.slice(0, -1)),
      /Line 30: the last line is missing: the file was cut off here/,
    ],
    [
      'lost an event in the middle',
      () => packed(lines.toSpliced(10, 1)),
      /Line 12: this is event 4 of .* but event 3 has to come here/,
    ],
    [
      'lost its last event',
      () => packed(lines.toSpliced(-2, 1)),
      /Line 29: the file has 27 events, but should have 28: some were taken out/,
    ],
    [
      'has an event twice',
      () => packed(lines.toSpliced(10, 0, lines[10]!)),
      /Line 12: this is event \d of \S+, but event \d has to come here/,
    ],
    [
      'has two events exchanged',
      () => packed(lines.with(10, lines[11]!).with(11, lines[10]!)),
      /Line 30: the events do not lead to the Merkle root/,
    ],
    [
      'has a changed event',
      () => packed(at(10, changedBody(lines[10]!))),
      /Line 30: the events do not lead to the Merkle root/,
    ],
    [
      'has an event that is not canonical',
      () => packed(at(10, lines[10]!.replace(',', ', '))),
      /Line 11: this is not the text that was recorded/,
    ],
    [
      'has an event of another product',
      () => packed(at(10, lines[10]!.replace('"type":"', '"type":"Order'))),
      /Line 11: this version of the program does not know the type Order/,
    ],
    [
      'has a foreign stream',
      () =>
        packed(
          at(
            4,
            lines[4]!
              .replace(/"stream":"[^"]*"/, '"stream":"orders-1"')
              .replace(/"revision":\d/, '"revision":1'),
          ),
        ),
      /Line 5: the stream orders-1 is not one of Schools Linking/,
    ],
    ['has a line of nonsense', () => packed(at(10, 'what?')), /Line 11: this is not an event\./],
    [
      'has the root of another log',
      () =>
        packed(
          at(-1, lines.at(-1)!.replace(/"root":"[^"]*"/, `"root":"${Buffer.alloc(32).toString('base64')}"`)),
        ),
      /Line 30: the events do not lead to the Merkle root/,
    ],
    [
      'has an endless line',
      () => packed(at(10, 'x'.repeat(3_000_000))),
      /Line 11: it is longer than 262,144 bytes/,
    ],
    [
      'has something behind its end',
      () => Buffer.concat([whole, Buffer.alloc(3)]),
      /Line 30: something stands behind the end/,
    ],
    [
      'has a second file behind it',
      () => Buffer.concat([whole, whole]),
      /Line 31: it stands behind the last line/,
    ],
    [
      'ends in the middle',
      () => whole.subarray(0, whole.length >> 1),
      /the file ends too early|the file is damaged/,
    ],
  ])('is refused when it %s', async (_what, damaged, sentence) => {
    expect(await refusal(damaged())).toMatch(sentence);
  });

  test('is refused when events, root and checkpoint were changed together, by the checkpoint', async () => {
    const { checkpoint, ...end } = JSON.parse(lines.at(-1)!) as { checkpoint: string; root: string };
    const changed = at(10, changedBody(lines[10]!));
    const root = await rootOf(changed.slice(1, -1));
    const forged = changed.with(-1, canonicalJson({ ...end, root, checkpoint }));
    expect(await refusal(packed(forged))).toMatch(/do not lead to the signed checkpoint/);
  });

  test(`is refused after each of ${DAMAGES} chance damages`, async () => {
    const random = chance(20261122);
    const pick = (below: number) => Math.floor(random() * below);
    let refused = 0;
    for (let number = 0; number < DAMAGES; number += 1) {
      const damaged = damage(number % 6, pick);
      if (sameContent(damaged)) continue;
      const said = await refusal(damaged);
      expect(said).toMatch(/^FileRefused: /);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(DAMAGES * 0.9);
  });

  function damage(kind: number, pick: (below: number) => number): Buffer {
    const one = 1 + pick(lines.length - 1);
    const two = 1 + pick(lines.length - 1);
    switch (kind) {
      case 0:
        return whole.subarray(0, pick(whole.length));
      case 1: {
        const bytes = Buffer.from(whole);
        bytes[pick(bytes.length)]! ^= 1 << pick(8);
        return bytes;
      }
      case 2:
        return packed(lines.with(one, lines[two]!).with(two, lines[one]!));
      case 3:
        return packed(lines.toSpliced(one, 1));
      case 4:
        return packed(lines.toSpliced(one, 0, lines[two]!));
      default: {
        const text = Buffer.from(lines[one]!);
        text[pick(text.length)]! ^= 1 << pick(7);
        return packed(lines.with(one, text.toString('latin1')));
      }
    }
  }

  /** Two equal lines exchanged, or a bit behind the last one that nobody reads: it is the same file. */
  function sameContent(bytes: Buffer): boolean {
    try {
      return bytes.subarray(0, 10).equals(HEADER) && gunzipSync(bytes).equals(gunzipSync(whole));
    } catch {
      return false;
    }
  }
});

describe('an import that is killed', () => {
  const EVENTS = 2_600;

  test('is gone on with by the next one; until then nothing opens the log, and nothing is there twice', async () => {
    if (!existsSync(main)) throw new Error('Run `npm run build` first: this starts the built program.');
    const [from, to] = await Promise.all([freshDatabase(), freshDatabase()]);
    await withLog(inDatabase(from.url), async ({ store }) => {
      for (let at = 0; at < EVENTS / 100; at += 1) {
        const meetings = Array.from({ length: 100 }, () => logEvent('ReminderSent', { mail: 'n07' }));
        await store.append(`correspondence-${at}`, 'no-stream', meetings);
      }
    });
    await linking(inDatabase(from.url), 'log', 'export', file('long.ndjson.gz'));

    const superuser = poolOf(to.superuserUrl);
    await superuser.query(`create function wait() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.4); return null; end $$;
      create trigger wait before insert on events for each statement execute function wait()`);
    const importing = spawn(process.execPath, [main, 'log', 'import', file('long.ndjson.gz')], {
      env: { ...process.env, ...inDatabase(to.url) },
      stdio: 'ignore',
    });
    const gone = once(importing, 'exit');
    const events = async () =>
      (await superuser.query<{ n: number }>('select count(*) as n from events')).rows[0]!.n;
    while ((await events()) === 0 && importing.exitCode === null) await pause(20);
    importing.kill('SIGKILL');
    await gone;
    const half = await events();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(EVENTS);
    await superuser.query('drop trigger wait on events');

    expect((await linking(inDatabase(to.url), 'users', 'list')).err).toMatch(
      /The event log was not brought here completely\. Run the same `linking log import`/,
    );
    // The server ends what the killed one had begun a moment later.
    let again = await linking(inDatabase(to.url), 'log', 'import', file('long.ndjson.gz'));
    while (/Another import/.test(again.err))
      again = await linking(inDatabase(to.url), 'log', 'import', file('long.ndjson.gz'));
    expect(again.out + again.err).toMatch(/2,601 events were written and read back/);
    await linking(inDatabase(to.url), 'log', 'export', file('long-again.ndjson.gz'));
    expect(readFileSync(file('long-again.ndjson.gz')).equals(readFileSync(file('long.ndjson.gz')))).toBe(
      true,
    );
    await Promise.all([from.drop(), to.drop()]);
  });
});

async function rootOf(bodies: readonly string[]): Promise<string> {
  const { GrowingTree } = await import('@linking/events/ledger/growing-tree.js');
  const { leafHash } = await import('@linking/events/ledger/tree-hashes.js');
  const tree = new GrowingTree();
  for (const body of bodies) tree.add(leafHash(body));
  return tree.root().toString('base64');
}

/** Mulberry32: the same chance every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
