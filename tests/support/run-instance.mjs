import { createServer } from 'node:http';
import { importTypeScript } from './typescript-imports.mjs';

// A process of its own that claims a folder as `npm start` does, serves, and closes in order when told to stop.
const { claimDataDir } = await importTypeScript('apps/start/living-instance.ts');
const { stopOnSignal } = await importTypeScript('apps/start/shut-down.ts');
const [dataDir, closing] = process.argv.slice(2);
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const outcome = await claimDataDir(dataDir, 10_000);
if ('runsAt' in outcome) {
  tell(outcome);
} else {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/health/live' ? 200 : 404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  await outcome.claim.serving(address, 'https://linking.example.org');
  const hang = { name: 'workers', within: 3_000, close: () => new Promise(() => undefined) };
  const web = { name: 'web', within: 500, close: async () => void server.close() };
  const claim = { name: 'claim', within: 500, close: () => outcome.claim.release() };
  stopOnSignal(() => (closing === 'hangs' ? [web, hang, claim] : [web, claim]), tell);
  tell({ serves: address });
}
