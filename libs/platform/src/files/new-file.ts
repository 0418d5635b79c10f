import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** There is a file of this name, which stays as it is. */
export class FileExists extends Error {
  override readonly name = 'FileExists';

  constructor(file: string) {
    super(`There is a file "${file}" already. It stays as it is: give another name.`);
  }
}

/**
 * Makes a file that is whole or not there: `make` writes it under a name beside it, and it gets its own when that has
 * ended well. Never takes the place of another file.
 */
export async function makeNewFile<T>(file: string, make: (draft: string) => Promise<T>): Promise<T> {
  if (existsSync(file)) throw new FileExists(file);
  const draft = `${file}.${process.pid}.unfinished`;
  try {
    const made = await make(draft);
    await takePlace(draft, file);
    await syncFolder(path.dirname(file));
    return made;
  } finally {
    await rm(draft, { force: true });
  }
}

async function takePlace(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new FileExists(file);
    // Some disks, memory sticks above all, know no second name for a file.
    await rename(draft, file);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
