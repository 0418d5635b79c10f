import { spawn } from 'node:child_process';
import path from 'node:path';
import { EmbeddedPostgresError } from './launcher-error.js';
import type { ServerUser } from './server-user.js';

/** Runs one of PostgreSQL's own programs to its end; what it said is in the error when it fails. */
export async function run(program: string, args: string[], user: ServerUser | undefined): Promise<void> {
  const child = spawn(program, args, { ...asUser(user), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exit, signal) => resolve(exit ?? signal ?? 'killed'));
  });
  if (code !== 0)
    throw new EmbeddedPostgresError(
      `${path.basename(program)} failed (${code}): ${said.trim().slice(-2000)}`,
    );
}

/** A working folder every user can stand in, a plain environment, and the user when we are root. */
export function asUser(user: ServerUser | undefined): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
} {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  return { cwd: '/', env, ...(user && { uid: user.uid, gid: user.gid }) };
}
