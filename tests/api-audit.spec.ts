import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Evidence } from '@linking/application/audit/evidence.js';
import { followLog } from '@linking/application/audit/follow-log.js';
import { parseCheckpoint, signCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { readVerifierKey, signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import { signersOf } from '@linking/events/ledger/signed-note.js';
import { leafHash } from '@linking/events/ledger/tree-hashes.js';
import { verifyConsistency } from '@linking/events/ledger/verify-proofs.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { TestApi } from './support/api.js';

let api: TestApi;
let folder: string;
const ref = 'BRD-2026-001';
const follow = () =>
  followLog({ pool: api.pool, store: api.store, secrets: new LedgerSecrets(path.join(folder, 'key')) });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-audit-'));
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(async () => {
  await api.end();
  rmSync(folder, { recursive: true });
});

describe('the audit', () => {
  it('has nothing to show before the first signature, and says so', async () => {
    await api.link();
    for (const address of ['/audit/checkpoint', '/audit/consistency?from=0', `/links/${ref}/evidence`]) {
      const answer = await api.get(address, { as: api.people.auditor });
      expect([address, answer.statusCode]).toEqual([address, 404]);
      expect(answer.json()).toMatchObject({ code: 'NOTHING_SIGNED' });
    }
  });

  it('gives auditors and the national office checkpoints, keys and the proof that the log goes on', async () => {
    await follow();
    const older = await api.get('/audit/checkpoint', { as: api.people.auditor });
    expect(older.headers['content-type']).toBe('text/plain; charset=utf-8');
    const first = parseCheckpoint(older.body)!;
    await api.link('900002', '900003');
    await follow();
    const second = parseCheckpoint((await api.get('/audit/checkpoint', { as: api.people.national })).body)!;
    const { items } = (await api.get('/audit/keys', { as: api.people.auditor })).json<{
      items: { vkey: string }[];
    }>();
    expect(signersOf(second.note, [readVerifierKey(items[0]!.vkey)!])).toHaveLength(1);

    const answer = await api.get(`/audit/consistency?from=${first.size}&to=${second.size}`, {
      as: api.people.auditor,
    });
    const { from, to, fromRoot, toRoot, proof } = answer.json<{
      from: number;
      to: number;
      fromRoot: string;
      toRoot: string;
      proof: string[];
    }>();
    const bytes = (text: string) => Buffer.from(text, 'base64');
    expect([bytes(fromRoot), bytes(toRoot)]).toEqual([first.root, second.root]);
    const given = { from, to, fromRoot: first.root, toRoot: second.root, proof: proof.map(bytes) };
    expect(verifyConsistency(given)).toBe(true);
  });

  it.each([
    ['from=-1', 'from has to be a whole number'],
    ['from=x', 'from has to be a whole number'],
    ['', 'from is missing; it has to be a whole number'],
    ['from=100000', 'events are signed'],
    ['from=5&to=4', 'Put the smaller size into from'],
    ['from=5&to=400000', 'events are signed'],
    ['from=1&size=2', 'size'],
  ])('refuses the sizes %s with a sentence', async (query, sentence) => {
    const answer = await api.get(`/audit/consistency?${query}`, { as: api.people.auditor });
    expect([query, answer.statusCode]).toEqual([query, 400]);
    expect(answer.json<{ detail: string }>().detail).toContain(sentence);
  });

  it('proves it from the text of a checkpoint that somebody kept, or names what is wrong with that', async () => {
    const { body: kept } = await api.get('/audit/checkpoint', { as: api.people.auditor });
    const { origin, size, root } = parseCheckpoint(kept)!;
    const ask = (text: string) =>
      api.get(`/audit/consistency?checkpoint=${encodeURIComponent(text)}`, { as: api.people.auditor });
    const good = await ask(kept);
    expect(good.json()).toMatchObject({ from: size, fromRoot: root.toString('base64') });
    const [secret] = new LedgerSecrets(path.join(folder, 'key')).all();
    const signed = (to: number, of = origin, seed = secret!) =>
      signCheckpoint({ origin: of, size: to, root: leafHash('x') }, [signingKeyOf(of, seed)]);
    for (const [text, status, code] of [
      [signed(size), 409, 'LOG_NOT_THAT_OF_CHECKPOINT'],
      [signed(size + 1), 409, 'LOG_SHORTER_THAN_CHECKPOINT'],
      [signed(size, 'x.example/log'), 409, 'CHECKPOINT_OF_ANOTHER_LOG'],
      [signed(size, origin, Buffer.alloc(32, 7)), 409, 'CHECKPOINT_OF_ANOTHER_KEY'],
      [kept.replace(`\n${size}\n`, `\n${size - 1}\n`), 409, 'CHECKPOINT_FORGED'],
      [kept.slice(0, 90), 400, 'CHECKPOINT_MALFORMED'],
    ] as const) {
      const answer = await ask(text);
      expect([text, answer.statusCode, answer.json()]).toEqual([
        text,
        status,
        expect.objectContaining({ code, detail: expect.stringContaining('checkpoint that you kept') }),
      ]);
    }
  });

  it('is closed to coordinators and administrators, and to whoever is not signed in', async () => {
    for (const address of ['checkpoint', 'consistency?from=0', 'keys']) {
      for (const as of [api.rosa, api.people.admin]) {
        expect((await api.get(`/audit/${address}`, { as })).statusCode).toBe(403);
      }
      expect((await api.get(`/audit/${address}`, { as: '' })).statusCode).toBe(401);
    }
  });
});

describe('a link of the API', () => {
  it('is verified for its coordinator, the national office and an auditor, and for no other coordinator', async () => {
    await follow();
    for (const as of [api.rosa, api.people.national, api.people.auditor]) {
      const answer = await api.get(`/links/${ref}/verify`, { as });
      expect(answer.json()).toMatchObject({ ref, ok: true, notYetSigned: 0 });
    }
    for (const what of ['verify', 'evidence']) {
      expect((await api.get(`/links/${ref}/${what}`, { as: api.people.kent })).statusCode).toBe(404);
      expect((await api.get(`/links/BRD-2026-999/${what}`)).statusCode).toBe(404);
      expect((await api.get(`/links/${ref}/${what}`, { as: '' })).statusCode).toBe(401);
    }
  });

  it('has a new event that waits for its signature', async () => {
    await api.change(ref, 'pause', { reasonCode: 'inspection' });
    const { events, ...found } = (await api.get(`/links/${ref}/verify`)).json<{
      ok: boolean;
      events: number;
    }>();
    expect(found).toMatchObject({ ok: true, notYetSigned: 1 });
    const evidence = (await api.get(`/links/${ref}/evidence`)).json<Evidence>();
    expect(evidence.leftOut.at(-1)).toBe('The last event: it is not signed yet.');
    await follow();
    expect((await api.get(`/links/${ref}/verify`)).json()).toMatchObject({
      events: events + 1,
      notYetSigned: 0,
    });
  });

  it('is not verified when somebody changed it behind the back of the service', async () => {
    await api.link('900001', '900003');
    await follow();
    await api.pool.query(`alter table events disable trigger all;
      update events set body = replace(body, '"channel":"api"', '"channel":"cli"') where stream = 'link-BRD-2026-003' and revision = 1`);
    expect((await api.get('/links/BRD-2026-003/verify')).json()).toMatchObject({
      ok: false,
      sentence: 'Event 1 of link-BRD-2026-003 is not the one that was recorded and signed.',
    });
  });

  it('gives its evidence as a file, and who took it is kept', async () => {
    const answer = await api.get(`/links/${ref}/evidence?from=3`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="evidence-${ref}.json"`);
    expect(answer.json()).toMatchObject({ link: ref, consistency: { from: 3 } });
    expect((await api.get(`/links/${ref}/evidence?from=x`)).statusCode).toBe(400);
    await api.get(`/links/${ref}/verify`, { as: api.people.auditor });
    const { rows } = await api.pool.query(
      `select action, subject from access_log where subject like '%BRD-2026-001/%' order by id desc limit 2`,
    );
    expect(rows).toEqual([
      { action: 'read', subject: `/api/v1/links/${ref}/verify` },
      { action: 'export', subject: `/api/v1/links/${ref}/evidence` },
    ]);
  });
});
