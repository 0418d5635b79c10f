import { londonDay } from '@linking/domain/calendar/london.js';
import { replacementStatement, type LossReason } from '@linking/events/ledger/key-replacement.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { followLog, type LedgerDependencies } from './follow-log.js';
import { recordKeyChange } from './key-events.js';
import { ledgerKeys, readLedger } from './ledger-tables.js';
import { LedgerStandsStill, ownKeysOf, verifierKeys } from './signing-keys.js';

/** What a new key in the place of a lost one asks of whoever wants it. */
export interface LostKey {
  readonly reason: LossReason;
  /** The name of the log, typed by whoever knows what this means; without it nothing is done. */
  readonly log?: string | undefined;
}

const MOST = 1_000_000;

/**
 * Lets a new key sign because the secret of the present one is gone. The old key has not handed over, so nobody who kept it
 * can follow: verifiers say so. Answers the new public key.
 */
export async function replaceLostKey(
  ledger: LedgerDependencies & { readonly clock: Clock },
  { reason, log }: LostKey,
): Promise<string> {
  const { pool, secrets, clock } = ledger;
  const state = await readLedger(pool);
  const from = verifierKeys(await ledgerKeys(pool)).at(-1);
  if (state === undefined || from === undefined) {
    throw new LedgerStandsStill('Nothing was ever signed, so no key can be lost. Start the service first.');
  }
  const { origin } = state;
  if (log !== origin) {
    throw new LedgerStandsStill(
      `Whoever kept the key ${from.vkey} will not be able to follow to the new one and will ask you how it was lost. Look for a copy of ${secrets.path} first. If there is none, give the command again with --log ${origin}`,
    );
  }
  secrets.putDamagedAside();
  const isHere = ownKeysOf(origin, secrets).some(({ vkey }) => vkey === from.vkey);
  if (secrets.inPlace()) {
    throw new LedgerStandsStill(
      isHere
        ? `The key is not lost: it is in ${secrets.path}. \`linking ledger rotate-key\` changes it.`
        : `${secrets.path} holds another key than the one that signs. Is LEDGER_KEY_FILE right? If the one that signs is lost, put this file elsewhere first.`,
    );
  }
  // Cut short after the ledger had passed the event: only the file is left to do.
  if (!isHere) {
    const next = signingKeyOf(origin, secrets.next());
    const statement = replacementStatement({ from, to: next, on: londonDay(clock.now()), reason });
    const to = next.public.vkey;
    await recordKeyChange(ledger, 'LedgerKeyReplaced', {
      from: from.vkey,
      to,
      statement,
      reasonCode: reason,
    });
    // All that waits is one page: only with its last event does a key sign again.
    await followLog({ ...ledger, page: MOST });
  }
  secrets.promote();
  return (await ledgerKeys(pool)).at(-1)!.vkey;
}
