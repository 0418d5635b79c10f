import { MovingRefused } from '@linking/application/moving/moving-refused.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';
import { FileExists } from '@linking/platform/files/new-file.js';
import { CommandFailed } from '../terminal.js';

const FILES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'It may not be read or written by this user',
  EISDIR: 'It is a folder',
  ENOSPC: 'The disk is full',
  EROFS: 'The disk cannot be written to',
};

/** What the person at the keyboard can mend is said as a sentence. */
export function asSentence(error: unknown): never {
  if (error instanceof FileRefused) throw new CommandFailed(`${error.message} Nothing was changed.`);
  if (error instanceof MovingRefused || error instanceof FileExists) throw new CommandFailed(error.message);
  const { code, path } = error as NodeJS.ErrnoException;
  const what = code === undefined ? undefined : FILES[code];
  if (what !== undefined && path !== undefined) throw new CommandFailed(`${what}: ${path}`);
  throw error;
}
