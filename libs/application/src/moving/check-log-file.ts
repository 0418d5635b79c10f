import { MAX_EVENT_BYTES } from '@linking/events/event-store.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';
import { readGzipLines } from '@linking/platform/files/gzip-lines.js';
import { isEnd, readEnd, readHead, type LogHead } from './first-and-last-line.js';
import type { KeptEvent } from './kept-event.js';
import { LogCheck, type CheckedLog, type KnownOfLog } from './log-check.js';
import type { Tell } from './progress.js';

/** An event cannot be longer, nor the lines around them. */
export const LONGEST_LINE = MAX_EVENT_BYTES;

/** Reads an exported log from its first line to its last and takes nothing on trust. @throws FileRefused */
export async function checkLogFile(
  file: string,
  known: KnownOfLog = {},
  tell: Tell = () => undefined,
): Promise<CheckedLog> {
  let check: LogCheck | undefined;
  let head: LogHead | undefined;
  let checked: CheckedLog | undefined;
  let line = 0;
  for await (const lines of readGzipLines(file, LONGEST_LINE)) {
    for (const text of lines) {
      line += 1;
      if (checked !== undefined) throw new FileRefused(line, 'it stands behind the last line.');
      if (head === undefined || check === undefined) {
        head = readHead(text);
        check = new LogCheck(head, known);
      } else if (isEnd(text)) checked = check.finish(readEnd(text, line), line);
      else check.take(text, line);
    }
    tell(Math.max(0, line - 1), head?.events ?? 0);
  }
  if (checked === undefined)
    throw new FileRefused(line + 1, 'the last line is missing: the file was cut off here.');
  return checked;
}

/** The events of a file that was checked. */
export async function* eventsOfFile(file: string): AsyncGenerator<readonly KeptEvent[]> {
  let first = true;
  for await (const lines of readGzipLines(file, LONGEST_LINE)) {
    const bodies = (first ? lines.slice(1) : lines).filter((line) => !isEnd(line));
    first = false;
    yield bodies.map((body) => ({ body, envelope: JSON.parse(body) as KeptEvent['envelope'] }));
  }
}
