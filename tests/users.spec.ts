import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { sendAccountMails } from '@linking/application/accounts/account-mails.js';
import { ChangeUser } from '@linking/application/accounts/user-commands.js';
import { announceUserChanges, changesOfUser } from '@linking/application/accounts/user-changes.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { MemoryEventStore } from '@linking/events/memory/memory-event-store.js';
import { userStream } from '@linking/events/streams.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { Browser, wordsOf } from './support/browser.js';
import { PASSWORD, testGateway, testSettings, type TestGateway } from './support/gateway.js';

const smtpUrl = 'smtp://mail.linking.example:587';
const store = new MemoryEventStore();
let gateway: TestGateway;
let ada: { id: string; authorization: string };
let nadia: { id: string; authorization: string };

beforeAll(async () => {
  gateway = await testGateway({ world: { eventStore: store }, settings: { smtpUrl } });
  ada = await gateway.signedIn({ email: 'ada@linking.example', name: 'Ada Mensah', roles: ['admin'] });
  nadia = await gateway.signedIn({ email: 'nadia@linking.example', name: 'Nadia Osei', roles: ['national'] });
  for (const [slug, code] of [
    ['bradford', 'BRD'],
    ['kent', 'KEN'],
  ] as const) {
    const commandId = randomUUID();
    const sender = { actor: 'worker:spec', channel: 'cli', commandId, correlationId: commandId } as const;
    const programme = { slug, code, name: slug, year: '2026-27', laCodes: [], districtCodes: [] };
    await gateway.app.get(CommandBus, { strict: false }).execute(new JoinProgramme(programme, sender));
  }
});

afterAll(() => gateway.close());

interface ChangedUser {
  readonly user: { readonly id: string; readonly state: string; readonly programmes: readonly string[] };
  readonly passwordAddress: string | null;
}

const post = (path: string, payload: object, { as = ada, key = randomUUID() as string } = {}) =>
  gateway.app.inject({
    method: 'POST',
    url: `/api/v1/users${path}`,
    payload,
    headers: { authorization: as.authorization, 'idempotency-key': key },
  });
const get = (path: string, as = ada) =>
  gateway.app.inject({ url: `/api/v1/users${path}`, headers: { authorization: as.authorization } });
const pathOf = (address: string | null) => new URL(address ?? '').pathname;
const set = (path: string, password: string) =>
  gateway.app.inject({
    method: 'POST',
    url: path,
    payload: new URLSearchParams({ password, again: password }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const signIn = (email: string, password = PASSWORD) =>
  gateway.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { email, password } });

async function added(email: string, more: object = {}) {
  const body = { name: 'Rosa Hartley', email, roles: ['coordinator'], programmes: ['bradford'], ...more };
  return (await post('', body)).json<ChangedUser>();
}

describe('an administrator', () => {
  it('adds a coordinator, who sets her password with the address and signs in', async () => {
    const body = {
      name: 'Rosa Hartley',
      email: 'rosa@bradford.example',
      roles: ['coordinator'],
      programmes: ['bradford'],
    };
    const answer = await post('', body, { key: 'add-rosa' });
    expect(answer.statusCode).toBe(201);
    const { user, passwordAddress } = answer.json<ChangedUser>();
    expect(answer.headers.location).toBe(`/api/v1/users/${user.id}`);
    expect(user).toMatchObject({ ...body, revision: 1, state: 'invited', lastSignIn: null });

    const again = await post('', body, { key: 'add-rosa' });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json()).toEqual(answer.json());
    const { rows } = await gateway.pool.query<{ kept: string }>(
      `select string_agg(t.t, ' ') as kept from (select a::text as t from answers a
         union all select c::text from user_changes c union all select p::text from password_tokens p) t`,
    );
    expect(rows[0]?.kept).not.toContain(pathOf(passwordAddress).split('/').at(-1));

    expect((await set(pathOf(passwordAddress), PASSWORD)).statusCode).toBe(303);
    expect((await signIn('rosa@bradford.example')).statusCode).toBe(200);
    expect((await get(`/${user.id}`)).json()).toMatchObject({
      state: 'active',
      lastSignIn: expect.any(String),
    });
  });

  it('is told which programmes there are when she names another', async () => {
    const answer = await post('', {
      name: 'X',
      email: 'x@y.example',
      roles: ['coordinator'],
      programmes: ['bardford'],
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'PROGRAMME_UNKNOWN',
      detail: expect.stringMatching(/^There is no programme bardford\./),
    });
  });

  it('changes roles, name and address, and each change is in the log without names', async () => {
    const { user } = await added('leila@bradford.example');
    const roles = { roles: ['coordinator', 'admin'], programmes: ['kent'] };
    expect((await post(`/${user.id}/change-roles`, roles)).json()).toMatchObject({ user: roles });
    const details = { name: 'Leila Farouk', email: 'leila@kent.example' };
    const changed = await post(`/${user.id}/change-details`, details);
    expect(changed.json()).toMatchObject({ user: details });
    expect(changed.headers.etag).toBe('"3"');
    await announceUserChanges(gateway.pool, store);
    const log = (await store.readStream(userStream(user.id))).map(({ envelope }) => envelope);
    expect(log.map(({ type, actor, data }) => [type, actor, data])).toEqual([
      [
        'UserAdded.v1',
        `user:${ada.id}`,
        { userId: user.id, roles: ['coordinator'], programmes: ['bradford'] },
      ],
      ['UserRolesChanged.v1', `user:${ada.id}`, { userId: user.id, ...roles }],
      ['UserDetailsChanged.v1', `user:${ada.id}`, { userId: user.id, fields: ['name', 'email'] }],
    ]);
    expect((await post(`/${user.id}/change-details`, details)).headers.etag).toBe('"3"');
    const stale = await gateway.app.inject({
      method: 'POST',
      url: `/api/v1/users/${user.id}/close`,
      payload: {},
      headers: { authorization: ada.authorization, 'if-match': '"2"' },
    });
    expect(stale.statusCode).toBe(412);
    const taken = await post(`/${user.id}/change-details`, { ...details, email: 'ADA@linking.example' });
    expect(taken.json()).toMatchObject({ status: 422, code: 'USER_EXISTS' });
  });

  it('closes an account: sessions, tokens and addresses end at once, and open again with it only by a sign-in', async () => {
    const { user, passwordAddress } = await added('leaver@bradford.example');
    await set(pathOf(passwordAddress), PASSWORD);
    const { token } = (await signIn('leaver@bradford.example')).json<{ token: string }>();
    const offered = (await post(`/${user.id}/offer-password`, {})).json<ChangedUser>().passwordAddress;
    const me = () => gateway.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect((await me()).statusCode).toBe(200);
    expect((await post(`/${user.id}/close`, {})).json()).toMatchObject({ user: { state: 'closed' } });
    expect((await me()).statusCode).toBe(401);
    expect((await signIn('leaver@bradford.example')).statusCode).toBe(401);
    expect((await gateway.app.inject({ url: pathOf(offered) })).statusCode).toBe(404);
    expect((await post(`/${user.id}/offer-password`, {})).json()).toMatchObject({ code: 'USER_CLOSED' });
    expect((await post(`/${user.id}/reopen`, {})).json()).toMatchObject({ user: { state: 'active' } });
    expect((await me()).statusCode).toBe(401);
    expect((await signIn('leaver@bradford.example')).statusCode).toBe(200);
  });

  it('cannot close or demote herself', async () => {
    for (const [command, body] of [
      ['close', {}],
      ['change-roles', { roles: ['national'] }],
    ] as const) {
      const answer = await post(`/${ada.id}/${command}`, body);
      expect(answer.json()).toMatchObject({ status: 422, code: 'OWN_ADMINISTRATION' });
    }
    expect((await get('', ada)).statusCode).toBe(200);
  });

  it('cannot take away the last administrator, even when two take away each other at the same moment', async () => {
    const ben = await gateway.signedIn({
      email: 'ben@linking.example',
      name: 'Ben Archer',
      roles: ['admin'],
    });
    const change = (id: string, by: string) => {
      const commandId = randomUUID();
      const scope = scopeOf({ roles: ['admin'], programmes: [] });
      const sender = {
        actor: `user:${by}`,
        channel: 'api',
        commandId,
        correlationId: commandId,
        scope,
      } as const;
      const close = new ChangeUser(id, { command: 'close' }, sender);
      return gateway.app.get(CommandBus, { strict: false }).execute(close);
    };
    const outcomes = await Promise.allSettled([change(ben.id, ada.id), change(ada.id, ben.id)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'LAST_ADMINISTRATOR' },
    });
    await gateway.pool.query('update users set disabled_at = null where id = $1', [ada.id]);
    ada = {
      ...ada,
      authorization: `Bearer ${(await signIn('ada@linking.example')).json<{ token: string }>().token}`,
    };
  });
});

describe('the national office', () => {
  it('finds users and changes none; what it reads is kept', async () => {
    const found = await get('?q=ROSA@&role=coordinator&programme=bradford&state=active', nadia);
    expect(found.json<{ items: { email: string }[] }>().items.map(({ email }) => email)).toEqual([
      'rosa@bradford.example',
    ]);
    for (const [path, body] of [
      ['', { name: 'X', email: 'x@y.example', roles: ['admin'] }],
      [`/${nadia.id}/change-roles`, { roles: ['admin'] }],
    ] as const) {
      expect((await post(path, body, { as: nadia })).statusCode).toBe(403);
    }
    const { rows } = await gateway.pool.query<{ detail: { query: string } }>(
      `select detail from access_log where user_id = $1 and subject = '/api/v1/users' order by id desc limit 1`,
      [nadia.id],
    );
    expect(rows[0]?.detail.query).toBe('q=&role=coordinator&programme=bradford&state=active');
  });

  it('reads the list in pages, everybody once', async () => {
    const names: string[] = [];
    let after = '';
    do {
      const page = (await get(`?limit=2${after}`, nadia)).json<{
        items: { email: string }[];
        next: string | null;
      }>();
      names.push(...page.items.map(({ email }) => email));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    const { rows } = await gateway.pool.query<{ n: number }>('select count(*)::int as n from users');
    expect(names).toHaveLength(rows[0]!.n);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is closed to coordinators', async () => {
    const kim = await gateway.signedIn({
      email: 'kim@kent.example',
      roles: ['coordinator'],
      programmes: ['kent'],
    });
    expect((await get('', kim)).statusCode).toBe(403);
  });
});

describe('on pages', () => {
  it('an administrator adds a user and sees the address once', async () => {
    const browser = await new Browser(gateway.app).signIn('ada@linking.example');
    const fields = { name: 'Tom Reeve', email: 'tom@linking.example', roles: 'auditor' };
    const wrong = await browser.fill('/users/add', '/users/add', { ...fields, email: 'tom' });
    expect(wrong.statusCode).toBe(422);
    expect(wordsOf(wrong.body)).toContain('Enter an e-mail address');
    const shown = await browser.fill('/users/add', '/users/add', fields);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    const path = /value="http[^"]*(\/set-password\/[\w-]{43})"/.exec(shown.body)?.[1] ?? '';
    expect((await set(path, PASSWORD)).statusCode).toBe(303);
    const list = wordsOf((await browser.get('/users?q=tom')).body);
    expect(list).toContain('Tom Reeve');
    expect(list).toContain('Auditor');
    expect((await browser.get('/users/add')).body).not.toContain('/set-password/');
  });

  it('closes an account and opens it again from its page, whose history says so', async () => {
    const browser = await new Browser(gateway.app).signIn('ada@linking.example');
    const { user } = await added('short@bradford.example');
    const page = `/users/${user.id}`;
    expect((await browser.fill(page, `${page}/close`, {})).headers.location).toBe(page);
    expect((await browser.fill(page, `${page}/reopen`, {})).headers.location).toBe(page);
    const words = wordsOf((await browser.get(page)).body);
    expect(words).toMatch(/Opened the account again Ada Mensah .* Closed the account Ada Mensah/);
    const auditor = await new Browser(gateway.app).signIn('tom@linking.example');
    expect((await auditor.get(page)).body).not.toContain(`action="${page}`);
    expect((await auditor.fill(page, `${page}/close`, {})).statusCode).toBe(403);
  });

  it('everybody changes her own password and signs out her other browsers', async () => {
    await gateway.pool.query('delete from sign_in_attempts');
    const here = await new Browser(gateway.app).signIn('rosa@bradford.example');
    const there = await new Browser(gateway.app).signIn('rosa@bradford.example');
    const password = 'another sentence of mine';
    const wrong = await here.fill('/account', '/account/password', {
      current: 'not it, I think',
      password,
      again: password,
    });
    expect(wrong.statusCode).toBe(422);
    expect(wordsOf(wrong.body)).toContain('This is not your current password.');
    const changed = await here.fill('/account', '/account/password', {
      current: PASSWORD,
      password,
      again: password,
    });
    expect(changed.headers.location).toBe('/account');
    expect((await there.get('/account')).headers.location).toContain('/sign-in');
    expect((await signIn('rosa@bradford.example', password)).statusCode).toBe(200);
    const account = await here.get('/account');
    const feed = /http[^"]*\/calendar\/[\w-]+\.ics/.exec(account.body)?.[0];
    expect((await here.fill('/account', '/account/renew-calendar', {})).headers.location).toBe('/account');
    expect(feed).toBeDefined();
    expect((await here.get('/account')).body).not.toContain(feed);
    expect(wordsOf(account.body)).toContain('This one');
    const ended = await here.fill('/account', '/account/end-session', {});
    expect(ended.headers.location).toBe('/account');
    expect((await here.get('/account')).body).not.toContain('/account/end-session');
    await set(
      pathOf(
        (await post(`/${await idOf('rosa@bradford.example')}/offer-password`, {})).json<ChangedUser>()
          .passwordAddress,
      ),
      PASSWORD,
    );
  });
});

const idOf = async (email: string) =>
  (await gateway.pool.query<{ id: string }>('select id from users where email = $1', [email])).rows[0]?.id ??
  '';

describe('a forgotten password', () => {
  const asked = (browser: Browser, email: string) =>
    browser.fill('/forgotten-password', '/forgotten-password', { email });

  const send = async () => {
    const sent: OutgoingMail[] = [];
    await sendAccountMails({
      pool: gateway.pool,
      clock: systemClock,
      settings: { ...testSettings, smtpUrl } as typeof testSettings,
      mailer: { send: (mail) => Promise.resolve(void sent.push(mail)) },
    });
    return sent;
  };

  it('is set anew by a mail, once, and every session ends; nobody learns who has an account', async () => {
    await gateway.pool.query('delete from sign_in_attempts');
    const browser = new Browser(gateway.app);
    const [known, unknown] = [
      await asked(browser, 'rosa@BRADFORD.example'),
      await asked(browser, 'nobody@bradford.example'),
    ];
    expect([known.statusCode, wordsOf(known.body)]).toEqual([unknown.statusCode, wordsOf(unknown.body)]);
    const { token } = (await signIn('rosa@bradford.example')).json<{ token: string }>();
    const mails = await send();
    expect(mails.map(({ to }) => to)).toEqual(['"Rosa Hartley" <rosa@bradford.example>']);
    const path = /\/set-password\/[\w-]{43}/.exec(mails[0]?.text ?? '')?.[0] ?? '';
    const { rows } = await gateway.pool.query<{ kept: string }>(
      `select string_agg(t.t, ' ') as kept from (select m::text as t from account_mails m
         union all select c::text from user_changes c) t`,
    );
    expect(rows[0]?.kept).not.toContain(path.split('/').at(-1));
    expect((await set(path, 'a password I keep in mind')).statusCode).toBe(303);
    expect((await set(path, 'a password I keep in mind')).statusCode).toBe(404);
    const me = await gateway.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect(me.statusCode).toBe(401);
    const changes = await changesOfUser(gateway.pool, await idOf('rosa@bradford.example'));
    expect(changes.slice(0, 2).map(({ event }) => event.type)).toEqual(['PasswordSet', 'PasswordOffered']);
    expect(await send()).toEqual([]);
  });

  it('works for half an hour, and fills nobody’s mailbox', async () => {
    const browser = new Browser(gateway.app);
    for (let n = 0; n < 5; n += 1) await asked(browser, 'nadia@linking.example');
    const mails = await send();
    expect(mails).toHaveLength(3);
    const path = /\/set-password\/[\w-]{43}/.exec(mails[0]?.text ?? '')?.[0] ?? '';
    expect((await gateway.app.inject({ url: path })).statusCode).toBe(200);
    await gateway.pool.query(
      `update password_tokens set expires_at = expires_at - interval '30 minutes' where used_at is null`,
    );
    expect((await gateway.app.inject({ url: path })).statusCode).toBe(404);
  });

  it('is not asked for without end', async () => {
    const browser = new Browser(gateway.app);
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await asked(browser, 'somebody@linking.example'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(10).fill(200), 429]);
    expect((await signIn('somebody@linking.example')).statusCode).toBe(401);
  });
});
