import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { SETTINGS } from '@linking/application/ports.js';
import type { Settings } from '@linking/platform/config/settings.js';

const KEPT_MS = 60 * 60 * 1000;
const ID = /^[0-9a-f-]{36}$/;

/** Files between their dry run and their acceptance: an hour, for the one who sent them. */
@Injectable()
export class Uploads {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async keep(userId: string, file: Readable): Promise<string> {
    await mkdir(this.#folder(), { recursive: true, mode: 0o700 });
    await this.#forgetOld();
    const id = randomUUID();
    await pipeline(file, createWriteStream(this.#place(userId, id), { mode: 0o600, flags: 'wx' }));
    return id;
  }

  /** Throws NotFound when it is not hers, or gone. */
  async open(userId: string, id: string): Promise<Readable> {
    const place = this.#place(userId, id);
    const found = await stat(place).catch(() => undefined);
    if (found === undefined) throw new NotFound('This file is no longer kept. Send it again.');
    return createReadStream(place);
  }

  async forget(userId: string, id: string): Promise<void> {
    await rm(this.#place(userId, id), { force: true });
  }

  #folder(): string {
    return path.join(this.settings.dataDir, 'uploads');
  }

  #place(userId: string, id: string): string {
    if (!ID.test(id)) throw new NotFound();
    return path.join(this.#folder(), `${userId}.${id}.csv`);
  }

  async #forgetOld(): Promise<void> {
    for (const name of await readdir(this.#folder())) {
      const place = path.join(this.#folder(), name);
      const found = await stat(place).catch(() => undefined);
      // Real time: it is about the disk, not about the year of the links.
      if (found !== undefined && Date.now() - found.mtimeMs > KEPT_MS) await rm(place, { force: true });
    }
  }
}
