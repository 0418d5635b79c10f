import type pg from 'pg';
import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import { streamPrefixes } from '@linking/events/known-types.js';
import { parseCheckpoint, signCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { sealedNumber, signSeal } from '@linking/events/ledger/checkpoint-seal.js';
import { GrowingTree, type TreeNode } from '@linking/events/ledger/growing-tree.js';
import { readReplacement } from '@linking/events/ledger/key-replacement.js';
import { readRotation } from '@linking/events/ledger/key-rotation.js';
import type { LedgerEventData } from '@linking/events/ledger/ledger-events.js';
import { signingKeyOf, type VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { signersOf } from '@linking/events/ledger/signed-note.js';
import { leafHash, sameHash } from '@linking/events/ledger/tree-hashes.js';
import { nodesOf } from '@linking/events/ledger/tree-shape.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import { LEDGER_STREAM } from '@linking/events/streams.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import {
  keepProblem,
  lockCheckpoint,
  moveCheckpoint,
} from '@linking/projections/checkpoints/checkpoints-table.js';
import { logIdOfDatabase } from '../event-log/log-identity.js';
import { inLockedTransaction } from '../locked-transaction.js';
import {
  addCheckpoint,
  addKey,
  addLeaves,
  ledgerKeys,
  lockLedger,
  newestCheckpoint,
  nodesIn,
  readLedger,
  startLedgerTables,
  type CheckpointRow,
  type KeyRow,
  type LedgerState,
} from './ledger-tables.js';
import { LedgerStandsStill, ownKeysOf, signingKey, verifierKeys } from './signing-keys.js';

export interface LedgerDependencies {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly secrets: LedgerSecrets;
  /** Events a page: leaves, nodes and one signed checkpoint are committed together. */
  readonly page?: number;
}

/** Its name among the consumers of the log. */
export const LEDGER = 'ledger';
const PAGE = 1_000;
const START_LOCK = 'ledger-start';

/**
 * Brings the tree to the head of the log and signs it, page by page; several processes may call it at once. It builds on
 * nothing that its own last signature does not vouch for. Returns the number of leaves added.
 */
export async function followLog(ledger: LedgerDependencies, signal?: AbortSignal): Promise<number> {
  const { pool, store, page: limit = PAGE } = ledger;
  let added = 0;
  try {
    let state = (await readLedger(pool)) ?? (await startLedger(ledger));
    let reading = state && store.readAll({ after: state.position, prefixes: streamPrefixes, limit });
    while (state !== undefined && reading !== undefined && signal?.aborted !== true) {
      const { events } = await reading;
      if (events.length === 0) break;
      const after = events.at(-1)!.position;
      // The next page is read while this one is written.
      const next = store.readAll({ after, prefixes: streamPrefixes, limit });
      next.catch(() => undefined);
      const done = await addPage(ledger, state, events);
      if (done) added += events.length;
      state = await readLedger(pool);
      const follows = state?.position === after;
      reading = follows
        ? next
        : state && store.readAll({ after: state.position, prefixes: streamPrefixes, limit });
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await keepProblem(pool, LEDGER, problem).catch(() => undefined);
    throw error;
  }
  return added;
}

/** Names the log and its first key, once. */
async function startLedger({ pool, store, secrets }: LedgerDependencies): Promise<LedgerState | undefined> {
  if ((await store.head()) === null) return undefined;
  await inLockedTransaction(pool, START_LOCK, async (transaction) => {
    if ((await readLedger(transaction)) !== undefined) return;
    const origin = `schools-linking.example/log/${await logIdOfDatabase(transaction)}`;
    await startLedgerTables(transaction, origin, signingKeyOf(origin, secrets.first()).public.vkey);
  });
  return readLedger(pool);
}

/** False when another process was quicker. */
async function addPage(
  { pool, secrets }: LedgerDependencies,
  state: LedgerState,
  events: readonly StoredEvent[],
): Promise<boolean> {
  const hashes = events.map(({ body }) => leafHash(body));
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const signedAt = await lockLedger(client);
    if ((await readLedger(client))?.size !== state.size) {
      await client.query('rollback');
      return false;
    }
    const keys = await ledgerKeys(client);
    const newest = await newestCheckpoint(client);
    const { tree, sealed } = await trustedTree(client, state, keys, newest);
    const nodes: TreeNode[] = [];
    for (const hash of hashes) tree.add(hash, (node) => nodes.push(node));
    await addLeaves(client, state.size, events, hashes, nodes);
    const rotated = newKeys(keys, events, ownKeysOf(state.origin, secrets));
    for (const key of rotated) await addKey(client, key);
    const signer = signingKey(secrets, state.origin, [...keys, ...rotated]);
    const checkpoint = { origin: state.origin, size: tree.size, root: tree.root() };
    const note = signCheckpoint(checkpoint, [signer]);
    const seal = signSeal(
      { origin: state.origin, number: sealed + 1, signedAt, note, before: newest?.seal ?? '' },
      signer,
    );
    await addCheckpoint(client, { size: tree.size, note, signedAt, seal });
    await lockCheckpoint(client, LEDGER);
    await moveCheckpoint(client, LEDGER, events.at(-1)!.position);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The tree as it stands, when it is the one that was signed last, and how many checkpoints are sealed. */
async function trustedTree(
  client: pg.PoolClient,
  { origin, size }: LedgerState,
  keys: readonly KeyRow[],
  newest: CheckpointRow | undefined,
): Promise<{ readonly tree: GrowingTree; readonly sealed: number }> {
  const edge = await nodesIn(client)(nodesOf({ begin: 0, end: size }));
  const tree = new GrowingTree(size, edge);
  if (newest === undefined && size === 0) return { tree, sealed: 0 };
  const signed = newest && parseCheckpoint(newest.note);
  const vouched =
    signed !== undefined &&
    signed.origin === origin &&
    signed.size === size &&
    sameHash(signed.root, tree.root()) &&
    signersOf(signed.note, verifierKeys(keys)).length > 0;
  const sealed = newest && sealedNumber({ origin, ...newest }, verifierKeys(keys));
  if (!vouched || sealed === undefined) {
    throw new LedgerStandsStill(
      'The tree in the database is not the one that was signed last. Nothing more is signed: run `linking verify`.',
    );
  }
  return { tree, sealed };
}

const KEY_ROTATED = storedType('LedgerKeyRotated');
const KEY_REPLACED = storedType('LedgerKeyReplaced');

/**
 * Keys that the key before them has handed over to, and those in the place of a lost one whose secret is on this machine:
 * what only claims to be one changes nothing.
 */
function newKeys(
  keys: readonly KeyRow[],
  events: readonly StoredEvent[],
  own: readonly VerifierKey[],
): readonly KeyRow[] {
  const added: KeyRow[] = [];
  for (const { envelope } of events) {
    if (envelope.stream !== LEDGER_STREAM) continue;
    if (envelope.type !== KEY_ROTATED && envelope.type !== KEY_REPLACED) continue;
    const { statement } = envelope.data as LedgerEventData['LedgerKeyRotated' | 'LedgerKeyReplaced'];
    const replacement = readReplacement(statement);
    const mayReplace = replacement !== undefined && own.some(({ vkey }) => vkey === replacement.to.vkey);
    const step = mayReplace ? replacement : readRotation(statement);
    const all = [...keys, ...added];
    if (step === undefined || step.from.vkey !== all.at(-1)?.vkey) continue;
    if (all.some(({ vkey }) => vkey === step.to.vkey)) continue;
    added.push({ number: all.length + 1, vkey: step.to.vkey, statement });
  }
  return added;
}
