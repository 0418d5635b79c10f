import { createHash } from 'node:crypto';
import { canonicalJson } from '@linking/events/canonical-json.js';
import { parseCheckpoint, type SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';
import {
  checkFormat,
  FORMAT_VERSION,
  isCount,
  recordOf,
  type LogEnd,
  type LogHead,
} from './first-and-last-line.js';
import type { SectionSum } from './table-rows.js';

export const BACKUP_FORMAT = 'schools-linking-backup';

/** What the first line of a backup says. */
export interface BackupHead extends LogHead {
  /** ISO instant. */
  readonly takenAt: string;
  /** The steps that brought the database to its shape. */
  readonly steps: readonly string[];
  /** How many events each consumer has read that does not simply begin again. */
  readonly consumers: Readonly<Record<string, number>>;
}

/** What its last line says. */
export interface BackupEnd extends LogEnd {
  /** SHA-256 of the first line. */
  readonly head: string;
  readonly sections: readonly SectionSum[];
}

/** How a section begins. */
export interface SectionHead {
  readonly section: string;
  readonly columns: readonly string[];
}

export const backupHeadLine = ({ logId, events, signed, takenAt, steps, consumers }: BackupHead) =>
  canonicalJson({
    format: BACKUP_FORMAT,
    version: FORMAT_VERSION,
    logId,
    events,
    signed,
    takenAt,
    steps,
    consumers,
  });

export const sectionLine = ({ section, columns }: SectionHead) => canonicalJson({ columns, section });
export const sectionEndLine = ({ name, rows, sha256 }: SectionSum) =>
  canonicalJson({ end: name, rows, sha256 });
export const backupEndLine = ({ events, root, checkpoint, head, sections }: BackupEnd) =>
  canonicalJson({ end: BACKUP_FORMAT, events, root, checkpoint, head, sections });

export const sumOfHead = (line: string) => createHash('sha256').update(line).digest('hex');

/** @throws FileRefused */
export function readBackupHead(line: string): BackupHead {
  const said = recordOf(line);
  checkFormat(said?.['format'], BACKUP_FORMAT, said?.['version']);
  const { logId, events, signed, takenAt, steps, consumers } = said ?? {};
  const whole =
    typeof logId === 'string' &&
    isCount(events) &&
    (signed === undefined || isCount(signed)) &&
    typeof takenAt === 'string' &&
    Array.isArray(steps) &&
    steps.every((step) => typeof step === 'string') &&
    typeof consumers === 'object' &&
    consumers !== null &&
    Object.values(consumers).every(isCount);
  if (!whole) throw new FileRefused(1, 'it does not say what was kept, and when.');
  return { logId, events, signed, takenAt, steps, consumers: consumers as Record<string, number> };
}

export function readSectionLine(text: string, line: number): SectionHead {
  const { section, columns } = recordOf(text) ?? {};
  const whole =
    typeof section === 'string' &&
    Array.isArray(columns) &&
    columns.every((column) => typeof column === 'string' && /^[a-z_]+$/.test(column));
  if (!whole) throw new FileRefused(line, 'a section of the backup has to begin here.');
  return { section, columns };
}

/** The values of a row. */
export function readRow(
  text: string,
  columns: number,
  line: number,
  section: string,
): readonly (string | null)[] {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    row = undefined;
  }
  const whole =
    Array.isArray(row) &&
    row.length === columns &&
    row.every((value) => typeof value === 'string' || value === null);
  if (!whole) throw new FileRefused(line, `this is not a row of the section ${section}.`);
  return row as readonly (string | null)[];
}

export const isSectionEnd = (text: string) => text.startsWith('{"end":');

/** @throws FileRefused */
export function readBackupEnd(
  text: string,
  line: number,
): BackupEnd & { readonly signed?: SignedCheckpoint } {
  const said = recordOf(text) as BackupEnd | undefined;
  const { events, root, checkpoint, head, sections } = said ?? ({} as BackupEnd);
  if (
    !isCount(events) ||
    typeof root !== 'string' ||
    backupEndLine({ events, root, checkpoint, head, sections }) !== text
  )
    throw new FileRefused(line, 'this is not the last line as it was written.');
  if (checkpoint === undefined) return { events, root, head, sections };
  const signed = parseCheckpoint(checkpoint);
  if (signed === undefined) throw new FileRefused(line, 'its checkpoint is no signed checkpoint.');
  return { events, root, checkpoint, head, sections, signed };
}
