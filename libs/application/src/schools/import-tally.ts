import {
  LISTED_ERRORS,
  type ImportKind,
  type ImportResult,
  type ImportRowError,
} from '@linking/domain/schools/import-result.js';

export type RowOutcome = 'added' | 'changed' | 'closed' | 'unchanged';

/** Counts what the rows of one file did; keeps only the first errors, however many there are. */
export class ImportTally {
  private readonly counts: Record<RowOutcome, number> = { added: 0, changed: 0, closed: 0, unchanged: 0 };
  private readonly listed: ImportRowError[] = [];
  private older = 0;
  errorCount = 0;

  count(outcome: RowOutcome): void {
    this.counts[outcome]++;
  }

  countOlder(): void {
    this.older++;
  }

  error(line: number, column: string, message: string): void {
    this.errorCount++;
    if (this.listed.length < LISTED_ERRORS) this.listed.push({ line, column, message });
  }

  result(kind: ImportKind): ImportResult {
    const errors = this.listed.toSorted((a, b) => a.line - b.line);
    return {
      kind,
      ...this.counts,
      errors,
      ...(this.errorCount > errors.length && { errorCount: this.errorCount }),
      ...(this.older > 0 && { older: this.older }),
    };
  }
}
