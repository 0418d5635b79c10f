import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chown, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './free-port.js';
import { EmbeddedPostgresError } from './launcher-error.js';

/** How to reach the server: written once, for the owner's eyes only. */
export interface Connection {
  readonly port: number;
  /** Of the role `linking`, which owns the database. */
  readonly password: string;
  /** Of the role `linking_app`, as which the application runs. */
  readonly applicationPassword: string;
  readonly superuserPassword: string;
}

const nameOf = (dataDir: string): string => path.join(dataDir, 'postgres.json');

/** Throws EmbeddedPostgresError when there is data but no file: its password is lost. */
export async function readOrCreateConnection(dataDir: string, hasData: boolean): Promise<Connection> {
  const file = nameOf(dataDir);
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as
      Connection | Omit<Connection, 'applicationPassword'>;
    // Files of earlier versions know no role for the application.
    return 'applicationPassword' in kept
      ? kept
      : saveConnection(dataDir, { ...kept, applicationPassword: newPassword() });
  }
  if (hasData)
    throw new EmbeddedPostgresError(
      `${file} is missing, and with it the password of the database beside it. Put the file back, ` +
        'or move the folder away to begin with an empty database.',
    );
  return saveConnection(dataDir, {
    port: await freePort(),
    password: newPassword(),
    applicationPassword: newPassword(),
    superuserPassword: newPassword(),
  });
}

const newPassword = (): string => randomBytes(24).toString('base64url');

/** Replaces the file at once, so that nobody reads half of it. */
export async function saveConnection(dataDir: string, connection: Connection): Promise<Connection> {
  const draft = `${nameOf(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(connection)}\n`, { mode: 0o600, flush: true });
  // Root may start on the data of an ordinary user, who must still be able to read this file afterwards.
  const { uid, gid } = statSync(dataDir);
  if (process.getuid?.() === 0) await chown(draft, uid, gid);
  await rename(draft, nameOf(dataDir));
  return connection;
}

/** As the role `linking_app`, which owns nothing. */
export function applicationAddressOf(connection: Connection, database: string): string {
  return `postgresql://linking_app:${connection.applicationPassword}@127.0.0.1:${connection.port}/${database}`;
}

/** As the role `linking`, which owns the database. */
export function ownerAddressOf(connection: Connection, database: string): string {
  return `postgresql://linking:${connection.password}@127.0.0.1:${connection.port}/${database}`;
}

export function superuserAddressOf(connection: Connection, database: string): string {
  return `postgresql://postgres:${connection.superuserPassword}@127.0.0.1:${connection.port}/${database}`;
}
