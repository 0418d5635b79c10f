import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOWEST = 10_000;
const TRIES = 20;
const WAIT_MS = 60_000;

/**
 * A port on which nobody listens, below those that the system gives to connections that go out: no such connection can
 * have it by chance while a server that was on it starts again.
 */
export async function freePort(): Promise<number> {
  const end = firstOutgoing();
  for (let attempt = 0; attempt < TRIES && end > LOWEST; attempt += 1) {
    const port = await listen(randomInt(LOWEST, end));
    if (port !== undefined) return port;
  }
  return (await listen(0))!;
}

/**
 * The wished port, unless somebody listens on it. A connection that goes out may have it as its own end: pools that ask for a
 * server that is away can take its port themselves. Whoever waits for the server knows no other port, so that is waited for.
 */
export async function portAgain(wished: number): Promise<number> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(50)) {
    if ((await listen(wished)) !== undefined) return wished;
    if (await somebodyListens(wished)) break;
  }
  return freePort();
}

/** Undefined when it is taken. */
async function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => {
      const { port: given } = probe.address() as { port: number };
      probe.close(() => resolve(given));
    });
  });
}

async function somebodyListens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect(port, '127.0.0.1');
    const answer = (listens: boolean) => {
      caller.destroy();
      resolve(listens);
    };
    // Connected with itself, it has met nobody.
    caller.once('connect', () => answer(caller.localPort !== port));
    caller.once('error', () => answer(false));
  });
}

function firstOutgoing(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/)[0]);
  } catch {
    return 0;
  }
}
