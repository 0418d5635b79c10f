import { addUser, countUsers } from '@linking/application/accounts/add-user.js';
import { offerPassword } from '@linking/application/accounts/set-password.js';
import { PASSWORD, testGateway } from './support/gateway.js';
import type { TestGateway } from './support/gateway.js';

let gateway: TestGateway;
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'POST', url, payload, headers });
const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers });
const signIn = (email: string, password: string) => post('/api/v1/sign-in', { email, password });

beforeAll(async () => {
  gateway = await testGateway();
});

afterAll(() => gateway.close());

describe('signing in to the API', () => {
  it('gives a token that says who one is', async () => {
    const { id, authorization } = await gateway.signedIn({
      email: 'Rosa@Bradford.example',
      name: 'Rosa Hartley',
      roles: ['coordinator'],
      programmes: ['bradford'],
    });
    const me = await get('/api/v1/me', { authorization });
    expect(me.statusCode).toBe(200);
    expect(me.json()).toEqual({
      id,
      name: 'Rosa Hartley',
      roles: ['coordinator'],
      programmes: ['bradford'],
      calendarFeed: expect.stringMatching(/\/calendar\/[\w-]{43}\.ics$/),
    });
  });

  it('does not mind how the address is written', async () => {
    const answer = await signIn(' rosa@BRADFORD.example ', PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(Date.parse(answer.json<{ expiresAt: string }>().expiresAt)).toBeGreaterThan(
      Date.now() + 11 * 3_600_000,
    );
  });

  it('keeps neither password nor token, only their hashes', async () => {
    const token = (await signIn('rosa@bradford.example', PASSWORD)).json<{ token: string }>().token;
    const { rows } = await gateway.pool.query<{ kept: string }>(
      `select string_agg(r, '') as kept from
         (select u::text as r from users u union all select s::text from sessions s) all_rows`,
    );
    expect(rows[0]?.kept).toContain('$argon2id$');
    expect(rows[0]?.kept).not.toContain(token);
    expect(rows[0]?.kept).not.toContain(PASSWORD);
  });

  it('answers an unknown address and a wrong password with the same words', async () => {
    const unknown = await signIn('nobody@bradford.example', PASSWORD);
    const wrong = await signIn('rosa@bradford.example', 'another password');
    expect(unknown.statusCode).toBe(401);
    expect(unknown.json()).toEqual(wrong.json());
    expect(wrong.json()).toMatchObject({ code: 'WRONG_PASSWORD', status: 401 });
  });

  it('an unknown address takes about as long as a wrong password', async () => {
    const median = async (email: string) => {
      const times = [];
      for (let n = 0; n < 5; n++) {
        const start = performance.now();
        await signIn(`${email}`, `wrong password ${n}`);
        times.push(performance.now() - start);
      }
      return times.toSorted((a, b) => a - b)[2]!;
    };
    await addUser(gateway.pool, { email: 'timed@linking.example', roles: ['admin'], password: PASSWORD });
    const known = await median('timed@linking.example');
    const unknown = await median('untimed@linking.example');
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('a signed-out token no longer opens anything', async () => {
    const { authorization } = await gateway.signedIn({
      email: 'leaver@linking.example',
      roles: ['national'],
    });
    expect((await post('/api/v1/sign-out', {}, { authorization })).statusCode).toBe(204);
    const after = await get('/api/v1/me', { authorization });
    expect(after.statusCode).toBe(401);
    expect(after.headers['www-authenticate']).toBe('Bearer');
    expect(after.json()).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('a disabled user and an old session open nothing', async () => {
    const disabled = await gateway.signedIn({ email: 'disabled@linking.example', roles: ['admin'] });
    await gateway.pool.query('update users set disabled_at = now() where id = $1', [disabled.id]);
    expect((await get('/api/v1/me', { authorization: disabled.authorization })).statusCode).toBe(401);
    expect((await signIn('disabled@linking.example', PASSWORD)).statusCode).toBe(401);

    const old = await gateway.signedIn({ email: 'old@linking.example', roles: ['admin'] });
    await gateway.pool.query('update sessions set expires_at = now() where user_id = $1', [old.id]);
    expect((await get('/api/v1/me', { authorization: old.authorization })).statusCode).toBe(401);
  });

  it('guessing one password after the other is stopped after ten tries, also by many at once', async () => {
    await addUser(gateway.pool, { email: 'guessed@linking.example', roles: ['admin'], password: PASSWORD });
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, n) => signIn('guessed@linking.example', `a wrong password ${n}`)),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(10);
    for (let n = 0; n < 10; n++) await signIn('guessed@linking.example', `one more wrong password ${n}`);
    const blocked = await signIn('guessed@linking.example', PASSWORD);
    expect(blocked.statusCode).toBe(429);
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
    expect(blocked.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await gateway.pool.query(`update sign_in_attempts set at = at - interval '16 minutes'`);
    expect((await signIn('guessed@linking.example', PASSWORD)).statusCode).toBe(200);
  });

  it('guessing many addresses from one place is stopped too', async () => {
    await gateway.pool.query(
      `insert into sign_in_attempts (email_hash, address) select n::text, '127.0.0.1' from generate_series(1, 50) n`,
    );
    expect((await signIn('rosa@bradford.example', PASSWORD)).statusCode).toBe(429);
    await gateway.pool.query('delete from sign_in_attempts');
  });
});

describe('a new user', () => {
  it('sets her password once by an address that is valid for seven days', async () => {
    const { id, passwordToken } = await addUser(gateway.pool, {
      email: 'new@linking.example',
      roles: ['admin'],
    });
    const url = `/set-password/${passwordToken}`;
    expect((await signIn('new@linking.example', '')).statusCode).toBe(400);
    expect((await signIn('new@linking.example', PASSWORD)).statusCode).toBe(401);
    expect((await post(url, { password: 'short', again: 'short' })).statusCode).toBe(422);
    expect((await post(url, { password: PASSWORD, again: `${PASSWORD}!` })).statusCode).toBe(422);
    const both = await Promise.all([1, 2].map(() => post(url, { password: PASSWORD, again: PASSWORD })));
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([303, 404]);
    expect((await signIn('new@linking.example', PASSWORD)).statusCode).toBe(200);
    expect((await get(url)).statusCode).toBe(404);

    const late = await offerPassword(gateway.pool, id);
    await gateway.pool.query(
      `update password_tokens set expires_at = expires_at - interval '7 days' where user_id = $1`,
      [id],
    );
    expect((await get(`/set-password/${late}`)).statusCode).toBe(404);
  });

  it('a new password ends the sessions of the old one', async () => {
    const { id, authorization } = await gateway.signedIn({
      email: 'changed@linking.example',
      roles: ['admin'],
    });
    const token = await offerPassword(gateway.pool, id);
    const password = 'four linked rings';
    expect((await post(`/set-password/${token}`, { password, again: password })).statusCode).toBe(303);
    expect((await get('/api/v1/me', { authorization })).statusCode).toBe(401);
  });

  it.each([
    ['EMAIL_INVALID', { email: 'not an address', roles: ['admin'] }],
    ['ROLE_UNKNOWN', { email: 'a@linking.example', roles: ['headteacher'] }],
    ['ROLE_UNKNOWN', { email: 'a@linking.example', roles: [] }],
    ['PROGRAMME_MISSING', { email: 'a@linking.example', roles: ['coordinator'] }],
    ['PROGRAMME_UNUSED', { email: 'a@linking.example', roles: ['admin'], programmes: ['kent'] }],
    ['AUDITOR_ALONE', { email: 'a@linking.example', roles: ['auditor', 'national'] }],
    ['PASSWORD_TOO_SHORT', { email: 'a@linking.example', roles: ['admin'], password: 'short' }],
    ['USER_EXISTS', { email: 'ROSA@bradford.example', roles: ['admin'] }],
  ])('is refused with %s', async (code, user) => {
    const before = await countUsers(gateway.pool);
    await expect(addUser(gateway.pool, user)).rejects.toMatchObject({ code });
    expect(await countUsers(gateway.pool)).toBe(before);
  });
});
