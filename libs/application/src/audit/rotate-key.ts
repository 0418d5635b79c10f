import { rotationStatement } from '@linking/events/ledger/key-rotation.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { followLog, type LedgerDependencies } from './follow-log.js';
import { recordKeyChange } from './key-events.js';
import { ledgerKeys, readLedger } from './ledger-tables.js';
import { LedgerStandsStill, signingKey } from './signing-keys.js';

/**
 * Lets another key sign from now on. The handover is an event, signed by both keys; the old secret is overwritten at the
 * very end, when the ledger has passed the event. Answers the new public key.
 */
export async function rotateKey(ledger: LedgerDependencies & { readonly clock: Clock }): Promise<string> {
  const { pool, secrets } = ledger;
  await followLog(ledger);
  const state = await readLedger(pool);
  if (state === undefined) {
    throw new LedgerStandsStill(
      'There is no event yet, so nothing was ever signed. Start the service first.',
    );
  }
  const keys = await ledgerKeys(pool);
  const next = signingKeyOf(state.origin, secrets.next());
  const to = next.public.vkey;
  // Cut short after the ledger had passed the event: only the file is left to do.
  if (keys.at(-1)?.vkey !== to) {
    const now = signingKey(secrets, state.origin, keys);
    const statement = rotationStatement(now, next);
    await recordKeyChange(ledger, 'LedgerKeyRotated', { from: now.public.vkey, to, statement });
    await followLog(ledger);
  }
  secrets.promote();
  return to;
}
