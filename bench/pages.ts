import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/support/chromium.js';
import { buildReactApp } from './react-app.js';
import { comparison, median, tableOf, type Comparison } from './ratio.js';
import { serverTimes } from './page-times.js';
import { signedIn, startProduct } from './running-product.js';
import { visit, type Visited } from './visit.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const REQUESTS = Number(process.env['REQUESTS'] ?? 30);
const PAGES = (process.env['PAGES'] ?? '/today,/links').split(',');
const COORDINATOR = 'coordinator@bradford.example';
const NATIONAL_OFFICE = 'national@linking.example';
const root = fileURLToPath(new URL('../../', import.meta.url));

const app = await buildReactApp(root);
const product = await startProduct(root, { BENCH_APP: app.name });
const browser = await launchChromium();
try {
  const coordinator = await signedIn(browser, product.address, COORDINATOR);
  const results = PAGES.map((page) => ({
    page,
    fcp: comparison(`${page}, first contentful paint`, 0.6),
    fp: comparison(`${page}, first paint`),
    bytes: comparison(`${page}, bytes over the wire`),
  }));
  for (const { page } of results) {
    await visit(browser, product.address, coordinator, page);
    await visit(browser, product.address, coordinator, `/bench${page}`);
  }
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { page, ...kinds } of results) {
      const own = () => visit(browser, product.address, coordinator, page);
      const react = () => visit(browser, product.address, coordinator, `/bench${page}`);
      const first = await (round % 2 === 0 ? react() : own());
      const second = await (round % 2 === 0 ? own() : react());
      const [ours, theirs] = round % 2 === 0 ? [second, first] : [first, second];
      for (const kind of ['fcp', 'fp', 'bytes'] as const) note(kinds[kind], ours, theirs, kind);
    }
    console.error(`round ${round} of ${ROUNDS}`);
  }
  const titles = { beside: 'beside React in the browser', rates: 'ours / React (ms, bytes)' };
  console.log(
    tableOf(
      results.flatMap(({ fcp, fp, bytes }) => [fcp, fp, bytes]),
      titles,
    ),
  );

  const nationalOffice = await signedIn(browser, product.address, NATIONAL_OFFICE);
  console.log(`\nserver time of each page, ${REQUESTS} requests one after the other (ms)`);
  for (const line of await serverTimes(product.address, { coordinator, nationalOffice }, REQUESTS)) {
    const figures = [median(line.times), line.p95].map((ms) => ms.toFixed(1).padStart(7)).join('  ');
    console.log(`${line.page.padEnd(34)}${figures}  ${(line.bytes / 1024).toFixed(1)} kB packed`);
  }
} finally {
  await browser.close();
  await product.stop();
  await app.remove();
}

function note(into: Comparison, ours: Visited, theirs: Visited, kind: keyof Visited): void {
  into.ours.push(ours[kind]);
  into.raw.push(theirs[kind]);
  into.ratios.push(ours[kind] / theirs[kind]);
}
