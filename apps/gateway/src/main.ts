import { openWorld } from '@linking/application/open-world.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { createGateway } from './create-gateway.js';
import { loadPageAssets } from './pages/layout/page-assets.js';

/** The gateway alone: workers run elsewhere, and the database is somebody else's. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === undefined) {
    throw new Error('The gateway alone needs DATABASE_URL. `npm start` brings its own database.');
  }
  loadPageAssets();
  const opened = await openWorld(settings, settings.databaseUrl, 'gateway');
  for (const note of opened.notes) process.stdout.write(`${note}\n`);
  const app = await createGateway(opened.world, { checks: opened.checks });
  await app.listen(settings.port, '0.0.0.0');
  process.stdout.write(`Schools Linking answers at ${settings.publicUrl}\n`);
  const stop = () =>
    void app
      .close()
      .then(() => opened.close())
      .catch(fail);
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
