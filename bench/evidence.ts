import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { evidenceOf } from '@linking/application/audit/evidence.js';
import { ledgerKeys } from '@linking/application/audit/ledger-tables.js';
import type { LedgerDependencies } from '@linking/application/audit/follow-log.js';
import type { EventEnvelope, NewEvent } from '@linking/events/envelope.js';
import { linkStream } from '@linking/events/streams.js';

export const REF = 'BRD-2026-001';
const GOLDEN = new URL('../libs/projections/golden/log.ndjson', import.meta.url);

/** The longest link of the golden log, from its first interest to its last day; the bench spreads it over the whole log. */
export function wholeLink(): readonly NewEvent[] {
  return readFileSync(GOLDEN, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EventEnvelope)
    .filter(({ stream }) => stream === 'link-golden-1')
    .map(({ stream: _stream, revision: _revision, ...event }) => event);
}

export async function appendOne({ store }: LedgerDependencies, at: number, event: NewEvent): Promise<void> {
  await store.append(linkStream(REF), at === 0 ? 'no-stream' : at, [event]);
}

/** In words: how large the evidence of that link is, and how long a new process of the verifier takes over it. */
export async function measureEvidence(ledger: LedgerDependencies, folder: string): Promise<string> {
  const began = performance.now();
  const evidence = await evidenceOf(ledger, REF);
  const taken = performance.now() - began;
  const text = JSON.stringify(evidence);
  const file = path.join(folder, 'evidence.json');
  await writeFile(file, text);
  const [key] = await ledgerKeys(ledger.pool);
  const start = performance.now();
  await promisify(execFile)(process.execPath, ['tools/verify-evidence.mjs', file, '--key', key!.vkey]);
  const verified = performance.now() - start;
  return (
    `evidence of a link of ${evidence.events.length} events: ${Buffer.byteLength(text)} bytes (at most 50000), ` +
    `taken in ${Math.round(taken)} ms, verified in ${Math.round(verified)} ms (below 1000)`
  );
}
