import { randomUUID } from 'node:crypto';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { readProgramme } from '@linking/application/programmes/read-programme.js';
import { wordsOf } from './support/browser.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

let world: PageWorld;
let rosa: string;

const coordinators = async (slug: string) => (await readProgramme(world.store, slug))?.coordinators;
const known = (n: number) =>
  until('the appointments are known', async () => {
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*)::int as n from programmes, jsonb_array_elements(coordinators) c where c->>'until' is null`,
    );
    return rows[0]?.n === n;
  });

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}

beforeAll(async () => {
  world = await openPageWorld();
  const { rows } = await world.pool.query<{ id: string }>(
    `select id from users where email = 'rosa@bradford.example'`,
  );
  rosa = rows[0]?.id ?? '';
  for (const slug of ['bradford', 'kent']) {
    const asked = { type: 'AppointCoordinator', userId: rosa, from: '2026-09-01' } as const;
    await world.send(new ChangeProgramme(slug, asked, sender()));
  }
  await known(2);
}, 60_000);

afterAll(() => world?.close());

describe('who is on duty', () => {
  it('is said by account and programme alike: a programme taken from an account ends the appointment there', async () => {
    const ada = await world.browser('ada@linking.example');
    const saved = await ada.fill(`/users/${rosa}`, `/users/${rosa}/roles`, { programmes: 'bradford' });
    expect(saved.statusCode).toBe(303);
    expect(wordsOf((await ada.get(`/users/${rosa}`)).body)).toContain(
      'Rosa Hartley coordinates Kent no more: her time ended yesterday. Appoint somebody else on its page.',
    );
    expect(await coordinators('kent')).toEqual([{ userId: rosa, from: '2026-09-01', until: '2026-09-13' }]);
    expect(await coordinators('bradford')).toEqual([{ userId: rosa, from: '2026-09-01' }]);
    const hers = await world.browser('rosa@bradford.example');
    expect((await hers.get('/programmes/bradford')).statusCode).toBe(200);
    expect((await hers.get('/programmes/kent')).statusCode).toBe(404);
    await known(1);
  });

  it('comes to an end with the account', async () => {
    const ada = await world.browser('ada@linking.example');
    await ada.fill(`/users/${rosa}`, `/users/${rosa}/close`, {});
    expect(await coordinators('bradford')).toEqual([
      { userId: rosa, from: '2026-09-01', until: '2026-09-13' },
    ]);
  });
});
