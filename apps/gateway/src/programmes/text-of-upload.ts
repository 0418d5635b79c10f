import type { Readable } from 'node:stream';

const MOST_BYTES = 1_000_000;

/** The text of a small file, UTF-8 or as Excel writes it on Windows; `undefined` when it is too large. */
export async function textOf(content: Readable): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of content) {
    const piece = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    bytes += piece.length;
    if (bytes <= MOST_BYTES) parts.push(piece);
  }
  if (bytes > MOST_BYTES) return undefined;
  const all = Buffer.concat(parts);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(all);
  } catch {
    return new TextDecoder('windows-1252').decode(all);
  }
}
