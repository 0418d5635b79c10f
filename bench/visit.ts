import type { Browser } from 'playwright-core';
import type { SignedIn } from './running-product.js';

export interface Visited {
  /** Milliseconds from the start of the navigation. */
  readonly fp: number;
  readonly fcp: number;
  /** Everything that came over the wire, headers included. */
  readonly bytes: number;
}

/** A slow phone on a slow line: what Lighthouse calls "Slow 4G" on a mid-tier mobile. */
const CPU_SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
};

/** Opens a page with an empty cache. */
export async function visit(
  browser: Browser,
  address: string,
  storageState: SignedIn,
  url: string,
): Promise<Visited> {
  const context = await browser.newContext({
    baseURL: address,
    storageState,
    viewport: { width: 390, height: 844 },
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', NETWORK);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForSelector('h1');
    const paints = await page.evaluate(() =>
      performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime] as const),
    );
    const at = (wanted: string) => paints.find(([name]) => name === wanted)?.[1];
    const [fp, fcp] = [at('first-paint'), at('first-contentful-paint')];
    if (fp === undefined || fcp === undefined) throw new Error(`${url} was not painted`);
    return { fp, fcp, bytes };
  } finally {
    await context.close();
  }
}
