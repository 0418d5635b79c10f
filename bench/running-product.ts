import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

const PASSWORD = 'linking-demo-2026';
const PATIENCE = 600_000;

/** The state of a browser that is signed in. */
export type SignedIn = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

/** The product with its demonstration, on a database and a port of its own; stopping removes everything. */
export async function startProduct(root: string, env: Readonly<Record<string, string>>) {
  const dataDir = path.join(root, '.data', `bench-pages-${process.pid}`);
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const program = spawn(process.execPath, ['bench/pages-server.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: process.env['DEMO'] ?? '1',
      LOG_LEVEL: 'error',
    },
    // How far the demonstration is stands beside the figures, not among them.
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  const ended = once(program, 'exit');
  const stop = async () => {
    program.kill('SIGINT');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return { address, stop };
    if (program.exitCode !== null || performance.now() > end) {
      await stop();
      throw new Error('The product did not start.');
    }
    await pause(500);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

export async function signedIn(browser: Browser, address: string, email: string): Promise<SignedIn> {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const state = await context.storageState();
  await context.close();
  return state;
}
