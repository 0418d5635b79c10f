import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Who the server runs as. PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * As root: the owner of the data that stands there already, else `postgres` if the machine has it, else `nobody`.
 * Undefined for an ordinary user, who runs the server as himself.
 */
export function serverUserOf(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: `with the id ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [name, , uid, gid] =
    users.find(([user]) => user === 'postgres') ?? users.find(([user]) => user === 'nobody') ?? [];
  return name ? { name, uid: Number(uid), gid: Number(gid) } : { name: 'nobody', uid: 65_534, gid: 65_534 };
}

/** Whether the user may walk into the folder, judged by the permissions of it and all folders above it. */
export function canEnter(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  const parent = path.dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || canEnter(parent, user));
}
