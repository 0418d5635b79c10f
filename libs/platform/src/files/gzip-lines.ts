import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Gzip } from 'node:zlib';
import { FileRefused } from './file-refused.js';

/** One header for all machines, without time and system: the same lines give the same file, and a changed bit shows. */
const HEADER = Buffer.from('1f8b08000000000000ff', 'hex');
const NEWLINE = 0x0a;
const BLOCK = 64 * 1024;

/** Writes lines into a new gzip file, at most a block ahead of the disk. */
export class GzipLines {
  private waiting = '';

  private constructor(
    private readonly file: string,
    private readonly gzip: Gzip,
    private readonly written: Promise<void>,
  ) {}

  /** @throws when the file exists */
  static create(file: string, mode: number): GzipLines {
    const gzip = createGzip();
    const target = gzip.pipe(createWriteStream(file, { flags: 'wx', mode }));
    const written = finished(target);
    // Said where it is awaited, in `write` or `end`.
    written.catch(() => gzip.destroy());
    return new GzipLines(file, gzip, written);
  }

  async write(line: string): Promise<void> {
    this.waiting += `${line}\n`;
    if (this.waiting.length >= BLOCK) await this.send();
  }

  /** Resolves when all of it is on the disk. */
  async end(): Promise<void> {
    await this.send();
    this.gzip.end();
    await this.written;
    const handle = await open(this.file, 'r+');
    try {
      await handle.write(HEADER, 0, HEADER.length, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Gives the file up: it stays as it is. */
  async abandon(): Promise<void> {
    this.gzip.destroy();
    await this.written.catch(() => undefined);
  }

  private async send(): Promise<void> {
    const block = this.waiting;
    this.waiting = '';
    if (block === '' || this.gzip.write(block)) return;
    await Promise.race([new Promise((resolve) => this.gzip.once('drain', resolve)), this.written]);
  }
}

/**
 * The lines of a file of {@link GzipLines}, as many at once as a block holds; memory stays flat whatever the file holds.
 * @param longest bytes that a line may have
 * @throws FileRefused for anything that was not written so, or not to its end
 */
export async function* readGzipLines(file: string, longest: number): AsyncGenerator<readonly string[]> {
  const size = await checkHeader(file);
  const source = createReadStream(file, { highWaterMark: BLOCK });
  const gunzip = createGunzip({ chunkSize: BLOCK });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Buffer[] = [];
  let restBytes = 0;
  let line = 0;
  const textOf = (bytes: Buffer) => {
    line += 1;
    try {
      return text.decode(bytes);
    } catch {
      throw new FileRefused(line, 'this is not UTF-8.');
    }
  };
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      const lines: string[] = [];
      let begin = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
        const piece = chunk.subarray(begin, end);
        lines.push(textOf(rest.length === 0 ? piece : Buffer.concat([...rest, piece])));
        rest = [];
        restBytes = 0;
        begin = end + 1;
      }
      restBytes += chunk.length - begin;
      if (restBytes > longest)
        throw new FileRefused(line + 1, `it is longer than ${longest.toLocaleString('en-GB')} bytes.`);
      if (begin < chunk.length) rest.push(chunk.subarray(begin));
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    throw asRefusal(error, line + 1);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
  if (restBytes > 0) throw new FileRefused(line + 1, 'the file ends in the middle of it.');
  if (gunzip.bytesWritten !== size)
    throw new FileRefused(line, 'something stands behind the end of the file.');
}

async function checkHeader(file: string): Promise<number> {
  const { size } = await stat(file);
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    if (bytesRead === HEADER.length && buffer.equals(HEADER)) return size;
  } finally {
    await handle.close();
  }
  throw new FileRefused(0, 'The file does not begin as this program writes one (.ndjson.gz).');
}

function asRefusal(error: unknown, line: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'Z_BUF_ERROR')
    return new FileRefused(line, 'the file ends too early: a part of it is missing.');
  if (code?.startsWith('Z_')) return new FileRefused(line, 'the file is damaged here or just before.');
  return error;
}
