import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

/** Shorter than the five seconds within which every event is to be signed. */
const EVERY = 2_000;

/** Keeps the ledger at the head of the log. It needs no queue: what was not signed yet is looked for in the tables. */
export function startLedger(ledger: LedgerDependencies, desk: PartDesk, signal: AbortSignal): WorkerPart {
  const sweep = new Sweep(
    EVERY,
    () =>
      desk.run(async () => {
        await followLog(ledger, signal);
      }),
    (error) => desk.error({ err: error }, 'The ledger stands still'),
  );
  sweep.wake();
  return { wake: () => sweep.wake(), close: () => sweep.stop() };
}
