import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandBus, EventBus } from '@nestjs/cqrs';

// The built workers with the settings of the environment, but with short leases: the spec kills this process often.
const built = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openWorld } = await built('libs/application/src/open-world.js');
const { readSettings } = await built('libs/platform/src/config/settings.js');
const { WorkersModule } = await built('apps/workers/src/workers.module.js');
const { startWorkersOf } = await built('apps/workers/src/workers-of-world.js');

const settings = readSettings(process.env);
const { world } = await openWorld(settings, settings.databaseUrl, 'mail-worker');
const app = await NestFactory.createApplicationContext(WorkersModule.with(world), { logger: ['error'] });
const buses = { commandBus: app.get(CommandBus), eventBus: app.get(EventBus) };
await startWorkersOf(world, settings.databaseUrl, buses, {
  // The links of the spec come from no interests, so nothing of them is carried back.
  projections: [],
  dispatch: async () => undefined,
  lease: Number(process.env.MAIL_LEASE),
  worker: { lockDuration: 2_000, stalledInterval: 500 },
});
