export type ImportKind = 'register' | 'census' | 'links';

export interface ImportRowError {
  /** Line of the file on which the row begins; the header is line 1. */
  readonly line: number;
  /** Name of the column as the file writes it, or empty when the whole row is meant. */
  readonly column: string;
  readonly message: string;
}

/** What a file did, or would do. A row with an unreadable optional value counts as imported and as an error. */
export interface ImportResult {
  readonly kind: ImportKind;
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly unchanged: number;
  /** At most {@link LISTED_ERRORS}. */
  readonly errors: readonly ImportRowError[];
  /** How many errors there are when not all of them are listed. */
  readonly errorCount?: number;
  /** Rows that are older than what is known and could only fill gaps; absent when there are none. */
  readonly older?: number;
}

export const LISTED_ERRORS = 1_000;
