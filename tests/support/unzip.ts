import { inflateRawSync } from 'node:zlib';

const END = 0x06_05_4b_50;
const DEFLATED = 8;

/** The files of a ZIP archive by name, as texts (APPNOTE.TXT 4.3.12 and 4.3.16); enough for workbooks. */
export function unzip(archive: Buffer): ReadonlyMap<string, string> {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END) end -= 1;
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    );
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const header = archive.readUInt32LE(at + 42);
    const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const content = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    files.set(
      name,
      (archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content).toString(),
    );
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}
