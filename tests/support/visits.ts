import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { openPageWorld, type PageWorld, type PageWorldSettings } from './page-world.js';

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** One person at a real browser. */
export interface Visit {
  readonly page: Page;
  /** What the browser complained of since it was last asked. */
  readonly troubles: string[];
}

export interface Visitor {
  readonly email?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `false` for a browser without JavaScript. */
  readonly script?: boolean;
}

export interface VisitedWorld {
  readonly world: PageWorld;
  /** Where the gateway listens. */
  readonly address: string;
  visit(visitor?: Visitor): Promise<Visit>;
  close(): Promise<void>;
}

/** A whole world of pages that listens, and real browsers to visit it with. */
export async function openVisitedWorld(settings: PageWorldSettings = {}): Promise<VisitedWorld> {
  const browser = await launchChromium();
  const world = await openPageWorld(settings);
  await world.app.listen(0, '127.0.0.1');
  const address = await world.app.getUrl();
  return {
    world,
    address,
    visit: (visitor = {}) => visit(browser, { world, address }, visitor),
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

async function visit(
  browser: Browser,
  { world, address }: Pick<VisitedWorld, 'world' | 'address'>,
  { email, viewport = DESK, script = true }: Visitor,
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, viewport, javaScriptEnabled: script });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(120_000);
  // The page to sign in is looked at where accounts are; here its cookies are enough.
  if (email !== undefined) await context.addCookies((await world.browser(email)).cookiesFor(address));
  const page = await context.newPage();
  const troubles = listen(page);
  return { page, troubles };
}

function listen(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    // Chromium writes this of every answer such as 404; which page may answer so is looked at apart.
    const ofStatus = message.text().startsWith('Failed to load resource: the server responded with');
    if (message.type() === 'error' && !ofStatus) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('response', (part) => {
    if (part.request().resourceType() !== 'document' && part.status() >= 400)
      troubles.push(`${part.status()}: ${part.url()}`);
  });
  return troubles;
}
