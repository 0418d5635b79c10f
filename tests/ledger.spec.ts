import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import {
  checkpointsAfter,
  ledgerKeys,
  newestCheckpoint,
  nodesIn,
  readLedger,
} from '@linking/application/audit/ledger-tables.js';
import { rotateKey } from '@linking/application/audit/rotate-key.js';
import { parseCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { readVerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { rotationStatement, vouchedFor } from '@linking/events/ledger/key-rotation.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import { treeRoot } from '@linking/events/ledger/proofs.js';
import { signersOf } from '@linking/events/ledger/signed-note.js';
import { mth } from '@linking/events/ledger/spec-support/recursive-tree.js';
import { MemoryEventStore } from '@linking/events/memory/memory-event-store.js';
import type { EventStore } from '@linking/events/event-store.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { readConsumers } from '@linking/projections/checkpoints/checkpoints-table.js';
import { runLinking } from '../apps/cli/src/program.js';
import { startLedger } from '../apps/workers/src/ledger/ledger-work.js';
import { openDesk } from '../apps/workers/src/work-desk.js';
import { logEvent } from './support/log-events.js';
import { until } from './support/until.js';
import { openWorkerDatabase, type WorkerDatabase } from './support/worker-database.js';

let db: WorkerDatabase;
let folder: string;
let secrets: LedgerSecrets;
let ledger: LedgerDependencies;

beforeEach(async () => {
  db = await openWorkerDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'linking-ledger-'));
  secrets = new LedgerSecrets(path.join(folder, 'ledger-key'));
  ledger = { pool: db.pool, store: db.store, secrets };
});

afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

async function write(count: number, store: EventStore = db.store): Promise<void> {
  for (let left = count; left > 0; left -= 400) {
    const events = Array.from({ length: Math.min(left, 400) }, () =>
      logEvent('PersonDetailsChanged', { fields: ['phone'] }),
    );
    await store.append(`person-${randomUUID()}`, 'no-stream', events);
  }
}

async function bodies(store: EventStore = db.store): Promise<readonly Buffer[]> {
  const { events } = await store.readAll({ limit: 10_000 });
  return events.map(({ body }) => Buffer.from(body));
}

async function signedRoot() {
  const row = await newestCheckpoint(db.pool);
  const signed = parseCheckpoint(row?.note ?? '')!;
  const keys = (await ledgerKeys(db.pool)).map(({ vkey }) => readVerifierKey(vkey)!);
  return {
    size: signed.size,
    root: signed.root,
    signers: signersOf(signed.note, keys).map(({ vkey }) => vkey),
  };
}

describe('the ledger', () => {
  it('is signed over every event of the log, with the root that RFC 9162 gives it', async () => {
    await write(37);
    expect(await followLog(ledger)).toBe(37);
    expect(await signedRoot()).toMatchObject({ size: 37, root: mth(await bodies()) });
    await write(1);
    await write(5);
    expect(await followLog(ledger)).toBe(6);
    expect(await signedRoot()).toMatchObject({ size: 43, root: mth(await bodies()) });
    expect(await followLog(ledger)).toBe(0);
    expect((await checkpointsAfter(db.pool, 0, 10)).map(({ size }) => size)).toEqual([37, 43]);
  });

  it('does not begin before the first event', async () => {
    expect(await followLog(ledger)).toBe(0);
    expect(await readLedger(db.pool)).toBeUndefined();
  });

  it('keeps for every leaf which event it is', async () => {
    await write(3);
    await followLog(ledger);
    const { rows } = await db.pool.query(
      `select count(*) as same from ledger_leaves l join events e on e.position::text = l.position
       where e.stream = l.stream and e.revision = l.revision and e.event_id = l.event_id`,
    );
    expect(rows).toEqual([{ same: 3 }]);
  });

  it('gives the root of every earlier size from its nodes', async () => {
    await write(20);
    await followLog({ ...ledger, page: 3 });
    const all = await bodies();
    for (let size = 0; size <= 20; size += 1) {
      expect(await treeRoot(nodesIn(db.pool), size)).toEqual(mth(all.slice(0, size)));
    }
  });

  it('is the same over another event store', async () => {
    const store = new MemoryEventStore();
    await write(12, store);
    await followLog({ ...ledger, store });
    expect(await signedRoot()).toMatchObject({ size: 12, root: mth(await bodies(store)) });
  });

  it('is one tree when four processes follow at the same time while somebody writes', async () => {
    await write(10);
    await Promise.all([write(2_000), ...[1, 2, 3, 4].map(() => followLog({ ...ledger, page: 60 }))]);
    await followLog(ledger);
    expect(await signedRoot()).toMatchObject({ size: 2_010, root: mth(await bodies()) });
  });

  it('takes up nothing of a page whose transaction breaks', async () => {
    await write(4);
    await followLog(ledger);
    await write(4);
    const admin = createPool({ url: db.superuserUrl, name: 'breaker', max: 1 });
    await admin.query(`create function break() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      create trigger break before insert on ledger_checkpoints execute function break()`);
    await expect(followLog(ledger)).rejects.toThrow();
    await admin.query('drop trigger break on ledger_checkpoints');
    expect((await readLedger(db.pool))?.size).toBe(4);
    expect(await followLog(ledger)).toBe(4);
    expect(await signedRoot()).toMatchObject({ size: 8, root: mth(await bodies()) });
    await admin.end();
  });

  it.each(['ledger', 'ledger_leaves', 'ledger_nodes', 'ledger_checkpoints', 'ledger_keys'])(
    'its table %s is never changed, not even by a superuser',
    async (table) => {
      const admin = createPool({ url: db.superuserUrl, name: 'intruder', max: 1 });
      await expect(admin.query(`delete from ${table}`)).rejects.toThrow('The ledger only grows');
      await expect(admin.query(`truncate ${table}`)).rejects.toThrow('The ledger only grows');
      await admin.end();
    },
  );

  it('that was made before there were seals is made anew from the log, by the same name and key', async () => {
    await write(3);
    await followLog(ledger);
    const { signers } = await signedRoot();
    const { origin } = (await readLedger(db.pool))!;
    await db.pool.query(`alter table ledger add started_at timestamptz;
      alter table ledger_checkpoints drop column seal;
      delete from schema_migrations where id = 'ledger-002-seals'`);
    await migrate(db.pool, migrations);
    expect(await readLedger(db.pool)).toBeUndefined();
    expect(await followLog(ledger)).toBe(3);
    expect(await signedRoot()).toMatchObject({ size: 3, root: mth(await bodies()), signers });
    expect((await readLedger(db.pool))?.origin).toBe(origin);
    await expect(db.pool.query('delete from ledger_checkpoints')).rejects.toThrow('The ledger only grows');
  });

  it.each([
    ['a hash was changed', `update ledger_leaves set hash = sha256('x') where leaf = 6`],
    ['a node was taken out', `delete from ledger_nodes where level = 2 and index = 0`],
    ['its last leaf was taken out', `delete from ledger_leaves where leaf = 6`],
    [
      'its signature was changed',
      `update ledger_checkpoints set note = replace(note, E'\\n\\n— ', E'\\n\\n— x')`,
    ],
    ['its last signature was taken out', 'delete from ledger_checkpoints'],
  ])('signs nothing more when %s', async (_what, sql) => {
    await write(7);
    await followLog(ledger);
    const admin = createPool({ url: db.superuserUrl, name: 'intruder', max: 1 });
    await admin.query(`set session_replication_role = replica; ${sql}`);
    await admin.end();
    await write(1);
    await expect(followLog(ledger)).rejects.toThrow(/not the one that was signed last|is missing/);
    const [consumer] = (await readConsumers(db.pool)).filter((it) => it.consumer === 'ledger');
    expect(consumer?.problem).toMatch(/not the one that was signed last|is missing/);
  });

  it('comes to the head of the log without being woken', async () => {
    const errors: unknown[] = [];
    const log = { info: () => undefined, error: (details: object) => void errors.push(details) };
    const desk = openDesk({ pool: db.pool, clock: systemClock, log }).of('ledger');
    const part = startLedger(ledger, desk, new AbortController().signal);
    await write(3);
    await until('three signed events', async () => (await readLedger(db.pool))?.size === 3);
    await part.close();
    expect(errors).toEqual([]);
  });
});

describe('the key of the ledger', () => {
  it('is in a file for its owner alone, and nowhere in the database', async () => {
    await write(1);
    await followLog(ledger);
    const file = path.join(folder, 'ledger-key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const secret = readFileSync(file, 'utf8').trim();
    const seed = Buffer.from(secret, 'base64url');
    for (const table of ['ledger', 'ledger_keys', 'ledger_checkpoints', 'checkpoints', 'events']) {
      const { rows } = await db.pool.query<{ t: string }>(`select t::text from ${table} t`);
      for (const { t } of rows) {
        for (const form of [secret, seed.toString('hex'), seed.toString('base64')])
          expect(t).not.toContain(form);
      }
    }
  });

  it('is asked for when its file is gone; nobody else signs in its place', async () => {
    await write(1);
    await followLog(ledger);
    await write(1);
    const elsewhere = new LedgerSecrets(path.join(folder, 'elsewhere'));
    await expect(followLog({ ...ledger, secrets: elsewhere })).rejects.toThrow('Put the file back');
    elsewhere.first();
    await expect(followLog({ ...ledger, secrets: elsewhere })).rejects.toThrow('Put the file back');
    expect(await followLog(ledger)).toBe(1);
  });

  it('hands over to another one, and who knows one of them knows both', async () => {
    await write(2);
    await followLog(ledger);
    const old = (await signedRoot()).signers[0]!;
    const before = readFileSync(path.join(folder, 'ledger-key'), 'utf8');
    const young = await rotateKey({ ...ledger, clock: systemClock });
    expect(readFileSync(path.join(folder, 'ledger-key'), 'utf8')).not.toBe(before);
    await write(1);
    await followLog(ledger);
    expect(await signedRoot()).toMatchObject({ size: 4, signers: [young], root: mth(await bodies()) });
    const statements = (await ledgerKeys(db.pool)).flatMap(({ statement }) => statement ?? []);
    expect(vouchedFor([readVerifierKey(old)!], statements).map(({ vkey }) => vkey)).toContain(young);
    expect(vouchedFor([readVerifierKey(young)!], statements).map(({ vkey }) => vkey)).toContain(old);
  });

  it('is rotated once when a rotation that was cut short is asked for again', async () => {
    await write(2);
    await followLog(ledger);
    const cut = Object.assign(new LedgerSecrets(path.join(folder, 'ledger-key')), {
      promote() {
        throw new Error('the power went');
      },
    });
    await expect(rotateKey({ ...ledger, secrets: cut, clock: systemClock })).rejects.toThrow(
      'the power went',
    );
    await write(1);
    await followLog(ledger);
    await rotateKey({ ...ledger, clock: systemClock });
    expect(await ledgerKeys(db.pool)).toHaveLength(2);
    expect(await db.store.readStream('ledger-keys')).toHaveLength(1);
    await write(1);
    expect(await followLog(ledger)).toBe(1);
  });

  it('is not handed over by an event that only says so', async () => {
    await write(1);
    await followLog(ledger);
    const { origin } = (await readLedger(db.pool))!;
    const thief = signingKeyOf(origin, Buffer.alloc(32, 7));
    const data = { from: 'x', to: thief.public.vkey, statement: rotationStatement(thief, thief) };
    await db.store.append('ledger-keys', 'no-stream', [logEvent('LedgerKeyRotated', data)]);
    await followLog(ledger);
    expect(await ledgerKeys(db.pool)).toHaveLength(1);
    expect((await signedRoot()).signers).not.toContain(thief.public.vkey);
  });

  it('is rotated by `linking ledger rotate-key`, and shown by `linking ledger key`', async () => {
    await write(1);
    await followLog(ledger);
    const run = async (...argv: string[]) => {
      const printed = { out: '', err: '' };
      const code = await runLinking(['ledger', ...argv], {
        env: { DATABASE_URL: db.url, DATA_DIR: folder },
        out: { write: (text) => (printed.out += text) },
        err: { write: (text) => (printed.err += text) },
      });
      return { code, ...printed };
    };
    const [first] = await ledgerKeys(db.pool);
    expect(await run('key')).toEqual({ code: 0, out: `${first!.vkey}\n`, err: '' });
    const rotated = await run('rotate-key');
    const second = (await ledgerKeys(db.pool))[1]!;
    expect(rotated).toMatchObject({ code: 0, err: '' });
    expect(rotated.out).toContain(second.vkey);
    expect((await run('key')).out).toBe(`${second.vkey}\n`);
  });
});
