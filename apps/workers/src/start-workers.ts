import type pg from 'pg';
import type { Dispatch } from '@linking/application/carrying/carry-on.js';
import type { MailLookup } from '@linking/application/mails/mail-lookup.js';
import { mailDomain } from '@linking/application/mails/mail-settings.js';
import type { MailSettings } from '@linking/application/mails/mail-settings.js';
import type { Mailer } from '@linking/application/mails/mailer.js';
import { planning } from '@linking/application/mails/planning.js';
import type { PlanningDependencies } from '@linking/application/mails/planning.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { openQueues } from '@linking/platform/queues/queues.js';
import type { WorkerSettings } from '@linking/platform/queues/queues.js';
import type { Projection } from '@linking/projections/projection.js';
import { startAccountWork } from './accounts/account-work.js';
import { startBounceWork } from './bounces/bounce-work.js';
import { startCarrying } from './carrying/carrying.js';
import { startEscalating } from './escalations/escalation-work.js';
import { startLedger } from './ledger/ledger-work.js';
import { watchLog } from './log-watch.js';
import { startTestMailWork } from './mails/test-mail-work.js';
import { startSending } from './mails/sending.js';
import { startDigests } from './planning/digests.js';
import { startPlanning } from './planning/planning-runner.js';
import { startProjecting } from './projecting/projecting.js';
import { startPublicFormWork } from './public-form/public-form-work.js';
import { startHeartbeat } from './heartbeat.js';
import { openDesk } from './work-desk.js';
import type { WorkerLog } from './worker-log.js';
import type { WorkerPart, Workshop } from './worker-parts.js';

export interface WorkerDependencies {
  /** The queue's tables are there, in a schema and with a pool of their own, unless there is a Redis for it. */
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly projections: readonly Projection[];
  readonly dispatch: Dispatch;
  readonly wantedMails: PlanningDependencies['wantedMails'];
  readonly sessionsOf?: PlanningDependencies['sessionsOf'];
  readonly linksOf?: PlanningDependencies['linksOf'];
  readonly lookup: MailLookup;
  readonly mailer: Mailer;
  /** For mails about accounts and those of the public form; absent when no mail leaves the machine. */
  readonly accountMailer?: Mailer;
  readonly settings: MailSettings;
  /** The mailbox to which mails come back; absent where none is read. */
  readonly bounceImapUrl?: string | undefined;
  /** What signs the log; absent where nothing is signed. */
  readonly ledgerSecrets?: LedgerSecrets;
  /** Whether lists by mail are planned as the calendar asks for them. */
  readonly digests?: boolean;
  /** Milliseconds of real time after which a mail whose worker died is another worker's. */
  readonly lease?: number;
  readonly log: WorkerLog;
  readonly worker?: WorkerSettings;
}

export interface RunningWorkers {
  /** Looks for work now: after a save, or when the clock was moved. Not calling it is harmless. */
  wake(): void;
  /** Looks at once what is paused. Not calling it is harmless: it is looked at every second. */
  pausesChanged(): void;
  /** Ends what is at hand, then closes workers, queues and their pool; the given pool and store stay open. */
  close(): Promise<void>;
}

/** Starts projecting, carrying, planning, sending and the ledger in this process. */
export async function startWorkers(dependencies: WorkerDependencies): Promise<RunningWorkers> {
  const { log, store } = dependencies;
  const queues = await openQueues({
    databaseUrl: dependencies.databaseUrl,
    redisUrl: dependencies.redisUrl,
    onError: (error, queue) => log.error({ err: error, queue }, 'The queue reports an error'),
  });
  const desk = openDesk(dependencies);
  const stopping = new AbortController();
  const workshop: Workshop = {
    queues,
    desk,
    signal: stopping.signal,
    ...(dependencies.worker === undefined ? {} : { worker: dependencies.worker }),
  };
  const parts: WorkerPart[] = [];
  const wake = () => parts.forEach((part) => part.wake());
  try {
    await startParts(workshop, dependencies, parts);
  } catch (error) {
    stopping.abort();
    await Promise.all(parts.map((part) => part.close()));
    await queues.close();
    throw error;
  }
  const { pool, clock } = dependencies;
  const heartbeat = startHeartbeat({ pool, clock, queues, desk, log });
  const watching = watchLog(store, stopping.signal, wake, (error) =>
    log.error({ err: error }, 'The log cannot be watched; it is looked at every few seconds instead'),
  );
  return {
    wake,
    pausesChanged: () => {
      desk.forget();
      wake();
    },
    close: async () => {
      stopping.abort();
      await watching;
      await Promise.all(parts.map((part) => part.close()));
      await heartbeat.close();
      await queues.close();
    },
  };
}

async function startParts(
  workshop: Workshop,
  dependencies: WorkerDependencies,
  parts: WorkerPart[],
): Promise<void> {
  const { clock } = dependencies;
  const { desk } = workshop;
  const sending = await startSending(workshop, dependencies);
  parts.push(sending);
  const plan = planning({ ...dependencies, mailDomain: mailDomain(dependencies.settings) });
  parts.push(await startPlanning(workshop, dependencies, plan, () => sending.wake()));
  if (dependencies.digests === true) {
    parts.push(startDigests(dependencies, desk.of('digests'), () => sending.wake()));
  }
  parts.push(await startCarrying(workshop, dependencies));
  parts.push(await startProjecting(workshop, dependencies, dependencies.projections));
  const { pool, store, settings, accountMailer: mailer, ledgerSecrets: secrets } = dependencies;
  const accounts = { pool, store, clock, settings, ...(mailer === undefined ? {} : { mailer }) };
  parts.push(startAccountWork(accounts, desk.of('accounts')));
  parts.push(startPublicFormWork(accounts, desk.of('public-form')));
  parts.push(startEscalating({ pool, store, clock }, desk.of('escalations')));
  const { bounceImapUrl, lookup } = dependencies;
  parts.push(startTestMailWork({ ...accounts, lookup }, desk.of('test-mails')));
  if (bounceImapUrl !== undefined) {
    parts.push(startBounceWork({ pool, store, clock, lookup, settings }, bounceImapUrl, desk.of('bounces')));
  }
  if (secrets !== undefined) {
    parts.push(startLedger({ pool, store, secrets }, desk.of('ledger'), workshop.signal));
  }
}
