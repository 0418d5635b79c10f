import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { usersAddCommand } from '../apps/cli/src/commands/users-add.js';
import { PASSWORD, testGateway } from './support/gateway.js';
import type { TestGateway } from './support/gateway.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway();
});

afterAll(() => gateway.close());

async function linking(...args: string[]): Promise<string> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  let printed = '';
  usersAddCommand(
    program,
    (task) => task({ pool: gateway.pool, publicUrl: 'https://linking.example' }),
    (text) => (printed += text),
  );
  await program.parseAsync(args, { from: 'user' });
  return printed;
}

describe('linking users add', () => {
  it('prints a one-time address with which the new user sets her password and signs in', async () => {
    const printed = await linking(
      'users',
      'add',
      'rosa@bradford.example',
      '--role',
      'coordinator',
      '--programme',
      'bradford',
      '--name',
      'Rosa Hartley',
    );
    const address = /https:\/\/linking\.example(\/set-password\/[\w-]{43})\n/.exec(printed)?.[1];
    const payload = new URLSearchParams({ password: PASSWORD, again: PASSWORD }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const set = await gateway.app.inject({ method: 'POST', url: address!, payload, headers });
    expect(set.headers.location).toBe('/sign-in');
    const signIn = { email: 'rosa@bradford.example', password: PASSWORD };
    const { token } = (
      await gateway.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: signIn })
    ).json<{ token: string }>();
    const me = await gateway.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect(me.json()).toMatchObject({
      name: 'Rosa Hartley',
      roles: ['coordinator'],
      programmes: ['bradford'],
    });
  });

  it.each([
    [['users', 'add', 'x@linking.example'], 'commander.missingMandatoryOptionValue'],
    [['users', 'add', 'x@linking.example', '--role', 'queen'], 'ROLE_UNKNOWN'],
    [['users', 'add', 'x@linking.example', '--role', 'coordinator'], 'PROGRAMME_MISSING'],
    [['users', 'add', 'rosa@bradford.example', '--role', 'admin'], 'USER_EXISTS'],
  ])('adds nobody and says why: %j', async (args, code) => {
    await expect(linking(...args)).rejects.toMatchObject({ code });
  });
});
