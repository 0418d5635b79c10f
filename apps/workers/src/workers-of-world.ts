import type { CommandBus, EventBus } from '@nestjs/cqrs';
import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import { wantedDigestsOf } from '@linking/application/digests/wanted-digests.js';
import { linksOfProgramme } from '@linking/application/mails/links-of-programme.js';
import { outboxMailer } from '@linking/application/mails/outbox-mailer.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { PausesChanged } from '@linking/application/operations/pauses.js';
import { sessionsOfLinks, wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { readModels } from '@linking/application/read-models.js';
import type { World } from '@linking/application/world.module.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { openMailer } from './mails/open-mailer.js';
import { startWorkers } from './start-workers.js';
import type { RunningWorkers, WorkerDependencies } from './start-workers.js';
import { workerLog } from './worker-log.js';

/** What the workers need, from the world of an application and its doors; its mails stay in the outbox. */
export function workersNeed(world: World, databaseUrl: string, commandBus: CommandBus): WorkerDependencies {
  const { pool, eventStore: store, clock, settings } = world;
  const lookup = tableLookup({ pool, store, clock }, settings);
  return {
    databaseUrl,
    redisUrl: settings.redisUrl,
    pool,
    store,
    clock,
    projections: readModels,
    dispatch: dispatchOver(commandBus),
    wantedMails: wantedMailsOf(store, wantedDigestsOf({ pool, store, clock, lookup, settings })),
    sessionsOf: sessionsOfLinks(store),
    linksOf: linksOfProgramme(store),
    lookup,
    mailer: outboxMailer(pool),
    digests: true,
    ledgerSecrets: new LedgerSecrets(settings.ledgerKeyFile),
    settings,
    bounceImapUrl: settings.bounceImapUrl,
    log: workerLog(settings.logLevel),
  };
}

/**
 * Starts the workers of a process; anything published on its EventBus wakes them. Mails go out when the settings name
 * a mail server. Close them before the world.
 */
export async function startWorkersOf(
  world: World,
  databaseUrl: string,
  { commandBus, eventBus }: { readonly commandBus: CommandBus; readonly eventBus: EventBus },
  more: Partial<WorkerDependencies> = {},
): Promise<RunningWorkers> {
  const { mailer, close: closeMailer } = openMailer(world.settings, world.pool);
  const workers = await startWorkers({
    ...workersNeed(world, databaseUrl, commandBus),
    mailer,
    ...(world.settings.smtpUrl === undefined ? {} : { accountMailer: mailer }),
    ...more,
  });
  const nudges = eventBus.subscribe((event) =>
    event instanceof PausesChanged ? workers.pausesChanged() : workers.wake(),
  );
  return {
    wake: () => workers.wake(),
    pausesChanged: () => workers.pausesChanged(),
    close: async () => {
      nudges.unsubscribe();
      await workers.close();
      closeMailer();
    },
  };
}
