import { FileRefused } from '@linking/platform/files/file-refused.js';
import { readGzipLines } from '@linking/platform/files/gzip-lines.js';
import {
  BACKUP_FORMAT,
  isSectionEnd,
  readBackupEnd,
  readBackupHead,
  readRow,
  readSectionLine,
  sectionEndLine,
  sumOfHead,
  type BackupEnd,
  type BackupHead,
  type SectionHead,
} from './backup-lines.js';
import type { KeptEvent } from './kept-event.js';
import { LogCheck, type CheckedLog, type KnownOfLog } from './log-check.js';
import type { Tell } from './progress.js';
import { SectionHash, type SectionSum } from './table-rows.js';
import { KEPT_TABLES } from './tables.js';

/** A row may hold a long note. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** The section with the secrets of the ledger, in a backup that was made with its key. */
export const SECRETS = 'secrets';

export interface CheckedBackup extends CheckedLog {
  readonly head: BackupHead;
  readonly end: BackupEnd;
}

export type Row = readonly (string | null)[];

const sections: ReadonlySet<string> = new Set([SECRETS, ...KEPT_TABLES.map(({ name }) => name)]);
const isEvent = (line: string) => line.startsWith('{"actor":');
const isLast = (line: string) => line.includes(`"end":"${BACKUP_FORMAT}"`) && !isEvent(line);

/** The first line alone: which shape of the database it needs. */
export async function headOfBackup(file: string): Promise<BackupHead> {
  for await (const [first] of readGzipLines(file, LONGEST_LINE)) return readBackupHead(first!);
  throw new FileRefused(1, 'the file is empty.');
}

/** Reads a backup from its first line to its last and takes nothing on trust. @throws FileRefused */
export async function checkBackupFile(
  file: string,
  known: KnownOfLog = {},
  tell: Tell = () => undefined,
): Promise<CheckedBackup> {
  let line = 0;
  let head: (BackupHead & { readonly line: string }) | undefined;
  let log: LogCheck | undefined;
  let open: { readonly head: SectionHead; readonly hash: SectionHash } | undefined;
  const sums: SectionSum[] = [];
  let inLog = false;
  let events = 0;
  let checked: CheckedBackup | undefined;
  for await (const lines of readGzipLines(file, LONGEST_LINE)) {
    for (const text of lines) {
      line += 1;
      if (checked !== undefined) throw new FileRefused(line, 'it stands behind the last line.');
      if (head === undefined || log === undefined) {
        head = { ...readBackupHead(text), line: text };
        log = new LogCheck(head, known);
      } else if (open !== undefined) {
        if (isSectionEnd(text)) {
          const { section } = open.head;
          const sum = open.hash.sum(section);
          if (text !== sectionEndLine(sum))
            throw new FileRefused(
              line,
              `the section ${section} is not as it was written: rows were changed, added or taken out.`,
            );
          sums.push(sum);
          open = undefined;
        } else {
          readRow(text, open.head.columns.length, line, open.head.section);
          open.hash.add(text);
        }
      } else if (isEvent(text)) {
        inLog = true;
        events += 1;
        log.take(text, line);
      } else if (isLast(text)) {
        const end = readBackupEnd(text, line);
        if (end.head !== sumOfHead(head.line))
          throw new FileRefused(line, 'the first line is not the one that was written.');
        if (JSON.stringify(end.sections) !== JSON.stringify(sums.map(inOrder)))
          throw new FileRefused(
            line,
            'the sections are not those that were written: one was taken out, added or moved.',
          );
        checked = { ...log.finish(end, line), head, end };
      } else {
        const begun = readSectionLine(text, line);
        if (inLog) throw new FileRefused(line, 'a section stands within the events.');
        if (!sections.has(begun.section))
          throw new FileRefused(line, `this program knows no section ${begun.section}.`);
        open = { head: begun, hash: new SectionHash(text) };
      }
    }
    tell(events, head?.events ?? 0);
  }
  if (checked === undefined)
    throw new FileRefused(line + 1, 'the last line is missing: the file was cut off here.');
  return checked;
}

/** As canonical JSON has it. */
const inOrder = ({ name, rows, sha256 }: SectionSum) => ({ name, rows, sha256 });

/** The events of a backup that was checked. */
export async function* eventsOfBackup(file: string): AsyncGenerator<readonly KeptEvent[]> {
  for await (const lines of readGzipLines(file, LONGEST_LINE)) {
    const bodies = lines.filter(isEvent);
    yield bodies.map((body) => ({ body, envelope: JSON.parse(body) as KeptEvent['envelope'] }));
  }
}

/** The rows of a backup that was checked, section by section, at most some hundred at once. */
export async function* sectionsOfBackup(
  file: string,
): AsyncGenerator<{ readonly head: SectionHead; readonly rows: readonly Row[] }> {
  let head: SectionHead | undefined;
  let first = true;
  for await (const lines of readGzipLines(file, LONGEST_LINE)) {
    let rows: Row[] = [];
    for (const text of first ? lines.slice(1) : lines) {
      if (isEvent(text) || isLast(text)) return;
      if (head === undefined) {
        head = readSectionLine(text, 0);
        yield { head, rows: [] };
      } else if (isSectionEnd(text)) {
        yield { head, rows };
        rows = [];
        head = undefined;
      } else rows.push(readRow(text, head.columns.length, 0, head.section));
    }
    if (head !== undefined && rows.length > 0) yield { head, rows };
    first = false;
  }
}
