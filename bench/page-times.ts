import { get } from 'node:http';
import type { SignedIn } from './running-product.js';

export interface PageTimes {
  readonly page: string;
  /** Milliseconds from asking to the last byte, on the same machine. */
  readonly times: readonly number[];
  readonly p95: number;
  /** Of the packed page. */
  readonly bytes: number;
}

const OF_COORDINATOR = [
  '/today',
  '/links',
  '/links/BRD-2026-001',
  '/sheet',
  '/waiting',
  '/training',
  '/venues',
  '/schools',
  '/calendar',
  '/outbox',
  '/demonstration/clock',
  '/account',
];
const OF_NATIONAL_OFFICE = ['/today', '/links', '/sheet', '/calendar', '/outbox', '/users'];

/** What the server needs for each page of the product; one that does not answer is an error, not a fast page. */
export async function serverTimes(
  address: string,
  who: { readonly coordinator: SignedIn; readonly nationalOffice: SignedIn },
  requests: number,
): Promise<readonly PageTimes[]> {
  const lines: PageTimes[] = [];
  for (const page of OF_COORDINATOR)
    lines.push(await timesOf(address, who.coordinator, page, page, requests));
  for (const page of OF_NATIONAL_OFFICE) {
    lines.push(await timesOf(address, who.nationalOffice, page, `${page}, national office`, requests));
  }
  return lines;
}

async function timesOf(
  address: string,
  { cookies }: SignedIn,
  url: string,
  page: string,
  requests: number,
): Promise<PageTimes> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ask = async () => {
    const start = performance.now();
    const answer = await fetch(`${address}${url}`, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
    return performance.now() - start;
  };
  for (let warm = 0; warm < 3; warm += 1) await ask();
  const times: number[] = [];
  for (let n = 0; n < requests; n += 1) times.push(await ask());
  const sorted = times.toSorted((a, b) => a - b);
  return {
    page,
    times,
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN,
    bytes: await packedBytes(`${address}${url}`, cookie),
  };
}

/** `fetch` unpacks by itself and hides the length, so it is asked for as it travels. */
function packedBytes(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie, 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    }).on('error', reject);
  });
}
