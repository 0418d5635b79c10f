import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secret kept in the data directory, made at the first start. Two processes that start together get the same one. */
export function secretOf(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  return read(file) ?? create(file);
}

function create(file: string): string {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  } catch (cause) {
    throw new Error(`${file} cannot be written. Make the folder writable, or set DATA_DIR to another one.`, {
      cause,
    });
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read by this user.`, { cause: error });
  }
}
