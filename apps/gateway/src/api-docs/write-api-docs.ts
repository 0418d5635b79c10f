import { writeFileSync } from 'node:fs';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { createPool } from '@linking/platform/database/pool.js';
import { createGateway } from '../create-gateway.js';
import { buildOpenApi } from '../http/openapi.js';
import { apiCommandsText } from './api-commands-text.js';
import { openApiText } from './open-api-text.js';

/** Writes the description of the API as this program gives it. The database is never asked anything. */
async function main(): Promise<void> {
  const unused = 'never used: nobody signs in here';
  const settings = readSettings({ SESSION_SECRET: unused, TOKEN_SECRET: unused, LOG_LEVEL: 'warn' });
  const pool = createPool({ url: 'postgres://127.0.0.1/unused', name: 'api-docs' });
  const eventStore = new PostgresEventStore(pool);
  const app = await createGateway({ pool, eventStore, clock: systemClock, settings });
  const document = buildOpenApi(app);
  writeFileSync('openapi.json', openApiText(document));
  writeFileSync('docs/api-commands.md', apiCommandsText(document));
  await app.close();
  await eventStore.close();
  await pool.end();
}

await main();
