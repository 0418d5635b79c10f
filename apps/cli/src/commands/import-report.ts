import type { ImportResult } from '@linking/domain/schools/import-result.js';

const ERRORS_SHOWN = 20;

/** The counts as a small table, and the first errors. */
export function resultLines(
  result: ImportResult,
  options: { readonly dryRun?: boolean; readonly asOf?: string },
): readonly string[] {
  const { kind, added, changed, closed, unchanged, older = 0 } = result;
  const counts: readonly (readonly [string, number])[] = [
    ['added', added],
    ['changed', changed],
    ['closed', closed],
    ['unchanged', unchanged],
    ['errors', errorCountOf(result)],
  ];
  const lines = [options.dryRun ? `${kind} (tried out: nothing was changed)` : kind];
  for (const [name, count] of counts) lines.push(`  ${name.padEnd(10)}${inWords(count).padStart(10)}`);
  if (older > 0) {
    lines.push(`${inWords(older)} rows are older than what is known; they only filled gaps.`);
  }
  if (options.asOf === undefined && added + changed + closed > 0) {
    lines.push('The file was taken as of today. If it is older, give its day with --as-of.');
  }
  return [...lines, ...errorLines(result)];
}

export function errorLines(result: ImportResult): readonly string[] {
  const shown = result.errors.slice(0, ERRORS_SHOWN);
  const lines = shown.map(({ line, column, message }) =>
    ['line', line, column, message].filter((part) => part !== '').join(' '),
  );
  const more = errorCountOf(result) - shown.length;
  return more > 0 ? [...lines, `… and ${inWords(more)} more`] : lines;
}

function errorCountOf(result: ImportResult): number {
  return result.errorCount ?? result.errors.length;
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB');
}
