import type pg from 'pg';
import { canonicalJson } from '@linking/events/canonical-json.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';
import { GzipLines, readGzipLines } from '@linking/platform/files/gzip-lines.js';
import { makeNewFile } from '@linking/platform/files/new-file.js';
import type { Queryable } from '@linking/projections/projection.js';
import { logAccess } from '../accounts/access-log.js';
import { logIdOfDatabase } from '../event-log/log-identity.js';
import { COMMAND_LINE } from './command-line.js';
import { checkFormat, FORMAT_VERSION, recordOf } from './first-and-last-line.js';
import { MovingRefused } from './moving-refused.js';

/** That a row was erased, by its id. */
export interface Erasure {
  readonly kind: 'people' | 'notes' | 'signatures' | 'consents';
  readonly id: string;
  readonly at: string;
}

const FORMAT = 'schools-linking-erasures';
const LONGEST_LINE = 1_000;

/** What takes the words out of a row; that there was one, and what it was to the link, stays. */
const BLANK: Readonly<Record<Erasure['kind'], string>> = {
  people: `name = '', email = null, phone = null`,
  notes: `text = ''`,
  signatures: `value = '', salt = ''`,
  consents: `name = ''`,
};

/** Erases what is in the list and was not erased yet; answers how many rows that were. */
export async function eraseAgain(transaction: Queryable, erasures: readonly Erasure[]): Promise<number> {
  let erased = 0;
  for (const [kind, blank] of Object.entries(BLANK)) {
    const ofKind = erasures.filter((erasure) => erasure.kind === kind);
    const values = [ofKind.map(({ id }) => id), ofKind.map(({ at }) => at)];
    const { rowCount } = await transaction.query(
      `update ${kind} kept set ${blank}, erased_at = gone.at
       from unnest($1::uuid[], $2::timestamptz[]) gone(id, at) where kept.id = gone.id and kept.erased_at is null`,
      values,
    );
    // Also of rows that are not there: the next list has them all.
    await transaction.query(
      `insert into erasures (kind, id, at) select $3, id, at from unnest($1::uuid[], $2::timestamptz[]) gone(id, at)
       on conflict do nothing`,
      [...values, kind],
    );
    erased += rowCount ?? 0;
  }
  return erased;
}

/** Writes the list of everything that was ever erased into a new file. */
export async function exportErasures(pool: pg.Pool, operator: string, file: string): Promise<number> {
  const { rows } = await pool.query<Erasure & { at: Date }>(
    'select kind, id, at from erasures order by kind, id',
  );
  const logId = await logIdOfDatabase(pool);
  await makeNewFile(file, async (draft) => {
    const lines = GzipLines.create(draft, 0o600);
    await lines.write(headLine(logId, rows.length));
    for (const { kind, id, at } of rows) await lines.write(canonicalJson({ kind, id, at: at.toISOString() }));
    await lines.write(endLine(rows.length));
    await lines.end();
    if ((await readErasures(draft, logId)).length !== rows.length)
      throw new MovingRefused('What was written could not be read back. Try again.');
    const detail = { operator, erasures: rows.length };
    await logAccess(pool, { userId: COMMAND_LINE, action: 'export', subject: 'linking erasures', detail });
  });
  return rows.length;
}

/** @throws FileRefused when the list is not whole, or not of this log */
export async function readErasures(file: string, logId: string): Promise<readonly Erasure[]> {
  const erasures: Erasure[] = [];
  let line = 0;
  let ended = false;
  for await (const lines of readGzipLines(file, LONGEST_LINE)) {
    for (const text of lines) {
      line += 1;
      if (ended) throw new FileRefused(line, 'it stands behind the last line.');
      if (line === 1) checkHead(text, logId);
      else if (text === endLine(erasures.length)) ended = true;
      else erasures.push(erasureOf(text, line));
    }
  }
  if (!ended) throw new FileRefused(line + 1, 'the last line is missing: the file was cut off here.');
  return erasures;
}

const headLine = (logId: string, erasures: number) =>
  canonicalJson({ format: FORMAT, version: FORMAT_VERSION, logId, erasures });
const endLine = (erasures: number) => canonicalJson({ end: FORMAT, erasures });

function checkHead(text: string, logId: string): void {
  const said = recordOf(text);
  checkFormat(said?.['format'], FORMAT, said?.['version']);
  if (said?.['logId'] !== logId) throw new FileRefused(1, 'this is the list of another log.');
}

function erasureOf(text: string, line: number): Erasure {
  const { kind, id, at } = recordOf(text) ?? {};
  const whole =
    typeof kind === 'string' &&
    Object.hasOwn(BLANK, kind) &&
    typeof id === 'string' &&
    /^[\da-f-]{36}$/.test(id) &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at));
  if (!whole) throw new FileRefused(line, 'this says of nothing that it was erased.');
  return { kind: kind as Erasure['kind'], id, at };
}
