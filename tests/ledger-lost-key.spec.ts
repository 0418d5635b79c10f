import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidenceOf } from '@linking/application/audit/evidence.js';
import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import { ledgerKeys, newestCheckpoint, readLedger } from '@linking/application/audit/ledger-tables.js';
import { replaceLostKey } from '@linking/application/audit/replace-lost-key.js';
import { checkLogIdentity } from '@linking/application/event-log/log-identity.js';
import { replacementStatement } from '@linking/events/ledger/key-replacement.js';
import { readVerifierKey, signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { runLinking } from '../apps/cli/src/program.js';
import { logEvent } from './support/log-events.js';
import { openWorkerDatabase, type WorkerDatabase } from './support/worker-database.js';

const REF = 'BRD-2026-014';
const verifier = path.resolve(import.meta.dirname, '../tools/verify-evidence.mjs');

let folder: string;
let db: WorkerDatabase;
let ledger: LedgerDependencies;
let keyFile: string;
let origin: string;
/** What an auditor has kept from before. */
let oldKey: string;
let keptFile: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-lost-key-'));
  keyFile = path.join(folder, 'ledger-key');
  db = await openWorkerDatabase();
  ledger = { pool: db.pool, store: db.store, secrets: new LedgerSecrets(keyFile) };
  await checkLogIdentity({ pool: db.pool, store: db.store, clock: systemClock, elsewhere: false });
  await write(0, 4);
  await followLog(ledger);
  origin = (await readLedger(db.pool))!.origin;
  oldKey = (await ledgerKeys(db.pool))[0]!.vkey;
  keptFile = path.join(folder, 'kept.txt');
  writeFileSync(keptFile, (await newestCheckpoint(db.pool))!.note);
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

async function write(before: number, count: number): Promise<void> {
  const events = Array.from({ length: count }, () =>
    logEvent('MeetingHeld', { number: 1, on: '2026-11-11' }),
  );
  await db.store.append(`link-${REF}`, before === 0 ? 'no-stream' : before, events);
}

async function linking(...argv: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const write = (text: string) => (said += text);
  const env = { DATABASE_URL: db.url, DATA_DIR: folder };
  const code = await runLinking(argv, { env, out: { write }, err: { write } });
  return { code, said };
}

/** Runs the verifier as an auditor would. */
async function verified(...options: string[]): Promise<{ code: number; said: string }> {
  const file = path.join(folder, 'evidence.json');
  writeFileSync(file, JSON.stringify(await evidenceOf(db, REF, { from: 5 })));
  return new Promise((resolve) => {
    execFile(process.execPath, [verifier, file, ...options], (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout });
    });
  });
}

const replace = (...options: string[]) =>
  linking('ledger', 'replace-lost-key', '--reason', 'machine-lost', ...options);

it('a lost key is replaced by who means it, and whoever kept the old one is told and never shown green', async () => {
  rmSync(keyFile);
  await write(4, 400);
  await expect(followLog({ ...ledger, page: 100 })).rejects.toThrow('linking ledger replace-lost-key');
  expect(await replace()).toEqual({ code: 2, said: expect.stringContaining(`--log ${origin}`) });
  expect(await replace('--log', 'another')).toMatchObject({ code: 2 });
  expect((await linking('ledger', 'replace-lost-key', '--log', origin)).code).toBe(2);
  expect(await ledgerKeys(db.pool)).toHaveLength(1);

  const replaced = await replace('--log', origin);
  const newKey = (await ledgerKeys(db.pool))[1]!.vkey;
  expect(replaced).toEqual({ code: 0, said: expect.stringContaining(newKey) });
  expect((await readLedger(db.pool))?.size).toBe(406);
  await write(404, 1);
  expect(await followLog(ledger)).toBe(1);
  expect(await replace('--log', origin)).toEqual({ code: 2, said: expect.stringContaining('is not lost') });

  const ids = [readVerifierKey(oldKey)!.id, readVerifierKey(newKey)!.id];
  const loss = `vouched for by the key ${ids[0]}, what came after by ${ids[1]} alone. Ask how it was lost.`;
  const table: [readonly string[], number, string][] = [
    [[], 0, 'Nothing was altered: 407'],
    [['--key', newKey], 0, 'Nothing was altered: 407'],
    [['--key', newKey, '--since', keptFile], 0, 'The log goes on from the 5 events'],
    [['--since', keptFile], 2, 'The log goes on from the 5 events'],
    [['--key', oldKey], 2, 'Only the first 5 of 407 events are vouched for'],
    [['--key', oldKey, '--since', keptFile], 2, 'Only the first 5 of 407 events are vouched for'],
  ];
  for (const [options, code, words] of table) {
    const found = await linking('verify', ...options);
    expect([options, found.code]).toEqual([options, code]);
    expect(found.said).toContain(words);
    expect(found.said).toContain(loss);
  }
  const files: [readonly string[], number, string][] = [
    [['--key', newKey], 0, 'Nothing was altered'],
    [['--key', newKey, '--checkpoint', keptFile], 0, 'begins with the 5 events'],
    [['--key', oldKey], 2, 'origin not checked'],
    [['--checkpoint', keptFile], 2, 'origin not checked'],
    [['--key', oldKey, '--checkpoint', keptFile], 2, 'origin not checked'],
  ];
  for (const [options, code, words] of files) {
    const found = await verified(...options);
    expect([options, found.code]).toEqual([options, code]);
    expect(found.said).toContain(words);
    expect(found.said).toContain(loss);
  }
});

it('a key file that is damaged is put aside, and a change that was cut short is gone on with', async () => {
  writeFileSync(keyFile, 'half a k');
  const cut = Object.assign(new LedgerSecrets(keyFile), {
    promote() {
      throw new Error('the power went');
    },
  });
  const lost = { reason: 'damaged', log: origin } as const;
  const asked = { ...ledger, clock: systemClock };
  await db.pool.query(`create function break() returns trigger language plpgsql as $$
    begin raise exception 'the disk is full'; end $$;
    create trigger break before insert on ledger_checkpoints execute function break()`);
  await expect(replaceLostKey(asked, lost)).rejects.toThrow('the disk is full');
  await db.pool.query('drop trigger break on ledger_checkpoints');
  await expect(replaceLostKey({ ...asked, secrets: cut }, lost)).rejects.toThrow('the power went');
  const key = await replaceLostKey(asked, lost);
  expect(await db.store.readStream('ledger-keys')).toHaveLength(1);
  expect((await ledgerKeys(db.pool)).map(({ vkey }) => vkey)).toEqual([oldKey, key]);
  expect(readdirSync(folder).filter((name) => name.startsWith('ledger-key.damaged-'))).toHaveLength(1);
  await write(4, 1);
  expect(await followLog(ledger)).toBe(1);
  // The wrong file is not overwritten either.
  writeFileSync(keyFile, `${Buffer.alloc(32, 9).toString('base64url')}\n`);
  expect((await replace('--log', origin)).said).toContain('Is LEDGER_KEY_FILE right?');
});

it('a thief with the database alone cannot put her key in its place unseen', async () => {
  const thief = signingKeyOf(origin, Buffer.alloc(32, 7));
  const from = readVerifierKey(oldKey)!;
  const statement = replacementStatement({ from, to: thief, on: '2026-12-03', reason: 'machine-lost' });
  const data = { from: oldKey, to: thief.public.vkey, statement, reasonCode: 'machine-lost' };
  await db.store.append('ledger-keys', 'no-stream', [logEvent('LedgerKeyReplaced', data)]);
  await followLog(ledger);
  expect(await ledgerKeys(db.pool)).toHaveLength(1);

  // She takes out what was signed after it and goes on by herself, with the key that she has.
  const secrets = new LedgerSecrets(path.join(folder, 'stolen'));
  writeFileSync(path.join(folder, 'stolen'), `${Buffer.alloc(32, 7).toString('base64url')}\n`);
  await db.pool
    .query(`${['leaves', 'nodes', 'checkpoints'].map((it) => `alter table ledger_${it} disable trigger all;`).join(' ')}
    delete from ledger_leaves where leaf >= 5; delete from ledger_nodes where (index + 1) * (1 << level) > 5;
    delete from ledger_checkpoints where size > 5`);
  await followLog({ ...ledger, secrets });
  expect((await ledgerKeys(db.pool)).map(({ vkey }) => vkey)).toEqual([oldKey, thief.public.vkey]);
  const here = await linking('verify');
  expect(here).toEqual({ code: 1, said: expect.stringContaining('it was not lost') });
  expect(await linking('verify', '--key', oldKey)).toMatchObject({ code: 2 });
  expect(await verified('--key', oldKey)).toMatchObject({ code: 2 });
  await expect(followLog(ledger)).resolves.toBe(0);
  await write(4, 1);
  await expect(followLog(ledger)).rejects.toThrow('Put the file back');
});
