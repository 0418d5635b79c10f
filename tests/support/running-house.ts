import { CommandBus, EventBus } from '@nestjs/cqrs';
import { addUser } from '@linking/application/accounts/add-user.js';
import { openWorld } from '@linking/application/open-world.js';
import { JoinProgramme, type ProgrammeInBody } from '@linking/application/programmes/join-programme.js';
import { readModels } from '@linking/application/read-models.js';
import type { World } from '@linking/application/world.module.js';
import { waitForReadModels } from '@linking/projections/checkpoints/catch-up.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { startWorkersOf } from '../../apps/workers/src/workers-of-world.js';
import { testSettings } from './gateway.js';
import { startStandIn } from './kurrentdb/stand-in.js';
import { openQueueHouse } from './queue-backends.js';
import type { Backend } from './queue-backends.js';

const PASSWORD = 'three linked rings';

export interface RunningHouse {
  readonly address: string;
  readonly world: World;
  readonly commandBus: CommandBus;
  /** Adds a user and answers her bearer token. */
  signIn(user: { email: string; roles: readonly string[]; programmes?: readonly string[] }): Promise<string>;
  join(programme: ProgrammeInBody): Promise<void>;
  /** Until every read model has seen all that is in the log now. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface StandsOn {
  readonly queues?: Backend;
  /** KurrentDB is the stand-in. */
  readonly log?: 'PostgreSQL' | 'KurrentDB';
}

/** Gateway and workers as `npm start` runs them, on a database of their own, with a clock that can be moved. */
export async function runHouse(
  startsAt: string,
  { queues = 'PostgreSQL', log = 'PostgreSQL' }: StandsOn = {},
): Promise<RunningHouse> {
  const queueHouse = await openQueueHouse(queues);
  const kurrentDb = log === 'KurrentDB' ? await startStandIn() : undefined;
  const { url: ownerUrl, applicationUrl: databaseUrl } = queueHouse.db;
  const { redisUrl } = queueHouse.at;
  const settings = { ...testSettings, redisUrl, kurrentDbUrl: kurrentDb?.url, demo: true };
  const { world, demoClock, checks, close } = await openWorld(settings, databaseUrl, 'journey', ownerUrl);
  await demoClock?.beginAt(startsAt);
  const app = await createGateway(world, { checks });
  const commandBus = app.get(CommandBus);
  const workers = await startWorkersOf(world, databaseUrl, { commandBus, eventBus: app.get(EventBus) });
  const unwatch = demoClock?.onMove(() => workers.wake());
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  const settled = async () => {
    const { pool, eventStore: store } = world;
    const head = await store.head();
    if (head !== null) await waitForReadModels({ pool, store }, readModels, head);
  };
  return {
    address,
    world,
    commandBus,
    async signIn(user) {
      await addUser(world.pool, { ...user, password: PASSWORD });
      const answer = await fetch(`${address}/api/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: user.email, password: PASSWORD }),
      });
      return ((await answer.json()) as { token: string }).token;
    },
    async join(programme) {
      const id = '6f0f7f0e-55a3-4c6b-9a5b-2c35f0b4a001';
      const sender = { actor: 'worker:cli', channel: 'cli', commandId: id, correlationId: id } as const;
      await commandBus.execute(new JoinProgramme(programme, sender));
      await settled();
    },
    settled,
    async close() {
      unwatch?.();
      await app.close();
      await workers.close();
      await close();
      await kurrentDb?.close();
      await queueHouse.close();
    },
  };
}
