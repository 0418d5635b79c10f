import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { consistencyOf } from '@linking/application/audit/consistency.js';
import { evidenceOf } from '@linking/application/audit/evidence.js';
import { followLog } from '@linking/application/audit/follow-log.js';
import { checkpointsAfter, ledgerKeys } from '@linking/application/audit/ledger-tables.js';
import { rotateKey } from '@linking/application/audit/rotate-key.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { answerOf, type Question } from './support/foreign-reader/second-reader.js';
import { logEvent } from './support/log-events.js';
import { openWorkerDatabase } from './support/worker-database.js';

type Asked = readonly [what: string, question: Question];
type Checkpoint = Question & Required<Pick<Question, 'record' | 'older'>>;

let folder: string;
let good: Asked[];
let bad: Asked[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-foreign-'));
  const db = await openWorkerDatabase();
  const secrets = new LedgerSecrets(path.join(folder, 'ledger-key'));
  const ledger = { pool: db.pool, store: db.store, secrets };
  for (const [at, count] of [5, 9, 1, 7].entries()) {
    const events = Array.from({ length: count }, () =>
      logEvent('MeetingHeld', { number: 1, venue: 'Zoë’s – 4 Öak' }),
    );
    await db.store.append(`link-BRD-2026-00${at + 1}`, 'no-stream', events);
    await followLog({ ...ledger, page: 3 });
    if (at === 1) await rotateKey({ ...ledger, clock: systemClock });
  }
  const rows = await checkpointsAfter(db.pool, 0, 100);
  const keys = await ledgerKeys(db.pool);
  const vkeys = keys.map(({ vkey }) => vkey);
  const { note } = rows.at(-1)!;
  const evidence = await Promise.all([1, 2, 3, 4].map((number) => evidenceOf(db, `BRD-2026-00${number}`)));
  const records = evidence.flatMap(({ events, hashes }) =>
    events.map(({ leaf, body, proof }) => ({
      index: leaf,
      body,
      proof: proof.map((place) => hashes[place]!),
    })),
  );
  const olders = await Promise.all(
    rows.map(async ({ size }) => {
      const { fromRoot, proof } = await consistencyOf(db.pool, size, undefined);
      return { size, root: fromRoot.toString('base64'), proof: proof.map((hash) => hash.toString('base64')) };
    }),
  );
  await db.close();
  good = [
    ...rows.map(({ size, note }) => [`the checkpoint of ${size} events`, { keys: vkeys, note }] as const),
    ...rows.map(({ size, seal }) => [`its seal, ${size}`, { keys: vkeys, note: seal }] as const),
    ['the handover', { keys: vkeys, note: keys[1]!.statement!, signatures: 2 }],
    ...records.map((record) => [`event ${record.index}`, { keys: vkeys, note, record }] as const),
    ...olders.map((older) => [`all from ${older.size} on`, { keys: vkeys, note, older }] as const),
  ];
  const whole: Checkpoint = {
    keys: vkeys,
    note,
    record: records.find(({ proof }) => proof.length > 3)!,
    older: olders.find(({ proof }) => proof.length > 2)!,
  };
  good.push(['all of it together', whole]);
  bad = spoilt(whole, rows[0]!.note);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that somebody might change of what was handed to the reader. */
function spoilt(whole: Checkpoint, other: string): Asked[] {
  const { keys, note, record, older } = whole;
  const [text, signature] = [note.slice(0, note.indexOf('\n\n') + 2), note.slice(note.indexOf('\n\n') + 2)];
  const bent = (base64: string, at = 40) => {
    const bytes = Buffer.from(base64, 'base64');
    bytes[at % bytes.length]! ^= 1;
    return bytes.toString('base64');
  };
  const [dash, name, base64] = signature.trimEnd().split(' ');
  const lines = note.split('\n');
  const line = (number: number, to: string) => ({ ...whole, note: lines.with(number - 1, to).join('\n') });
  const noProofs = (asked: Question): Question => ({ keys: asked.keys, note: asked.note });
  const withRecord = (change: Partial<typeof record>) => ({ keys, note, record: { ...record, ...change } });
  const withOlder = (change: Partial<typeof older>) => ({ keys, note, older: { ...older, ...change } });
  const proofs = (proof: readonly string[]): [string, readonly string[]][] => [
    ...proof.map((hash, at): [string, string[]] => [`hash ${at} bent`, proof.with(at, bent(hash))]),
    ['a hash less', proof.slice(1)],
    ['a hash more', [...proof, proof[0]!]],
    ['another order', proof.toReversed()],
    ['none', []],
  ];
  return [
    ['a bent signature', noProofs({ keys, note: `${text}${dash} ${name} ${bent(base64!)}\n` })],
    [
      'the signature of another checkpoint',
      noProofs({ keys, note: `${text}${other.slice(other.indexOf('\n\n') + 2)}` }),
    ],
    ['no signature', noProofs({ keys, note: text })],
    ['only the key of before', noProofs({ keys: keys.slice(0, 1), note })],
    [
      'a bent key',
      noProofs({
        keys: keys.map((key) => key.replace(/\+(.)/, (_all, digit) => `+${digit === '0' ? 1 : 0}`)),
        note,
      }),
    ],
    ['another origin', noProofs(line(1, 'another.example/log'))],
    ['another size', noProofs(line(2, String(Number(lines[1]) + 1)))],
    ['another root', noProofs(line(3, bent(lines[2]!)))],
    ['an older checkpoint for the same record', { ...withRecord({}), note: other }],
    ['another event', withRecord({ body: record.body.replace('1', '2') })],
    ['another place', withRecord({ index: record.index + 1 })],
    ['a place beyond the log', withRecord({ index: 1_000 })],
    ...proofs(record.proof).map(([how, proof]): Asked => [`inclusion: ${how}`, withRecord({ proof })]),
    ['another older root', withOlder({ root: bent(older.root) })],
    ['another older size', withOlder({ size: older.size + 1 })],
    ['an older one that is larger', withOlder({ size: 1_000 })],
    ...proofs(older.proof).map(([how, proof]): Asked => [`consistency: ${how}`, withOlder({ proof })]),
  ];
}

const GO_PACKAGES = '/usr/share/gocode';
/** Of Debian's golang-go and golang-golang-x-mod-dev; 465 MB, so that only who has them runs this. */
const hasGo =
  existsSync(`${GO_PACKAGES}/src/golang.org/x/mod/sumdb/tlog`) && spawnSync('go', ['version']).status === 0;

const readers: [string, (questions: readonly Question[]) => readonly string[]][] = [
  ['a second reader, written from the specifications', (questions) => questions.map(answerOf)],
];
if (hasGo || process.env['FOREIGN_READER'] === 'go') {
  readers.push(['the checksum database of Go', askGo]);
}

function askGo(questions: readonly Question[]): readonly string[] {
  const program = path.join(import.meta.dirname, 'support/foreign-reader/read-log.go');
  const { stdout, stderr, status } = spawnSync('go', ['run', program], {
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: GO_PACKAGES,
      GOFLAGS: '',
      GOCACHE: path.join(folder, 'go'),
    },
    input: questions.map((question) => `${JSON.stringify(question)}\n`).join(''),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}

describe.each(readers)('%s', (_name, ask) => {
  it('accepts our keys, checkpoints, seals, handovers and every proof, and refuses whatever was changed', () => {
    const answers = ask([...good, ...bad].map(([, question]) => question));
    const refused = good
      .filter((_asked, at) => answers[at] !== 'yes')
      .map(([what], at) => [what, answers[at]]);
    const accepted = bad.filter((_asked, at) => answers[good.length + at] === 'yes').map(([what]) => what);
    expect({ refused, accepted, asked: answers.length }).toEqual({
      refused: [],
      accepted: [],
      asked: good.length + bad.length,
    });
    expect([good.length > 40, bad.length > 25]).toEqual([true, true]);
  }, 120_000);
});
