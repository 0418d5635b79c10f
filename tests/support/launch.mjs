import { importTypeScript } from './typescript-imports.mjs';

// A process of its own that starts PostgreSQL on a folder, says how to reach it, and waits to be killed.
const { startEmbeddedPostgres } = await importTypeScript(
  'libs/platform/src/embedded-postgres/start-embedded-postgres.ts',
);
const { url, adopted } = await startEmbeddedPostgres({ dataDir: process.argv[2] });
process.stdout.write(`${JSON.stringify({ url, adopted })}\n`);
setInterval(() => undefined, 60_000);
