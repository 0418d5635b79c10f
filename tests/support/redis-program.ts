import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** How to call the server: Debian keeps its program in `redis-tools`, under a name of its own. */
export interface RedisProgram {
  readonly file: string;
  readonly argv0: string;
}

const MISSING =
  'The tests need a Redis server. Install it ("apt-get install redis-tools" as root on Debian and Ubuntu is enough), ' +
  'or put redis-server into the PATH, and run them again.';

/**
 * The Redis server of this machine; as root on Debian it is installed when it is missing. The package `redis-tools` has
 * the program without the system service, so nothing keeps running on port 6379.
 */
export function redisProgram(): RedisProgram {
  const found = findProgram();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || inPath('apt-get') === undefined) throw new Error(MISSING);
  process.stdout.write('Installing Debian’s redis-tools: some tests need a Redis server …\n');
  if (!install()) {
    aptGet('update');
    install();
  }
  const installed = findProgram();
  if (installed === undefined) throw new Error(MISSING);
  return installed;
}

function findProgram(): RedisProgram | undefined {
  const file = inPath('redis-server') ?? inPath('redis-check-rdb');
  return file === undefined ? undefined : { file, argv0: 'redis-server' };
}

export function inPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function install(): boolean {
  return aptGet('install', '--yes', '--no-install-recommends', 'redis-tools');
}

// Another run may be installing just now: it is waited for.
export function aptGet(...command: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
  return spawnSync('apt-get', [...options, ...command], { env, timeout: 240_000 }).status === 0;
}
