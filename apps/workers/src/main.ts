import { NestFactory } from '@nestjs/core';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import { openWorld } from '@linking/application/open-world.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { WorkersModule } from './workers.module.js';
import { startWorkersOf } from './workers-of-world.js';

/** The workers alone: the gateway runs elsewhere, and the database is somebody else's. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === undefined) {
    throw new Error('The workers alone need DATABASE_URL. `npm start` brings its own database.');
  }
  const opened = await openWorld(settings, settings.databaseUrl, 'workers');
  for (const note of opened.notes) process.stdout.write(`${note}\n`);
  const app = await NestFactory.createApplicationContext(WorkersModule.with(opened.world), {
    logger: ['error', 'warn'],
  });
  const workers = await startWorkersOf(opened.world, settings.databaseUrl, {
    commandBus: app.get(CommandBus),
    eventBus: app.get(EventBus),
  });
  process.stdout.write('The workers of Schools Linking run\n');
  const stop = () => {
    workers
      .close()
      .then(() => app.close())
      .then(() => opened.close())
      .catch(fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
