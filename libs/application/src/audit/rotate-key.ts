import { londonDay } from '@linking/domain/calendar/london.js';
import { derivedId, eventId } from '@linking/events/event-ids.js';
import { rotationStatement } from '@linking/events/ledger/key-rotation.js';
import type { LedgerEventData } from '@linking/events/ledger/ledger-events.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import { LEDGER_STREAM } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { followLog, type LedgerDependencies } from './follow-log.js';
import { ledgerKeys, readLedger } from './ledger-tables.js';
import { LedgerStandsStill, signingKey } from './signing-keys.js';

/** Ids of this command are made of the new key: a rotation that was cut short is the same one when it is asked for again. */
const ROTATIONS = '5d0c3c61-6a0a-4a35-9a4b-6f6b3f0c9a77';

/**
 * Lets another key sign from now on. The handover is an event, signed by both keys; the old secret is overwritten at the
 * very end, when the ledger has passed the event. Answers the new public key.
 */
export async function rotateKey(ledger: LedgerDependencies & { readonly clock: Clock }): Promise<string> {
  const { pool, store, secrets, clock } = ledger;
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
    const data: LedgerEventData['LedgerKeyRotated'] = {
      from: now.public.vkey,
      to,
      statement: rotationStatement(now, next),
    };
    const before = (await store.readStream(LEDGER_STREAM, { backwards: true, limit: 1 }))[0]?.envelope;
    const commandId = derivedId(ROTATIONS, to);
    const recordedAt = later(clock.now(), before?.recordedAt);
    await store.append(LEDGER_STREAM, before?.revision ?? 'no-stream', [
      {
        id: eventId(commandId, 0),
        type: storedType('LedgerKeyRotated'),
        schema: 1,
        occurredOn: londonDay(recordedAt),
        recordedAt,
        actor: 'worker:cli',
        channel: 'cli',
        commandId,
        correlationId: commandId,
        data,
      },
    ]);
    await followLog(ledger);
  }
  secrets.promote();
  return to;
}

const later = (now: string, before = '') => (now < before ? before : now);
