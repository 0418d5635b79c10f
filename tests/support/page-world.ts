import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus, EventBus, type Command } from '@nestjs/cqrs';
import type pg from 'pg';
import { addUser } from '@linking/application/accounts/add-user.js';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import type { EventStore } from '@linking/events/event-store.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { startWorkersOf } from '../../apps/workers/src/workers-of-world.js';
import { Browser } from './browser.js';
import { PASSWORD, testSettings } from './gateway.js';
import { freshRedis } from './redis.js';
import { openWorkerDatabase } from './worker-database.js';

/** A gateway with its workers, one programme, two schools and the people who look at them. */
export interface PageWorld {
  readonly app: NestFastifyApplication;
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: SetClock;
  send<Result>(command: Command<Result>): Promise<Result>;
  change(ref: string, request: LinkRequest, said?: Said): Promise<unknown>;
  /** Turns on parts of the product for bradford. */
  use(...parts: readonly ProgrammeSwitch[]): Promise<void>;
  /** A class of a school on the waiting list. */
  offer(urn: string, name?: string): Promise<{ readonly interestId: string; readonly classId: string }>;
  /** A new link of the two schools, as far as it was proposed. */
  propose(): Promise<string>;
  browser(email?: string): Promise<Browser>;
  /** After the clock was set: workers look at once what is due. */
  wake(): void;
  /** As when the server of the queues is lost with all that it held. */
  wipeQueues(): Promise<void>;
  /** As when their process ends, and begins again. */
  stopWorkers(): Promise<void>;
  startWorkers(): Promise<void>;
  close(): Promise<void>;
}

const people = [
  { email: 'rosa@bradford.example', name: 'Rosa Hartley', roles: ['coordinator'], programmes: ['bradford'] },
  { email: 'ines@kent.example', name: 'Ines Moore', roles: ['coordinator'], programmes: ['kent'] },
  { email: 'nadia@linking.example', name: 'Nadia Osei', roles: ['national'] },
  { email: 'alun@linking.example', name: 'Alun Price', roles: ['auditor'] },
  { email: 'ada@linking.example', name: 'Ada Mensah', roles: ['admin'] },
];

export interface PageWorldSettings {
  readonly demo?: boolean;
  /** The clock of the demonstration, which its page moves and `clock` does not. */
  readonly demoClock?: boolean;
  /** A mail server; otherwise mails stay in the outbox. */
  readonly smtpUrl?: string;
}

export async function openPageWorld({
  demoClock = false,
  ...settings
}: PageWorldSettings = {}): Promise<PageWorld> {
  const db = await openWorkerDatabase();
  // Queues on PostgreSQL cost the same tests a third more; the specs of workers, mails and queues know both.
  const redis = await freshRedis();
  await db.pool.query(
    `insert into schools (urn, name, postcode, la_code, as_of, search)
     values ('900001', 'Ash Primary', 'BD9 1AA', '380', '2026-09-01', 'ash primary'),
            ('900002', 'Elm Academy', 'BD9 1AB', '380', '2026-09-01', 'elm academy')`,
  );
  for (const person of people) await addUser(db.pool, { ...person, password: PASSWORD });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'linking-pages-'));
  const clock = new SetClock('2026-09-14T09:00:00.000Z');
  const movable = demoClock ? await DatabaseClock.open(db.pool) : undefined;
  await movable?.beginAt(clock.now());
  const mailFrom = 'linking@localhost';
  const world = {
    pool: db.pool,
    eventStore: db.store,
    clock: movable ?? clock,
    settings: { ...testSettings, redisUrl: redis.url, ...settings, dataDir, mailFrom },
  };
  const app = await createGateway(world);
  const [commandBus, eventBus] = [
    app.get(CommandBus, { strict: false }),
    app.get(EventBus, { strict: false }),
  ];
  const startWorkers = () => startWorkersOf(world, db.url, { commandBus, eventBus });
  let workers: Awaited<ReturnType<typeof startWorkers>> | undefined = await startWorkers();
  const send: PageWorld['send'] = (command) => commandBus.execute(command);
  for (const [slug, code, name, laCode] of [
    ['bradford', 'BRD', 'Bradford', '380'],
    ['kent', 'KEN', 'Kent', '886'],
  ] as const) {
    const year = '2026-27';
    await send(
      new JoinProgramme(
        { slug, code, name, laCodes: [laCode], districtCodes: [], year, mailbox: `${slug}@linking.example` },
        sender(),
      ),
    );
  }
  const offer: PageWorld['offer'] = async (urn, name) => {
    const { interest } = await send(
      new ReceiveInterest(
        {
          programme: 'bradford',
          year: '2026-27',
          urn,
          channel: 'phone',
          head: { name: `Head of ${urn}`, email: `head@${urn}.example`, phone: '01274 555 000' },
          classes: [
            {
              yearGroups: [4],
              pupilCount: 28,
              ...(name === undefined
                ? {}
                : {
                    name,
                    teachers: [
                      { name: `Teacher of ${urn}`, email: `teacher@${urn}.example`, linkedBefore: false },
                    ],
                  }),
            },
          ],
        },
        sender(),
      ),
    );
    return { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' };
  };
  return {
    app,
    pool: db.pool,
    store: db.store,
    clock,
    send,
    async use(...parts) {
      for (const part of parts) {
        await send(new ChangeProgramme('bradford', { type: 'TurnSwitch', switch: part, on: true }, sender()));
      }
    },
    change: (ref, request, said = {}) => send(new ChangeLink(ref, request, said, sender())),
    offer,
    async propose() {
      const [a, b] = [await offer('900001', '4 Oak'), await offer('900002', '4 Fir')];
      const proposal = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b } as const;
      return (await send(new ProposeLink(proposal, {}, sender()))).link.ref;
    },
    async browser(email) {
      const browser = new Browser(app);
      return email === undefined ? browser : browser.signIn(email);
    },
    wake: () => workers?.wake(),
    wipeQueues: () => redis.wipe(),
    async stopWorkers() {
      await workers?.close();
      workers = undefined;
    },
    async startWorkers() {
      workers = await startWorkers();
    },
    async close() {
      await workers?.close();
      await app.close();
      await movable?.close();
      await redis.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}
