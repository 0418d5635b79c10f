/** Facts of the ledger itself, stream `ledger-keys`. */
export interface LedgerEventData {
  LedgerKeyRotated: {
    /** Public keys as auditors know them. */
    readonly from: string;
    readonly to: string;
    /** A note with both keys, signed by both. */
    readonly statement: string;
  };
}

export type LedgerEventName = keyof LedgerEventData;
