import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { freshDatabase } from './support/database.js';
import { testGateway, testSettings } from './support/gateway.js';
import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code;

describe('the clock of the demonstration', () => {
  it('is not there outside the demonstration', async () => {
    expect((await api.post('/demo/clock', { to: '2027-01-01' })).statusCode).toBe(404);
  });

  it('moves forward for everybody, and never back', async () => {
    const database = await freshDatabase();
    const pool = createPool({ url: database.url, name: 'demo-clock' });
    const clock = await DatabaseClock.open(pool);
    const gateway = await testGateway({
      settings: { ...testSettings, demo: true },
      world: { clock },
    });
    try {
      await clock.beginAt('2026-11-23T09:00:00.000Z');
      const { authorization } = await gateway.signedIn({ email: 'ada@linking.example', roles: ['admin'] });
      const auditor = await gateway.signedIn({ email: 'auditor@linking.example', roles: ['auditor'] });
      const move = (to: unknown, as = authorization) =>
        gateway.app.inject({
          method: 'POST',
          url: '/api/v1/demo/clock',
          payload: { to },
          headers: { authorization: as },
        });
      expect((await move('2027-01-14', auditor.authorization)).statusCode).toBe(403);
      const moved = await move('2027-01-14');
      expect([moved.statusCode, moved.json<{ now: string }>().now.slice(0, 16)]).toEqual([
        200,
        '2027-01-14T09:00',
      ]);
      expect((await move('2027-01-14T10:30:00Z')).json<{ now: string }>().now.slice(0, 16)).toBe(
        '2027-01-14T10:30',
      );
      const back = await move('2026-11-23T09:00:00Z');
      expect([back.statusCode, codeOf(back)]).toEqual([422, 'CLOCK_ONLY_FORWARD']);
      for (const to of ['tomorrow', '2027-02-30', '2027-03-01T25:00:00Z', 5]) {
        expect([to, (await move(to)).statusCode]).toEqual([to, 400]);
      }
    } finally {
      await gateway.close();
      await clock.close();
      await pool.end();
      await database.drop();
    }
  });
});
