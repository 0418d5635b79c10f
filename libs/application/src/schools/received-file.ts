import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EncodingScan, type Encoding } from './encoding-scan.js';

export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly hash: string;
  readonly encoding: Encoding;
}

/** The national register has about 60 MB. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Puts a stream into a temporary file, so that its encoding is known before its first row is read and no more than a
 * piece of it is ever in memory; the file is gone when `use` has ended.
 */
export async function withReceivedFile<T>(
  source: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linking-import-'));
  try {
    return await use(await receive(source, path.join(folder, 'file.csv'), onBytes));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(
  source: AsyncIterable<Uint8Array>,
  target: string,
  onBytes: (bytes: number) => void,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  const scan = new EncodingScan();
  let bytes = 0;
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) {
        throw new ImportRefused('IMPORT_TOO_LARGE', 'The file has more than 256 MB. Nothing was imported.');
      }
      hash.update(chunk);
      scan.push(chunk);
      await file.writeFile(chunk);
      onBytes(bytes);
    }
  } finally {
    await file.close();
  }
  const encoding = scan.encoding();
  if (encoding === undefined) {
    throw new ImportRefused(
      'IMPORT_UNREADABLE',
      'The file is neither clean UTF-8 nor Windows-1252. Save it again as "CSV UTF-8". Nothing was imported.',
    );
  }
  return { path: target, bytes, hash: hash.digest('hex'), encoding };
}
