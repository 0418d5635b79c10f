import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { addUser } from '@linking/application/accounts/add-user.js';
import type { UserToAdd } from '@linking/application/accounts/add-user.js';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { readModels } from '@linking/application/read-models.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import type { World } from '@linking/application/world.module.js';
import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { catchUpAll } from '@linking/projections/checkpoints/catch-up.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { linkCommands } from '../../apps/gateway/src/links/link-commands.js';
import { freshDatabase } from './database.js';
import { PASSWORD, testSettings } from './gateway.js';

/** Five invented schools of three authorities. */
const SCHOOLS = `URN,LA (code),EstablishmentName,EstablishmentStatus (name),Town,Postcode,Easting,Northing
900001,380,St Mary's Primary School,Open,Bradford,BD9 4LA,414000,434000
900002,380,Hillside Primary School,Open,Bradford,BD2 1AA,416000,435500
900003,380,Oakfield Primary School,Open,Shipley,BD18 3AA,415000,437000
900004,886,Kentish Primary School,Open,Maidstone,ME14 1AA,576000,155000
900005,909,Lakeside Primary School,Open,Kendal,LA9 4AA,351000,492000
`;

export interface Asked {
  readonly as?: string;
  readonly key?: string;
  readonly ifMatch?: number | string;
}

export interface InterestAnswered {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly head: { readonly name: string };
  readonly classes: readonly { readonly classId: string; readonly status: string }[];
  /** Of an answer to a command. */
  readonly warnings?: readonly string[];
}

export interface Changed {
  readonly link: LinkDetails;
  readonly events: readonly { readonly id: string; readonly type: string; readonly revision: number }[];
  readonly warnings: readonly { readonly code: string }[];
}

/** The JSON API on a database of its own, with a clock that stands and two programmes. */
export class TestApi {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly pool: pg.Pool,
    readonly store: EventStore,
    readonly clock: SetClock,
    readonly end: () => Promise<void>,
    /** Bearer of a coordinator of bradford, who asks unless somebody else is named. */
    readonly rosa: string,
    readonly people: Readonly<Record<'kent' | 'national' | 'auditor' | 'admin', string>>,
  ) {}

  static async open(now: string, more: Partial<World> = {}): Promise<TestApi> {
    const database = await freshDatabase();
    const pool = createPool({ url: database.url, name: 'api-spec' });
    const store = new PostgresEventStore(pool, { databaseUrl: database.url });
    const clock = new SetClock(now);
    const app = await createGateway({ pool, eventStore: store, clock, settings: testSettings, ...more });
    const end = async () => {
      await app.close();
      await store.close();
      await pool.end();
      await database.drop();
    };
    await importSchools({ pool, store, clock }, Readable.from([Buffer.from(SCHOOLS)]), {
      actor: 'worker:spec',
      channel: 'cli',
    });
    await join(app, { slug: 'bradford', code: 'BRD', name: 'Bradford', laCodes: ['380'] });
    await join(app, { slug: 'kent', code: 'KNT', name: 'Kent', laCodes: ['886'] });
    await catchUpAll({ pool, store }, readModels);
    const enter = (user: UserToAdd) => signIn(app, pool, user);
    return new TestApi(
      app,
      pool,
      store,
      clock,
      end,
      await enter({
        email: 'rosa@bradford.example',
        name: 'Rosa Hartley',
        roles: ['coordinator'],
        programmes: ['bradford'],
      }),
      {
        kent: await enter({ email: 'ken@kent.example', roles: ['coordinator'], programmes: ['kent'] }),
        national: await enter({ email: 'national@linking.example', roles: ['national'] }),
        auditor: await enter({ email: 'auditor@linking.example', roles: ['auditor'] }),
        admin: await enter({ email: 'admin@linking.example', roles: ['admin'] }),
      },
    );
  }

  get(path: string, { as = this.rosa }: Asked = {}) {
    return this.app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization: as } });
  }

  post(path: string, payload: object, { as = this.rosa, key, ifMatch }: Asked = {}) {
    const headers = {
      authorization: as,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined
        ? {}
        : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
    };
    return this.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers });
  }

  /** An interest of an invented school with one class, as the API answers it. */
  async interest(urn: string, className: string, more: object = {}): Promise<InterestAnswered> {
    const teacher = { name: `Teacher of ${urn}`, email: `teacher@${urn}.example`, linkedBefore: false };
    const body = {
      programme: 'bradford',
      year: '2026-27',
      urn,
      channel: 'phone',
      expressedOn: '2026-06-02',
      head: { name: `Head of ${urn}`, email: `head@${urn}.example` },
      priorities: ['faith'],
      classes: [{ name: className, yearGroups: [4], pupilCount: 28, teachers: [teacher] }],
      ...more,
    };
    return made<InterestAnswered>(await this.post('/interests', body));
  }

  /** A link of two new interests. */
  async link(a = '900001', b = '900002'): Promise<LinkDetails> {
    const offer = async (urn: string) => {
      const { id, classes } = await this.interest(urn, `Class ${urn}`);
      return { interestId: id, classId: classes[0]?.classId };
    };
    const body = {
      programme: 'bradford',
      year: '2026-27',
      kind: 'between-schools',
      a: await offer(a),
      b: await offer(b),
      overrides: [{ rule: 'linked-before', reasonCode: 'both-heads-asked' }],
    };
    return made<LinkDetails>(await this.post('/links', body));
  }

  /** Sends a command with the revision as it stands, and checks that it writes only what the table says. */
  async change(ref: string, name: string, body: object = {}): Promise<Changed> {
    const { revision } = (await this.get(`/links/${ref}`)).json<LinkDetails>();
    const answer = await this.post(`/links/${ref}/${name}`, body, { ifMatch: revision });
    if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`);
    const changed = answer.json<Changed>();
    expect(answer.headers['etag']).toBe(`"${changed.link.revision}"`);
    const command = linkCommands.find((one) => one.name === name);
    const allowed: readonly string[] = [...(command?.events ?? []), 'GuardOverridden'];
    for (const { type } of changed.events) expect(allowed).toContain(type);
    return changed;
  }

  /** Turns on parts of the product for bradford. */
  async use(...parts: readonly ProgrammeSwitch[]): Promise<void> {
    for (const part of parts) {
      const commandId = randomUUID();
      const sender = { actor: 'worker:spec', channel: 'cli', commandId, correlationId: commandId } as const;
      const turning = { type: 'TurnSwitch', switch: part, on: true } as const;
      await this.app
        .get(CommandBus, { strict: false })
        .execute(new ChangeProgramme('bradford', turning, sender));
    }
  }

  /** What the workers do all the time. */
  catchUp(): Promise<void> {
    return catchUpAll({ pool: this.pool, store: this.store }, readModels);
  }
}

function made<Answer>(answer: { readonly statusCode: number; readonly body: string }): Answer {
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return JSON.parse(answer.body) as Answer;
}

async function join(
  app: NestFastifyApplication,
  programme: { slug: string; code: string; name: string; laCodes: string[] },
): Promise<void> {
  const commandId = randomUUID();
  const sender = { actor: 'worker:spec', channel: 'cli', commandId, correlationId: commandId } as const;
  const joined = { ...programme, districtCodes: [], year: '2026-27' };
  await app.get(CommandBus, { strict: false }).execute(new JoinProgramme(joined, sender));
}

async function signIn(app: NestFastifyApplication, pool: pg.Pool, user: UserToAdd): Promise<string> {
  await addUser(pool, { ...user, password: PASSWORD });
  const payload = { email: user.email, password: PASSWORD };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
  return `Bearer ${answer.json<{ token: string }>().token}`;
}
