import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { secretOf } from './secrets.js';

/** 32 secret bytes in a file, and those of the next key in a file beside it while the key is rotated. */
export class LedgerSecrets {
  constructor(private readonly file: string) {}

  /** Made at the first call, readable for its owner only. */
  first(): Buffer {
    return this.made(this.file);
  }

  /** Made at the first call of a rotation; the same again until {@link promote}. */
  next(): Buffer {
    return this.made(this.nextFile);
  }

  /** What is there now: the present secret and, amid a rotation, the next one. Empty when there is none. */
  all(): readonly Buffer[] {
    return [this.file, this.nextFile].filter((file) => existsSync(file)).map(bytesOf);
  }

  /** Whether the present secret is there, whichever it is. */
  inPlace(): boolean {
    return existsSync(this.file);
  }

  /** Puts a file aside that holds no secret of a key, under a name of its own; nothing is deleted. */
  putDamagedAside(): void {
    try {
      this.all();
    } catch (error) {
      if (!(error instanceof DamagedSecret) || error.file !== this.file) throw error;
      renameSync(this.file, `${this.file}.damaged-${randomUUID().slice(0, 8)}`);
    }
  }

  /** The next secret takes the place of the present one, which is gone then. */
  promote(): void {
    renameSync(this.nextFile, this.file);
  }

  /** For sentences. */
  get path(): string {
    return this.file;
  }

  private get nextFile(): string {
    return `${this.file}.next`;
  }

  private made(file: string): Buffer {
    secretOf(path.dirname(file), path.basename(file));
    return bytesOf(file);
  }
}

class DamagedSecret extends Error {
  constructor(
    readonly file: string,
    message: string,
  ) {
    super(message);
  }
}

const SECRET_BYTES = 32;

function bytesOf(file: string): Buffer {
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (bytes.length !== SECRET_BYTES) {
    throw new DamagedSecret(
      file,
      `${file} does not hold a key of the ledger: 32 bytes in base64url are needed. Put it back.`,
    );
  }
  return bytes;
}
