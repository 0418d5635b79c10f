import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { restoreBackup, stepsOfBackup } from '@linking/application/moving/restore-backup.js';
import { KEPT_TABLES, OTHER_TABLES, READ_MODEL_TABLES } from '@linking/application/moving/tables.js';
import { openEventLog } from '@linking/application/event-log/open-event-log.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { createPool } from '@linking/platform/database/pool.js';
import type pg from 'pg';
import { createGateway } from '../apps/gateway/src/create-gateway.js';
import { emptyDatabase, freshDatabase, type TestDatabase } from './support/database.js';
import { PASSWORD, testSettings } from './support/gateway.js';
import { startStandIn, type StandIn } from './support/kurrentdb/stand-in.js';
import { linking } from './support/linking.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

const DAMAGES = Number(process.env['DAMAGES'] ?? 60);
const HEADER = Buffer.from('1f8b08000000000000ff', 'hex');

let world: PageWorld;
let refs: readonly string[];
let folder: string;
let restored: TestDatabase;
let backup: string;
let rows: ReadonlyMap<string, unknown>;
const pools: pg.Pool[] = [];

const file = (name: string) => path.join(folder, name);
const poolOf = (url: string) => {
  const pool = createPool({ url, name: 'spec' });
  pools.push(pool);
  return pool;
};
const sourceUrl = () => world.pool.options.connectionString!;
const at = (url: string, more: NodeJS.ProcessEnv = {}) => ({
  DATABASE_URL: url,
  DATA_DIR: folder,
  LEDGER_KEY_FILE: testSettings.ledgerKeyFile,
  ...more,
});

/** Every row of every table that is kept, and of every read model. */
async function rowsIn(pool: pg.Pool): Promise<ReadonlyMap<string, unknown>> {
  const tables = [
    ...KEPT_TABLES.map(({ name }) => name),
    ...READ_MODEL_TABLES,
    'ledger_leaves',
    'ledger_nodes',
  ];
  const all = new Map<string, unknown>();
  for (const table of tables) {
    // Each backup is kept there itself.
    const which = table === 'access_log' ? `where subject not like 'linking %'` : '';
    const columns = table === 'ledger_leaves' ? 'leaf, stream, revision, event_id, hash' : '*';
    const { rows: found } = await pool.query<{ row: string }>(
      `select row_to_json(t)::text as row from (select ${columns} from ${table} ${which}) t order by 1`,
    );
    all.set(
      table,
      found.map(({ row }) => row),
    );
  }
  return all;
}

/** A link that one of two schools has signed, with a venue, mails and one-time addresses. */
async function signedByOne(): Promise<string> {
  const rosa = await world.browser('rosa@bradford.example');
  const venue = { name: 'Cliffe Castle', postcode: 'BD20 6LH', linksAtOnce: '2' };
  await rosa.fill('/venues/add', '/venues/add', venue);
  const wording = '/programmes/bradford/wording/N07';
  const words = { subject: 'Your signature, please', opening: 'Good morning.', closing: '' };
  await rosa.fill(wording, wording, words);
  const ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  await world.change(ref, {
    type: 'SignAgreement',
    side: 'a',
    signer: { name: 'Hilda Head', email: 'hilda@a.example' },
    signerRole: 'headteacher',
    textVersion: '2026-1',
    agreed: true,
    means: 'paper',
    heldAt: 'office',
  });
  return ref;
}

/** A row in each table that this world alone would leave empty, with what is hard to write: quotes, commas, no value. */
async function fillTheOthers(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into consents (id, name, given_on) values (gen_random_uuid(), E'Zoë "Zed", O''Hara\\n\\tNULL', '2026-09-01');
    update consents set erased_at = '2026-09-02 03:04:05.678901+02';
    insert into school_links (from_urn, to_urn, link_type) values ('900001', '900003', 'Successor');
    insert into school_imports values (gen_random_uuid(), 'register', 'x', '2026-09-01', 1, 2, 3, 4, 5, 6, 'worker:cli',
      'cli', now(), true);
    insert into schools_by_hand values (7, gen_random_uuid(), null);
    insert into account_mails (id, user_id, status, asked_at, message_id)
      select gen_random_uuid(), id, 'sent', now(), '<1@spec>' from users limit 1;
    insert into access_log (user_id, action, subject, detail) values (gen_random_uuid(), 'read', '/links', '{"a": 1.50}');
    insert into interest_requests (id, urn, year, email, said, asked_at, keep_until)
      values (gen_random_uuid(), '900001', '2027-28', 'q@q.example', '{"b": ["é"]}', now(), '2099-01-01');
    insert into interest_request_mails (id, request_id, status, email_hash, asked_at, message_id)
      select gen_random_uuid(), id, 'sent', 'h', now(), '<2@spec>' from interest_requests;
    insert into carrying_refusals (command_id, event_id, target, code, sentence)
      values (gen_random_uuid(), gen_random_uuid(), 'link-x', 'NO', 'No.');
    insert into operations_acts (command_id, act, part, reason, actor, at)
      values (gen_random_uuid(), 'pause', 'bounces', 'other', 'user:x', now());
    insert into stopped_mails (person_id, rule, stopped_at) values (gen_random_uuid(), 'N27', now());
    insert into demonstration (finished_at) values (null);
    insert into clock (offset_ms) values (12)`);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-backup-'));
  world = await openPageWorld();
  refs = [await signedByOne(), await world.propose()];
  await fillTheOthers(world.pool);
  // The log gets its id, as at the first start of a service.
  const { pool, clock } = world;
  await (await openEventLog({}, { pool, clock })).close();
  restored = await emptyDatabase();
  const busy = `select from mails where status in ('queued', 'sending')`;
  await until('the mails are written and the log is signed', async () => {
    const { rows: found } = await world.pool.query<{ behind: boolean }>(
      `select exists (${busy}) or (select count(*) from events) > (select max(size) from ledger_checkpoints) as behind`,
    );
    return found[0]?.behind === false;
  });
});

afterAll(async () => {
  for (const pool of pools) await pool.end();
  await world.close();
  await restored.drop();
  rmSync(folder, { recursive: true });
});

test('every table that is kept has something in it here', async () => {
  const empty = [];
  for (const { name } of KEPT_TABLES)
    if ((await world.pool.query(`select from ${name} limit 1`)).rowCount === 0) empty.push(name);
  expect(empty).toEqual([]);
});

test('every table of the database is kept, made again, or named with a reason', async () => {
  const { rows: tables } = await world.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const named = [...KEPT_TABLES.map(({ name }) => name), ...READ_MODEL_TABLES, ...Object.keys(OTHER_TABLES)];
  expect(named.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

describe('a backup', () => {
  test('is one file for its owner alone, made while the service runs', async () => {
    const { code, out, err } = await linking(at(sourceUrl()), 'backup', folder);
    expect([code, err.split('\n').at(-2)]).toEqual([0, expect.stringContaining('100 %')]);
    rows = await rowsIn(world.pool);
    const [name] = readdirSync(folder).filter((one) => one.endsWith('.ndjson.gz'));
    expect(name).toMatch(/^linking-backup-\d{4}-\d\d-\d\d-\d{4}\.ndjson\.gz$/);
    backup = file(name!);
    expect(out).toContain(`tables are in ${backup}; it was read back.`);
    expect(out).toContain('The secret of the ledger is not in it');
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const { rows: kept } = await world.pool.query(
      `select detail from access_log where subject = 'linking backup'`,
    );
    expect(kept).toHaveLength(1);
    expect((await linking(at(sourceUrl()), 'backup', backup)).err).toMatch(/already\. It stays as it is/);
  });

  test('has names, but no secret, session or one-time address', () => {
    const text = gunzipSync(readFileSync(backup)).toString();
    expect(text).toContain('Rosa Hartley');
    expect(text).not.toContain(readFileSync(testSettings.ledgerKeyFile, 'utf8').trim());
    expect(text).not.toContain('"section":"sessions"');
  });
});

describe('a restored backup', () => {
  test('is the same world: every row, every list, the whole log', async () => {
    // As a service whose role owns nothing.
    const env = at(restored.applicationUrl, { DATABASE_OWNER_URL: restored.url });
    const { code, out, err } = await linking(env, 'restore', backup);
    expect([code, err]).toEqual([0, expect.stringContaining('100 %')]);
    expect(out).toMatch(/events and 29 tables of .* are back; log and tables are those of the file/);
    expect(out).toMatch(/No list of erasures was given/);
    const found = await rowsIn(poolOf(restored.url));
    for (const [table, wanted] of rows)
      expect({ table, rows: found.get(table) }).toEqual({ table, rows: wanted });
  });

  test('verifies, against the key on this machine', async () => {
    const { code, out } = await linking(at(restored.url), 'verify');
    expect([code, out]).toEqual([0, expect.stringMatching(/^Nothing was altered: \d+ events/)]);
  });

  test('shows the same links, and its people sign in', async () => {
    const pool = poolOf(restored.url);
    const eventStore = await openEventLog({}, { pool, clock: world.clock });
    const app = await createGateway({ pool, eventStore, clock: world.clock, settings: testSettings });
    const seen = async (gateway: typeof app) => {
      const payload = { email: 'rosa@bradford.example', password: PASSWORD };
      const signedIn = await gateway.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
      const headers = { authorization: `Bearer ${signedIn.json<{ token: string }>().token}` };
      const bodies: unknown[] = [];
      for (const url of ['/links', ...refs.map((ref) => `/links/${ref}`), '/interests', '/venues'])
        bodies.push((await gateway.inject({ url: `/api/v1${url}`, headers })).json());
      return bodies;
    };
    expect(await seen(app)).toEqual(await seen(world.app));
    await app.close();
    await eventStore.close();
  });

  test('goes on where planning and carrying were', async () => {
    const pool = poolOf(restored.url);
    const { rows: read } = await pool.query(
      `select consumer, (select count(*) from events e where e.position <= c.position::bigint) as events
       from checkpoints c where consumer in ('planning', 'carrying') order by 1`,
    );
    const { rows: before } = await world.pool.query(
      `select consumer, (select count(*) from events e where e.position <= c.position::bigint) as events
       from checkpoints c where consumer in ('planning', 'carrying') order by 1`,
    );
    expect(read).toHaveLength(2);
    for (const [index, row] of read.entries()) expect(row.events).toBeLessThanOrEqual(before[index].events);
    await pool.query(
      `insert into access_log (user_id, action, subject) values (gen_random_uuid(), 'read', '/later')`,
    );
  });

  test('is brought into an empty database only', async () => {
    expect((await linking(at(restored.url), 'restore', backup)).err).toMatch(
      /This database is not empty: there are rows in its table people/,
    );
  });
});

test('a restore into KurrentDB that breaks off is gone on with, erases again and brings the key along', async () => {
  const [person] = (
    await world.pool.query<{ id: string; name: string }>('select id, name from people order by id')
  ).rows;
  const withKey = file('with-key.ndjson.gz');
  expect((await linking(at(sourceUrl()), 'backup', withKey, '--with-key')).out).toMatch(
    /whoever has the file can sign/,
  );
  await world.pool.query('update people set erased_at = now() where id = $1', [person!.id]);
  const list = file('erasures.ndjson.gz');
  expect((await linking(at(sourceUrl()), 'erasures', list)).out).toMatch(/^2 erasures are in/);
  expect(gunzipSync(readFileSync(list)).toString()).not.toContain(person!.name);

  const [target, standIn]: [TestDatabase, StandIn] = await Promise.all([freshDatabase(), startStandIn()]);
  const env = at(target.url, { KURRENTDB_URL: standIn.url, LEDGER_KEY_FILE: file('key-of-new-machine') });
  const superuser = poolOf(target.superuserUrl);
  await superuser.query(`create function full_disk() returns trigger language plpgsql as $$
    begin raise exception 'the disk is full'; end $$;
    create trigger full_disk before insert on mails for each statement execute function full_disk()`);
  const restore = () => linking(env, 'restore', withKey, '--erasures', list);
  expect(await restore()).toMatchObject({ code: 2, err: expect.stringContaining('the disk is full') });
  expect((await superuser.query('select from people')).rowCount).toBe(0);
  await superuser.query('drop trigger full_disk on mails');

  const { code, out } = await restore();
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('1 rows that were erased after the backup were erased again.'),
  ]);
  const again = await superuser.query(
    'select name, email, phone, erased_at is null as stays from people where id = $1',
    [person!.id],
  );
  expect(again.rows).toEqual([{ name: '', email: null, phone: null, stays: false }]);
  expect((await linking(env, 'verify')).out).toMatch(
    /^Nothing was altered: \d+ events[^]*recorded and signed\.\n$/,
  );
  expect((await superuser.query('select from erasures where id = $1', [person!.id])).rowCount).toBe(1);
  await standIn.close();
  await target.drop();
});

describe('a damaged backup', () => {
  let target: TestDatabase;
  let pool: pg.Pool;
  let whole: Buffer;
  let lines: string[];

  beforeAll(async () => {
    target = await freshDatabase();
    pool = poolOf(target.url);
    whole = readFileSync(backup);
    lines = gunzipSync(whole).toString().trimEnd().split('\n');
  });

  afterAll(() => target.drop());

  const packed = (changed: readonly string[]) => {
    const bytes = gzipSync(`${changed.join('\n')}\n`);
    HEADER.copy(bytes);
    return bytes;
  };

  async function refusal(bytes: Buffer): Promise<string> {
    writeFileSync(file('damaged'), bytes);
    const to = { pool, store: new PostgresEventStore(pool), place: 'database' } as const;
    const said = await restoreBackup(to, file('damaged'), {
      secrets: new LedgerSecrets(file('no-key')),
    }).then(
      () => 'it was restored',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    for (const table of ['events', 'people', 'log_imports'])
      expect((await pool.query(`select from ${table}`)).rowCount).toBe(0);
    return said;
  }

  /** A changed bit that no line depends on, such as those behind the last one: it is the same backup. */
  function sameContent(bytes: Buffer): boolean {
    try {
      return bytes.subarray(0, 10).equals(HEADER) && gunzipSync(bytes).equals(gunzipSync(whole));
    } catch {
      return false;
    }
  }

  const lineOf = (pattern: RegExp) => lines.findIndex((line) => pattern.test(line));
  const users = () => lineOf(/"section":"users"/);

  test.each<[string, () => Buffer, RegExp]>([
    [
      'has a changed row',
      () => packed(lines.with(users() + 1, lines[users() + 1]!.replace('.example', '.invalid'))),
      /Line \d+: the section users is not as it was written/,
    ],
    [
      'lost a row',
      () => packed(lines.toSpliced(users() + 1, 1)),
      /Line \d+: the section users is not as it was written/,
    ],
    [
      'lost a section',
      () => packed(lines.toSpliced(lineOf(/"section":"clock"/), 3)),
      /Line [\d,]+: the sections are not those that were written/,
    ],
    [
      'has a section that nobody knows',
      () => packed(lines.with(users(), '{"columns":["id"],"section":"pg_authid"}')),
      /Line \d+: this program knows no section pg_authid/,
    ],
    [
      'has a row of nonsense',
      () => packed(lines.with(users() + 1, '{}')),
      /Line \d+: this is not a row of the section users/,
    ],
    [
      'says another time in its first line',
      () => packed(lines.with(0, lines[0]!.replace(/"takenAt":"\d{4}/, '"takenAt":"2031'))),
      /the first line is not the one that was written/,
    ],
    ['lost an event', () => packed(lines.toSpliced(-2, 1)), /some were taken out/],
    ['was cut off', () => packed(lines.slice(0, -1)), /the last line is missing/],
    [
      'is an exported log',
      () => packed(['{"events":0,"format":"schools-linking-log","logId":"x","version":1}']),
      /this is a file of the format schools-linking-log; schools-linking-backup is needed/,
    ],
  ])('is refused when it %s', async (_what, damaged, sentence) => {
    expect(await refusal(damaged())).toMatch(sentence);
  });

  test(`is refused after each of ${DAMAGES} chance damages`, async () => {
    let seed = 7;
    const pick = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let number = 0; number < DAMAGES; number += 1) {
      const one = pick(lines.length);
      const text = Buffer.from(lines[one]!);
      text[pick(text.length)]! ^= 1 << pick(7);
      const bits = Buffer.from(whole);
      bits[pick(bits.length - 20)]! ^= 1 << pick(8);
      const ways = [
        () => whole.subarray(0, pick(whole.length)),
        () => bits,
        () => packed(lines.toSpliced(one, 1)),
        () => packed(lines.toSpliced(one, 0, lines[pick(lines.length)]!)),
        () => packed(lines.with(one, text.toString('latin1'))),
      ];
      const damaged = ways[number % ways.length]!();
      if (!sameContent(damaged)) expect(await refusal(damaged)).toMatch(/^FileRefused: /);
    }
  });

  test('of a later version of the program is refused by the step that is not known', async () => {
    const head = lines[0]!.replace('"steps":[', '"steps":["people-999-later",');
    writeFileSync(file('later'), packed([head, ...lines.slice(1)]));
    await expect(stepsOfBackup(file('later'), migrations)).rejects.toThrow(
      /it has the step people-999-later/,
    );
    const older = await stepsOfBackup(backup, [...migrations, { id: 'later-001', sql: '' }]);
    expect(older.map(({ id }) => id)).toEqual(migrations.map(({ id }) => id));
  });
});
