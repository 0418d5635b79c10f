// Takes the pictures of the README from a demonstration of its own: npm run screenshots.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../tests/support/chromium.ts';

const PASSWORD = 'linking-demo-2026';
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const folder = path.join(import.meta.dirname, '..', 'docs', 'pictures');

const dataDir = mkdtempSync(path.join(tmpdir(), 'linking-pictures-'));
const port = await freePort();
const program = spawn(process.execPath, ['dist/apps/start.js'], {
  cwd: path.join(import.meta.dirname, '..'),
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  stdio: 'ignore',
});
const ended = once(program, 'exit');
try {
  await untilReady();
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  await takePictures(browser);
  await browser.close();
} finally {
  program.kill('SIGINT');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}

async function takePictures(browser) {
  const desk = await signedIn(browser, DESK);
  const phone = await signedIn(browser, PHONE);
  await take(desk, '/today', 'today', 1_280);
  await take(phone, '/today', 'today-mobile', 1_300);
  await take(desk, '/links', 'links');
  await take(desk, '/sheet', 'sheet', 900);
  await take(desk, '/calendar', 'calendar', 1_100);
  const met = await firstLinkOf(desk, 'met');
  await take(desk, met, 'link', 1_000);
  await take(desk, `${met}?revision=9`, 'link-past', 1_000);
  await take(phone, met, 'link-mobile', 1_300);
  await take(desk, '/outbox', 'outbox', 700);
  await take(phone, await addressIn(desk, 'sign', 'Please sign'), 'sign-mobile', 1_300);
  await take(phone, await addressIn(desk, 'teacher', 'Meet your linking partner'), 'teacher-mobile', 1_300);
}

/** The personal address in the newest mail with this title that has one: the copy to somebody else has none. */
async function addressIn(page, kind, title) {
  await page.goto(`/outbox?${new URLSearchParams({ q: title, status: 'sent' })}`);
  const mails = await page
    .locator(`main table a:has-text("${title}")`)
    .evaluateAll((links) => links.map(({ href }) => href));
  for (const mail of mails) {
    await page.goto(mail);
    const address = page.locator(`a[href*="/${kind}/"]`);
    if ((await address.count()) > 0) return address.first().getAttribute('href');
  }
  throw new Error(`No mail “${title}” has an address of the kind ${kind}.`);
}

async function signedIn(browser, viewport) {
  const page = await (await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, viewport })).newPage();
  await page.goto('/sign-in');
  await page.fill('[name=email]', 'coordinator@bradford.example');
  await page.fill('[name=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}

async function firstLinkOf(page, stage) {
  await page.goto(`/links?stage=${stage}&year=2026-27&outcome=open`);
  return page.locator('main table a').first().getAttribute('href');
}

/** The top of a page, where the interesting part is. */
async function take(page, url, name, height = page.viewportSize().height) {
  await page.setViewportSize({ width: page.viewportSize().width, height });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function untilReady() {
  const end = Date.now() + 300_000;
  while (Date.now() < end) {
    if (program.exitCode !== null) throw new Error('The program ended before it was ready.');
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(500);
  }
  throw new Error('The program was not ready within five minutes.');
}
