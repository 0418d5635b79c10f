import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import { logSource } from '@linking/application/audit/log-source.js';
import { verifyLog } from '@linking/application/audit/verify-log.js';
import type { EventStore } from '@linking/events/event-store.js';
import { leafHash, nodeHash } from '@linking/events/ledger/tree-hashes.js';

const PAGE = 500;
const SAMPLE = 10_000;

/** Events a second that a follower gives their places in the tree, and signs. */
export async function ourFollowing(ledger: LedgerDependencies): Promise<number> {
  return perSecond(() => followLog(ledger));
}

/** Events a second of the verification of the whole log, signatures and ledger included. */
export async function ourVerification(pool: Pool, store: EventStore): Promise<number> {
  return perSecond(async () => {
    const found = await verifyLog({ pool, source: logSource(pool, store) });
    if (!found.ok) throw new Error(found.wrong.sentence);
    return found.size;
  });
}

/** Every text read by a plain paged SELECT, and with `hashing` hashed once: no tree, nothing compared. */
export async function rawReading(pool: Pool, hashing: boolean): Promise<number> {
  return perSecond(async () => {
    let found = 0;
    for (let from = '0'; ;) {
      const { rows } = await pool.query<{ position: string; body: string }>({
        name: 'raw-texts',
        text: `select position::text, body from events e where e.position > $1 order by e.position limit ${PAGE}`,
        values: [from],
      });
      if (hashing) for (const { body } of rows) hash('sha256', body, 'buffer');
      found += rows.length;
      if (rows.length < PAGE) return found;
      from = rows.at(-1)!.position;
    }
  });
}

/** Texts hashed in a bare loop, so many times as there are events; with `tree` as leaves, with a node for each. */
export async function bareHashing(bodies: readonly string[], count: number, tree: boolean): Promise<number> {
  return perSecond(async () => {
    let last = leafHash('');
    for (let done = 0; done < count; done += 1) {
      const body = bodies[done % bodies.length]!;
      if (tree) last = nodeHash(last, leafHash(body));
      else hash('sha256', body, 'buffer');
    }
    return count;
  });
}

export async function sampleOfTexts(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ body: string }>(
    `select body from events order by position limit ${SAMPLE}`,
  );
  return rows.map(({ body }) => body);
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const done = await work();
  return (done * 1_000) / (performance.now() - start);
}
