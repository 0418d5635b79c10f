import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { redisProgram } from './redis-program.js';

export interface RedisServer {
  /** Without a database's number. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** As a power cut would: nothing is said or saved. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const DATABASES = 1_000;

/** A Redis of its own as production should have it: append-only file every second, nothing thrown away. */
export async function startRedis(
  folder: string,
  { port, settings = [] }: { readonly port?: number; readonly settings?: readonly string[] } = {},
): Promise<RedisServer> {
  mkdirSync(folder, { recursive: true });
  for (let tries = 1; ; tries += 1) {
    const server = await tryStart(folder, port ?? (await freePort()), settings);
    if (server !== undefined) return server;
    if (tries === 3) throw new Error(`Redis did not start: ${read(path.join(folder, 'log'))}`);
  }
}

/** Ends the server that a killed run left behind in this folder. */
export function stopRedisLeftBehind(folder: string): void {
  const pid = Number(read(path.join(folder, 'pid')));
  if (pid > 0 && workingFolder(pid) === folder) process.kill(pid);
}

async function tryStart(
  folder: string,
  port: number,
  settings: readonly string[],
): Promise<RedisServer | undefined> {
  const { file, argv0 } = redisProgram();
  const pidFile = path.join(folder, 'pid');
  rmSync(pidFile, { force: true });
  const wanted = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    pidfile: pidFile,
    logfile: path.join(folder, 'log'),
    databases: DATABASES,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const options = Object.entries(wanted).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(file, [...options, ...settings], { argv0, stdio: 'ignore' });
  let ended = false;
  const end = new Promise<void>((resolve) => {
    const over = () => {
      ended = true;
      resolve();
    };
    child.once('exit', over).once('error', over);
  });
  const until = performance.now() + 20_000;
  while (!(await answers(port))) {
    if (ended || child.pid === undefined) return undefined;
    if (performance.now() > until)
      throw new Error(`Redis does not answer: ${read(path.join(folder, 'log'))}`);
    await setTimeout(20);
  }
  // Somebody else may have taken the port between our look and its start.
  if (ended || child.pid === undefined) return undefined;
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await end;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    kill: () => stop('SIGKILL'),
    stop: () => stop('SIGTERM'),
  };
}

/** A port of this machine that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    // A server with a password answers too: it wants to be told.
    socket.once('data', (data) => done(/^(\+PONG|-NOAUTH)/.test(data.toString())));
    socket.once('error', () => done(false));
    socket.setTimeout(1_000, () => done(false));
  });
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
