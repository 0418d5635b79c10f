import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without its windows needs half the time for the same pages; the other one does as well. */
const PROGRAMS = ['chromium-headless-shell', 'chromium'] as const;

/** A real browser: Debian's Chromium, installed first when it is missing and we may. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: FLAGS });
}

function findChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return PROGRAMS.flatMap((program) => folders.map((folder) => path.join(folder, program))).find((file) =>
    existsSync(file),
  );
}

function installChromium(): string {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    process.stderr.write(`Installing Chromium for the browser tests (apt-get install ${PROGRAMS[0]}) …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: 'ignore' });
    apt('update');
    PROGRAMS.find((program) => apt('install', '-y', '--no-install-recommends', program).status === 0);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  const tried = mayInstall ? ' Installing it did not work.' : '';
  throw new Error(`The browser tests need Chromium.${tried} Run: apt-get install ${PROGRAMS[0]}`);
}
