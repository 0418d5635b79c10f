import { countUsers } from '@linking/application/accounts/add-user.js';
import { runLinking } from '../apps/cli/src/program.js';
import { PASSWORD, testGateway, testSettings } from './support/gateway.js';
import type { TestGateway } from './support/gateway.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway();
  const bradford = ['bradford', '--name', 'Bradford', '--code', 'BRD', '--year', '2026-27', '--la', '380'];
  expect((await linking('programmes', 'add', ...bradford)).code).toBe(0);
});

afterAll(() => gateway.close());

async function linking(...args: string[]) {
  const printed = { out: '', err: '' };
  const code = await runLinking(args, {
    env: {
      DATABASE_URL: gateway.databaseUrl,
      PUBLIC_URL: 'https://linking.example',
      SESSION_SECRET: testSettings.sessionSecret,
      TOKEN_SECRET: testSettings.tokenSecret,
    },
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text) },
  });
  return { code, ...printed };
}

describe('linking users add', () => {
  it('prints a one-time address with which the new user sets her password and signs in', async () => {
    const options = ['--role', 'coordinator', '--programme', 'bradford', '--name', 'Rosa Hartley'];
    const { code, out } = await linking('users', 'add', 'rosa@bradford.example', ...options);
    expect(code).toBe(0);
    const address = /https:\/\/linking\.example(\/set-password\/[\w-]{43})\n/.exec(out)?.[1];
    const payload = new URLSearchParams({ password: PASSWORD, again: PASSWORD }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const set = await gateway.app.inject({ method: 'POST', url: address!, payload, headers });
    expect(set.headers.location).toBe('/sign-in');
    const signIn = { email: 'rosa@bradford.example', password: PASSWORD };
    const answer = await gateway.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: signIn });
    const authorization = `Bearer ${answer.json<{ token: string }>().token}`;
    const me = await gateway.app.inject({ url: '/api/v1/me', headers: { authorization } });
    expect(me.json()).toMatchObject({
      name: 'Rosa Hartley',
      roles: ['coordinator'],
      programmes: ['bradford'],
    });
  });

  it.each([
    [[], '--role'],
    [['--role', 'queen'], 'Give a role: coordinator, national, auditor or admin.'],
    [['--role', 'coordinator'], 'Name at least one programme of the coordinator.'],
    [
      ['--role', 'coordinator', '--programme', 'bardford'],
      'There is no programme bardford. The programmes are bradford.',
    ],
    [['--role', 'admin'], 'There is a user with the address rosa@bradford.example already.'],
  ])('adds nobody and says why: %j', async (options, sentence) => {
    const before = await countUsers(gateway.pool);
    const { code, out, err } = await linking('users', 'add', 'rosa@bradford.example', ...options);
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(await countUsers(gateway.pool)).toBe(before);
  });
});

describe('linking users', () => {
  it('lists who may sign in, and with what', async () => {
    const { code, out } = await linking('users', 'list', '--role', 'coordinator');
    expect(code).toBe(0);
    expect(out).toMatch(/^rosa@bradford\.example\tcoordinator\tbradford\tactive\t\d{4}-\d{2}-\d{2}\n$/);
  });

  it('prints another one-time address for somebody who forgot her password', async () => {
    const { out } = await linking('users', 'offer-password', 'ROSA@bradford.example');
    const address = /https:\/\/linking\.example(\/set-password\/[\w-]{43})\n/.exec(out)?.[1];
    expect((await gateway.app.inject({ url: address! })).statusCode).toBe(200);
    const nobody = await linking('users', 'offer-password', 'nobody@bradford.example');
    expect([nobody.code, nobody.out]).toEqual([2, '']);
    expect(nobody.err).toContain('There is no open account with the address nobody@bradford.example.');
  });
});
