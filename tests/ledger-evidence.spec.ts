import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidenceOf, type Evidence } from '@linking/application/audit/evidence.js';
import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import { ledgerKeys, newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { checkLogIdentity } from '@linking/application/event-log/log-identity.js';
import { rotateKey } from '@linking/application/audit/rotate-key.js';
import { parseCheckpoint, signCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import { leafHash } from '@linking/events/ledger/tree-hashes.js';
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
let firstKey: string;
/** A checkpoint kept before the key was rotated, and its file. */
let kept: string;
let keptFile: string;
let evidence: Evidence;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-evidence-'));
  db = await openWorkerDatabase();
  ledger = { pool: db.pool, store: db.store, secrets: new LedgerSecrets(path.join(folder, 'ledger-key')) };
  // As at every start; the command would do it later otherwise, by one event more.
  await checkLogIdentity({ pool: db.pool, store: db.store, clock: systemClock, elsewhere: false });
  await write(db, `link-${REF}`, 0, 5);
  await write(db, 'link-BRD-2026-015', 0, 8);
  await followLog(ledger);
  firstKey = (await ledgerKeys(db.pool))[0]!.vkey;
  kept = (await newestCheckpoint(db.pool))!.note;
  keptFile = fileOf(kept, 'kept.txt');
  await rotateKey({ ...ledger, clock: systemClock });
  await write(db, `link-${REF}`, 5, 6);
  await write(db, 'link-BRD-2026-016', 0, 20);
  await followLog(ledger);
  evidence = await evidenceOf(db, REF, { from: 14 });
});

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

async function write(to: WorkerDatabase, stream: string, before: number, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, at) =>
    logEvent('MeetingHeld', { number: 1, on: '2026-11-11', pupilsA: 20 + at, pupilsB: 27 }),
  );
  await to.store.append(stream, before === 0 ? 'no-stream' : before, events);
}

function fileOf(content: unknown, name = 'evidence.json'): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Runs the verifier as an auditor would. */
function verified(content: unknown, ...options: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [verifier, fileOf(content), ...options], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr });
    });
  });
}

/** Runs `linking verify`. */
async function linking(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const code = await runLinking(['verify', ...argv], {
    env: { DATABASE_URL: db.url, DATA_DIR: folder },
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text) },
  });
  return { code, ...printed };
}

const changed = (change: (copy: { -readonly [Part in keyof Evidence]: Evidence[Part] }) => void) => {
  const copy = structuredClone(evidence);
  change(copy);
  return copy;
};

describe('the evidence of a link, verified elsewhere', () => {
  it('is consistent in itself when nobody has kept anything', async () => {
    const { code, said } = await verified(evidence);
    expect(code).toBe(2);
    expect(said).toContain(`Consistent in itself, origin not checked: 11 events of link ${REF}.`);
    expect(said).toContain('Not in the file: Names, addresses');
  });

  it('stands against the key, an earlier key, a kept checkpoint, or key and checkpoint', async () => {
    const [, second] = (await ledgerKeys(db.pool)).map(({ vkey }) => vkey);
    for (const options of [
      ['--key', second!],
      ['--key', firstKey],
      ['--checkpoint', keptFile],
      ['--key', firstKey, '--checkpoint', keptFile],
    ]) {
      const { code, said } = await verified(evidence, ...options);
      expect([options, code, said]).toEqual([
        options,
        0,
        expect.stringContaining('Nothing was altered: the 11 events'),
      ]);
    }
    const { said } = await verified(evidence, '--key', firstKey, '--checkpoint', keptFile);
    expect(said).toContain('to which the key that you have kept has handed over');
    expect(said).toContain('begins with the 14 events of the checkpoint that you have kept');
  });

  it('is asked for again when it does not lead from the kept checkpoint', async () => {
    const without = await evidenceOf(db, REF);
    const { code, said } = await verified(without, '--checkpoint', keptFile);
    expect([code, said]).toEqual([2, expect.stringContaining('Ask for the evidence again with ?from=14')]);
    const newest = fileOf((await newestCheckpoint(db.pool))!.note, 'newest.txt');
    expect((await verified(without, '--checkpoint', newest)).code).toBe(0);
  });

  it.each<[string, (copy: { -readonly [Part in keyof Evidence]: Evidence[Part] }) => void, string]>([
    [
      'an event with another number',
      (it) =>
        (it.events = it.events.map((e, at) => (at === 3 ? { ...e, body: e.body.replace('23', '24') } : e))),
      `Event 4 of link-${REF} is not the one that was recorded and signed`,
    ],
    [
      'two events in each other’s place',
      (it) => (it.events = [it.events[1]!, it.events[0]!, ...it.events.slice(2)]),
      `Where Event 1 of link-${REF} belongs stands event 2`,
    ],
    [
      'an event left out',
      (it) => (it.events = it.events.toSpliced(4, 1)),
      `Where Event 5 of link-${REF} belongs stands event 6`,
    ],
    ['no events', (it) => (it.events = []), 'holds no event'],
    ['another leaf', (it) => (it.events = it.events.map((e) => ({ ...e, leaf: e.leaf + 1 }))), 'Event 1 of'],
    ['another link', (it) => (it.link = 'BRD-2026-015'), 'not whole'],
    [
      'another link throughout',
      (it) => {
        it.link = 'BRD-2026-015';
        it.stream = 'link-BRD-2026-015';
      },
      'Where Event 1 of link-BRD-2026-015 belongs stands event 1 of link-BRD-2026-014',
    ],
    ['a hash less', (it) => (it.hashes = it.hashes.slice(0, -1)), ''],
    ['another size', (it) => (it.checkpoint = it.checkpoint.replace(/\n(\d+)\n/, '\n1$1\n')), 'Event 1 of'],
    ['another signature', (it) => (it.checkpoint = it.checkpoint.replace(/.....\n$/, 'AAAA=\n')), ''],
    ['no keys', (it) => (it.keys = []), 'not signed by a key in the file'],
    [
      'a key that was bent',
      (it) => (it.keys = it.keys.map(({ vkey }) => ({ vkey: vkey.replace('+', '+0') }))),
      'is not a key',
    ],
    ['another format', (it) => Object.assign(it, { format: 'x' }), 'is not evidence of this format'],
  ])('with %s is refused', async (_what, change, sentence) => {
    const { code, said } = await verified(changed(change));
    expect(code).toBe(1);
    expect(said).toContain(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('that was cut off anywhere is refused', async () => {
    const text = JSON.stringify(evidence);
    for (const part of [0, 0.3, 0.9]) {
      const { code, said } = await verified(text.slice(0, Math.floor(text.length * part)));
      expect([code, said]).toEqual([1, expect.stringContaining('it is cut off or is something else')]);
    }
  });

  it('is judged by a checkpoint that somebody kept, and says what is wrong with that one', async () => {
    const { origin } = parseCheckpoint(kept)!;
    const stranger = signingKeyOf(origin, randomBytes(32));
    const secret = ledger.secrets.all()[0]!;
    const signed = (size: number, of = origin, by = signingKeyOf(of, secret)) =>
      signCheckpoint({ origin: of, size, root: leafHash('x') }, [by]);
    const faults: [string, number, number, string, string][] = [
      [`\uFEFF${kept.replaceAll('\n', '\r\n')}`, 0, 0, 'begins with the 14 events', 'from the 14 events'],
      [signed(14), 1, 1, 'does not begin with the 14 events', 'not those of the checkpoint that you kept'],
      [signed(9_999), 2, 1, 'the log was cut back', 'the log was cut back'],
      [signed(14, 'x.example/log'), 1, 1, 'is of another log: x.example/log', 'is of another log: x.example'],
      [signed(14, origin, stranger), 1, 1, stranger.public.id, 'signed by another key'],
      [kept.replace('\n14\n', '\n15\n'), 1, 1, 'is forged', 'is forged'],
      [kept.replace('\n14\n', '\nfew\n'), 1, 2, 'line 2 should be', 'line 2 should be'],
      [kept.replace('—', '-'), 1, 2, 'line 5 should be a signature', 'line 5 should be a signature'],
    ];
    for (const [text, code, commandCode, sentence, commandSentence] of faults) {
      const file = fileOf(text, 'fault.txt');
      const [byFile, byCommand] = await Promise.all([
        verified(evidence, '--checkpoint', file),
        linking('--since', file),
      ]);
      expect([text, byFile.code, byFile.said]).toEqual([text, code, expect.stringContaining(sentence)]);
      expect([text, byCommand.code, byCommand.out]).toEqual([
        text,
        commandCode,
        expect.stringContaining(commandSentence),
      ]);
    }
  });

  it('with a consistency that was bent is refused against the kept checkpoint', async () => {
    const bent = changed((it) => (it.consistency = { from: 14, proof: it.consistency!.proof.toReversed() }));
    const { code, said } = await verified(bent, '--checkpoint', keptFile);
    expect([code, said]).toEqual([1, expect.stringContaining('does not begin with the 14 events')]);
  });

  it('whose handover of keys was left out is refused against the earlier key', async () => {
    const without = changed((it) => (it.keys = it.keys.map(({ vkey }) => ({ vkey }))));
    const { code, said } = await verified(without, '--key', firstKey);
    expect([code, said]).toEqual([1, expect.stringContaining('does not vouch')]);
  });

  it('of another log, forged with events, tree, checkpoint and key, is refused by whoever kept anything', async () => {
    const other = await openWorkerDatabase();
    await write(other, `link-${REF}`, 0, 11);
    const { origin } = (await db.pool.query<{ origin: string }>('select origin from ledger')).rows[0]!;
    const secrets = new LedgerSecrets(path.join(folder, 'forged-key'));
    await other.pool.query('insert into ledger (origin) values ($1)', [origin]);
    await other.pool.query('insert into ledger_keys (number, vkey) values (1, $1)', [
      signingKeyOf(origin, secrets.first()).public.vkey,
    ]);
    await followLog({ pool: other.pool, store: other.store, secrets });
    const forged = await evidenceOf(other, REF);
    await other.close();
    expect((await verified(forged)).code).toBe(2);
    const byKey = await verified(forged, '--key', firstKey);
    expect([byKey.code, byKey.said]).toEqual([1, expect.stringContaining('comes from somewhere else')]);
    const byCheckpoint = await verified(forged, '--checkpoint', keptFile);
    expect([byCheckpoint.code, byCheckpoint.said]).toEqual([
      1,
      expect.stringContaining('is none of the keys in the file'),
    ]);
    // Its own key beside the genuine ones helps as little.
    const mixed = { ...forged, keys: [...evidence.keys, ...forged.keys] };
    expect((await verified(mixed, '--key', firstKey)).code).toBe(1);
    expect((await verified(mixed, '--checkpoint', keptFile)).code).toBe(1);
  });

  it('asked wrongly says how to ask', async () => {
    for (const options of [['--key', 'x'], ['--key'], ['--checkpoint', verifier], ['more'], ['--what']]) {
      expect((await verified(evidence, ...options)).code).toBe(1);
    }
  });

  it('has at most 50 kB, though the log is long', async () => {
    await write(db, 'link-BRD-2026-020', 0, 1);
    for (let at = 1; at <= 45; at += 1) {
      await write(db, `person-${at}`, 0, 300);
      await write(db, 'link-BRD-2026-020', at, 1);
    }
    await followLog(ledger);
    const long = await evidenceOf(db, 'BRD-2026-020', { from: 14 });
    expect(long.events).toHaveLength(46);
    expect(Buffer.byteLength(JSON.stringify(long))).toBeLessThan(50_000);
    expect((await verified(long, '--checkpoint', keptFile)).code).toBe(0);
  });
});

describe('`linking verify`', () => {
  it('says that nothing was altered, from a kept checkpoint on and with a kept key', async () => {
    const found = await linking('--since', keptFile, '--key', firstKey);
    expect(found.code).toBe(0);
    expect(found.out).toMatch(
      /^Nothing was altered: [\d,]+ events stand as they were recorded and signed\. The log goes on from the 14 events/,
    );
    expect(found.err).toContain('100 %');
    expect((await linking()).code).toBe(0);
  });

  it('says how many events wait for a signature', async () => {
    await write(db, 'link-BRD-2026-030', 0, 3);
    const { code, out } = await linking();
    expect([code, out]).toEqual([0, expect.stringContaining('3 later events wait for their signature')]);
  });

  it('names the first wrong event', async () => {
    await db.pool.query(`alter table events disable trigger all;
      update events set body = replace(body, '"pupilsA":22', '"pupilsA":23') where stream = 'link-${REF}' and revision = 3`);
    const found = await linking();
    expect(found).toMatchObject({
      code: 1,
      out: expect.stringContaining(`Event 3 of link-${REF} was changed`),
    });
  });

  it('says when it has nothing to verify with', async () => {
    expect(await linking('--since', '/nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file'),
    });
    expect(await linking('--key', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('public key'),
    });
    expect(await linking('--since', verifier)).toMatchObject({
      code: 2,
      out: expect.stringContaining('cannot be read as one: line 2 should be the number'),
    });
  });
});
