import type { CommandBus, EventBus } from '@nestjs/cqrs';
import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import { outboxMailer } from '@linking/application/mails/outbox-mailer.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { readModels } from '@linking/application/read-models.js';
import type { World } from '@linking/application/world.module.js';
import { startWorkers } from './start-workers.js';
import type { RunningWorkers, WorkerDependencies } from './start-workers.js';
import { workerLog } from './worker-log.js';

/** What the workers need, from the world of an application and its doors. */
export function workersNeed(world: World, databaseUrl: string, commandBus: CommandBus): WorkerDependencies {
  const { pool, eventStore: store, clock, settings } = world;
  return {
    databaseUrl,
    redisUrl: settings.redisUrl,
    pool,
    store,
    clock,
    projections: readModels,
    dispatch: dispatchOver(commandBus),
    wantedMails: wantedMailsOf(store),
    lookup: tableLookup({ pool, store }, settings),
    mailer: outboxMailer(pool),
    settings,
    log: workerLog(settings.logLevel),
  };
}

/** Starts the workers of a process; anything published on its EventBus wakes them. Close them before the world. */
export async function startWorkersOf(
  world: World,
  databaseUrl: string,
  { commandBus, eventBus }: { readonly commandBus: CommandBus; readonly eventBus: EventBus },
): Promise<RunningWorkers> {
  const workers = await startWorkers(workersNeed(world, databaseUrl, commandBus));
  const nudges = eventBus.subscribe(() => workers.wake());
  return {
    wake: () => workers.wake(),
    close: async () => {
      nudges.unsubscribe();
      await workers.close();
    },
  };
}
