import type { OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { freshDatabase } from './support/database.js';
import { ExampleWorld } from './support/example-world.js';
import { preparations } from './support/example-preparations.js';
import { testGateway, testSettings } from './support/gateway.js';

interface Example {
  /** `POST /links/{ref}/broker`, without the prefix of the API. */
  readonly address: string;
  readonly contentType: string;
  readonly body: unknown;
  /** What it may write; nothing is said of what is no command. */
  readonly events: readonly string[] | undefined;
}

/** Every example of every operation that takes a body, as the description of the API gives it. */
function examplesOf(document: OpenAPIObject): readonly Example[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      if (operation?.requestBody === undefined || !('content' in operation.requestBody)) return [];
      const address = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
      const events = (operation as { 'x-events'?: readonly string[] })['x-events'];
      return Object.entries(operation.requestBody.content).flatMap(([contentType, { examples = {} }]) => {
        const values = Object.values(examples).map((it) =>
          'value' in it ? (it.value as unknown) : undefined,
        );
        if (values.length === 0) throw new Error(`${address} has no example`);
        return values.map((body) => ({ address, contentType, body, events }));
      });
    }),
  );
}

const examples = examplesOf(JSON.parse(readFileSync('openapi.json', 'utf8')) as OpenAPIObject);
const CLOCK = 'POST /demo/clock';

let world: ExampleWorld;
beforeAll(async () => {
  world = await ExampleWorld.open();
}, 60_000);
afterAll(() => world.api.end());

const eventsOfLog = async () => {
  const { rows } = await world.api.pool.query<{ type: string }>('select type from events order by position');
  return rows.map(({ type }) => type.replace(/\.v\d+$/, ''));
};

describe('the examples of the API', () => {
  it('have a world for each operation that takes a body', () => {
    const addresses = new Set(examples.map(({ address }) => address));
    addresses.delete(CLOCK);
    expect(Object.keys(preparations).toSorted()).toEqual([...addresses].toSorted());
  });

  it.each(examples.filter(({ address }) => address !== CLOCK).map((it) => [it.address, it] as const))(
    '%s is taken as it is written',
    async (address, { body, contentType, events }) => {
      const { api } = world;
      const { gap, at = '2027-01-25', admin = false } = preparations[address]!;
      api.clock.set(`${at}T09:00:00.000Z`);
      const filled = ((await gap?.(world)) ?? '').split(' ');
      const path = (address.split(' ')[1] ?? '').replace(/\{\w+\}/g, () => filled.shift() ?? '');
      const before = (await eventsOfLog()).length;
      await api.catchUp();
      const as = admin ? api.people.admin : api.people.national;
      const seen = address.includes('{')
        ? (await api.get(path.slice(0, path.lastIndexOf('/')), { as })).headers['etag']
        : undefined;
      const answer = await api.app.inject({
        method: address.startsWith('PUT ') ? 'PUT' : 'POST',
        url: `/api/v1${path}`,
        payload: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          'content-type': contentType,
          authorization: as,
          ...(seen === undefined ? {} : { 'if-match': String(seen) }),
        },
      });
      if (answer.statusCode > 299) expect([answer.statusCode, answer.body]).toEqual([200, '']);
      if (events === undefined || admin) return;
      const written = (await eventsOfLog()).slice(before).filter((type) => type !== 'PersonRegistered');
      expect(written.length).toBeGreaterThan(0);
      expect([...events, 'GuardOverridden']).toEqual(expect.arrayContaining(written));
    },
  );

  it(`${CLOCK} is taken as it is written, in the demonstration`, async () => {
    const database = await freshDatabase();
    const pool = createPool({ url: database.url, name: 'example-clock' });
    const clock = await DatabaseClock.open(pool);
    const gateway = await testGateway({ settings: { ...testSettings, demo: true }, world: { clock } });
    try {
      await clock.beginAt('2026-11-23T09:00:00.000Z');
      const { authorization } = await gateway.signedIn({ email: 'ada@linking.example', roles: ['admin'] });
      const example = examples.find(({ address }) => address === CLOCK);
      const answer = await gateway.app.inject({
        method: 'POST',
        url: '/api/v1/demo/clock',
        payload: example?.body as object,
        headers: { authorization },
      });
      expect([answer.statusCode, answer.json()]).toMatchObject([
        200,
        { now: expect.stringMatching(/^2027-01-14T09:00/) },
      ]);
    } finally {
      await gateway.close();
      await clock.close();
      await pool.end();
      await database.drop();
    }
  });
});
