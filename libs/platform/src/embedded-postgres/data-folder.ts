import { randomUUID } from 'node:crypto';
import { constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { access, chown, lstat, mkdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SYSTEM_FOLDER } from './binaries.js';
import { EmbeddedPostgresError } from './launcher-error.js';
import { canEnter, type ServerUser } from './server-user.js';
import { run } from './run.js';

const VERSION = '18';

/** The folder of PostgreSQL's files, or a link to it. */
export function clusterOf(dataDir: string): string {
  return path.join(dataDir, `pg${VERSION}`);
}

/** Makes the data directory and says so plainly when this user cannot write there. */
export async function makeDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    await access(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The folder ${dataDir} cannot be written by this user. Make it writable, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** Where PostgreSQL keeps its files: `pg18` in the data directory, a link when the server user cannot enter there. */
export async function placeOfCluster(dataDir: string, user: ServerUser | undefined): Promise<string> {
  const place = clusterOf(dataDir);
  const stands = await lstat(place).catch(() => undefined);
  if (stands?.isSymbolicLink()) return path.resolve(dataDir, await readlink(place));
  if (!user || canEnter(dataDir, user)) return place;
  if (stands)
    throw new EmbeddedPostgresError(
      `${place} stands in a folder that the user ${user.name} cannot enter, and PostgreSQL does not run as root. ` +
        `Run "chmod o+x" on ${dataDir} and the folders above it, or start as the user who owns it.`,
    );
  const elsewhere = path.join(SYSTEM_FOLDER, `data-${randomUUID()}`);
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await symlink(clusterOf(elsewhere), place);
  return clusterOf(elsewhere);
}

/** True when a database stands there, false when the place is empty. */
export function hasCluster(cluster: string): boolean {
  const file = path.join(cluster, 'PG_VERSION');
  if (!existsSync(file)) return false;
  let version: string;
  try {
    version = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `${cluster} belongs to another user. Start as that user, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  if (version === VERSION) return true;
  throw new EmbeddedPostgresError(
    `${cluster} was made by PostgreSQL ${version}, and this is PostgreSQL ${VERSION}, which cannot read it. ` +
      'Set DATA_DIR to another folder.',
  );
}

/** Makes an empty cluster. It appears under its name only when complete, so a killed start leaves nothing half made. */
export async function initialise(
  binaries: string,
  cluster: string,
  superuserPassword: string,
  user: ServerUser | undefined,
): Promise<void> {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (user) for (const file of [draft, passwordFile]) await chown(file, user.uid, user.gid);
  try {
    await run(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      user,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster);
}
