import type { LossReason } from './key-replacement.js';

/** Facts of the ledger itself, stream `ledger-keys`. */
export interface LedgerEventData {
  LedgerKeyRotated: {
    /** Public keys as auditors know them. */
    readonly from: string;
    readonly to: string;
    /** A note with both keys, signed by both. */
    readonly statement: string;
  };
  LedgerKeyReplaced: {
    /** The public key whose secret was lost. */
    readonly from: string;
    readonly to: string;
    /** A note with both keys, signed by the new one alone. */
    readonly statement: string;
    readonly reasonCode: LossReason;
  };
}

export type LedgerEventName = keyof LedgerEventData;
