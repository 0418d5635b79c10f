import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Lines that are kept for ever, with the SHA-256 of each beside them; new ones go to the end. */
export interface FrozenLines {
  readonly lines: readonly string[];
  /** A sentence for every line that is not what it was when it was written. */
  readonly changes: readonly string[];
}

const sha256 = (line: string) => createHash('sha256').update(line).digest('hex');
const linesOf = (file: string) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

/** @param file path from the root of the project, without `.ndjson` and `.sha256` */
export function frozenLines(file: string): FrozenLines {
  const lines = linesOf(`${file}.ndjson`);
  const seals = linesOf(`${file}.sha256`);
  const changes = Array.from({ length: Math.max(lines.length, seals.length) }, (_, index) => index)
    .filter((index) => sha256(lines[index] ?? '') !== seals[index])
    .map(
      (index) =>
        `Line ${index + 1} of ${file}.ndjson is not what was written. History is never rewritten: put it back. ` +
        'An event whose shape changes gets a new version (docs/adr/0012), and `npm run history:add` adds its lines.',
    );
  return { lines, changes };
}

/** Writes further lines behind those that stand. */
export function addFrozenLines(file: string, lines: readonly string[]): void {
  for (const line of lines) {
    appendFileSync(`${file}.ndjson`, `${line}\n`);
    appendFileSync(`${file}.sha256`, `${sha256(line)}\n`);
  }
}
