import { Controller, Module, Post } from '@nestjs/common';
import { addUser } from '@linking/application/accounts/add-user.js';
import { Access } from '../apps/gateway/src/http/access.js';
import { PASSWORD, testGateway } from './support/gateway.js';
import type { TestGateway } from './support/gateway.js';

@Access('coordinator')
@Controller()
class SpecsController {
  @Post('links/note')
  note() {
    return 'kept';
  }

  @Post('api/v1/specs/note')
  apiNote() {
    return { kept: true };
  }
}

@Module({ controllers: [SpecsController] })
class SpecsModule {}

/** A browser without JavaScript: it keeps cookies and posts what forms hold. */
class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly gateway: TestGateway) {}

  async get(url: string) {
    return this.keep(await this.gateway.app.inject({ url, headers: { cookie: this.#sent() } }));
  }

  async post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.keep(
      await this.gateway.app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: this.#sent(), ...headers },
      }),
    );
  }

  async signIn(email: string, to = '/') {
    const csrf = hidden((await this.get(`/sign-in?to=${encodeURIComponent(to)}`)).body, '_csrf');
    return this.post('/sign-in', { _csrf: csrf, idempotencyKey: 'any', to, email, password: PASSWORD });
  }

  #sent = () => [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  keep<Answer extends { cookies: { name: string; value: string; expires?: Date }[] }>(
    answer: Answer,
  ): Answer {
    for (const { name, value, expires } of answer.cookies) {
      if (expires && expires.getTime() < Date.now()) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? `no field ${name}`;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway({ modules: [SpecsModule] });
  await addUser(gateway.pool, {
    email: 'rosa@bradford.example',
    name: 'Rosa Hartley',
    roles: ['coordinator'],
    programmes: ['bradford'],
    password: PASSWORD,
  });
});

afterAll(() => gateway.close());

describe('signing in with a browser', () => {
  it('leads to where she was going', async () => {
    const browser = new Browser(gateway);
    const asked = await browser.get('/links?stage=met');
    expect(asked.statusCode).toBe(303);
    expect(asked.headers.location).toBe('/sign-in?to=%2Flinks%3Fstage%3Dmet');
    const form = await browser.get(asked.headers.location!);
    expect(hidden(form.body, 'to')).toBe('/links?stage=met');
    const done = await browser.signIn('rosa@bradford.example', hidden(form.body, 'to'));
    expect([done.statusCode, done.headers.location]).toEqual([303, '/links?stage=met']);
    expect((await browser.get('/links')).statusCode).toBe(200);
  });

  it('never leads to another site', async () => {
    const done = await new Browser(gateway).signIn('rosa@bradford.example', 'https://elsewhere.example/');
    expect(done.headers.location).toBe('/');
  });

  it('shows the form again with what was typed, except the password', async () => {
    const browser = new Browser(gateway);
    const csrf = hidden((await browser.get('/sign-in')).body, '_csrf');
    const typed = { _csrf: csrf, to: '/', email: 'rosa@bradford.example', password: 'wrong "password"' };
    const again = await browser.post('/sign-in', typed);
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('The e-mail address or the password is not right.');
    expect(again.body).toContain('rosa@bradford.example');
    expect(again.body).not.toContain('wrong &quot;password');
    expect((await browser.post('/sign-in', { ...typed, email: '' })).body).toContain(
      'Enter your e-mail address.',
    );
  });

  it('the cookie is for this host and out of reach of scripts; over https it also is Secure and bound to the host', async () => {
    const plain = await new Browser(gateway).signIn('rosa@bradford.example');
    expect(String(plain.headers['set-cookie'])).toMatch(
      /^linking=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const secure = await testGateway({ settings: { publicUrl: 'https://linking.example' } });
    try {
      await addUser(secure.pool, { email: 'admin@linking.example', roles: ['admin'], password: PASSWORD });
      const answer = await new Browser(secure).signIn('admin@linking.example');
      expect(String(answer.headers['set-cookie'])).toMatch(
        /^__Host-linking=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await secure.close();
    }
  });

  it('signing out ends the session itself, not only the cookie', async () => {
    const browser = new Browser(gateway);
    await browser.signIn('rosa@bradford.example');
    const kept = new Map(browser.cookies);
    const form = hidden((await browser.get('/sign-in')).body, '_csrf');
    expect((await browser.post('/sign-out', { _csrf: form })).headers.location).toBe('/sign-in');
    const thief = new Browser(gateway);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect((await thief.get('/links')).statusCode).toBe(303);
  });
});

describe('a form', () => {
  it('of another site is refused, also with the token of another browser', async () => {
    const rosa = new Browser(gateway);
    await rosa.signIn('rosa@bradford.example');
    const stranger = new Browser(gateway);
    const foreign = hidden((await stranger.get('/sign-in')).body, '_csrf');
    for (const fields of [{}, { _csrf: '' }, { _csrf: foreign }, { _csrf: 'x'.repeat(43) }]) {
      const answer = await rosa.post('/links/note', fields as Record<string, string>);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('This form is no longer valid.');
    }
    const own = hidden((await rosa.get('/sign-in')).body, '_csrf');
    expect((await rosa.post('/links/note', { _csrf: own })).statusCode).toBe(201);
  });

  it('made before the sign-in is no longer good after it', async () => {
    const rosa = new Browser(gateway);
    const before = hidden((await rosa.get('/sign-in')).body, '_csrf');
    await rosa.signIn('rosa@bradford.example');
    expect((await rosa.post('/links/note', { _csrf: before })).statusCode).toBe(403);
  });

  it('a write to the API with the cookie of a browser needs the token as well', async () => {
    const rosa = new Browser(gateway);
    await rosa.signIn('rosa@bradford.example');
    const own = hidden((await rosa.get('/sign-in')).body, '_csrf');
    const json = { 'content-type': 'application/json' };
    const send = (headers: Record<string, string>) =>
      gateway.app.inject({
        method: 'POST',
        url: '/api/v1/specs/note',
        payload: '{}',
        headers: { ...json, cookie: [...rosa.cookies].map(([n, v]) => `${n}=${v}`).join('; '), ...headers },
      });
    expect((await send({})).json()).toMatchObject({ status: 403, code: 'FORM_EXPIRED' });
    expect((await send({ 'x-csrf-token': own })).statusCode).toBe(201);
  });

  it('sent to the API is refused whatever it holds', async () => {
    const answer = await new Browser(gateway).post('/api/v1/sign-in', {
      email: 'a@b.example',
      password: PASSWORD,
    });
    expect(answer.statusCode).toBe(415);
  });
});

describe('pages', () => {
  it('that do not exist say so in words', async () => {
    const answer = await new Browser(gateway).get('/nothing-here');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain('<h1');
  });

  it('name the demonstration’s sign-ins only in the demonstration', async () => {
    expect((await new Browser(gateway).get('/sign-in')).body).not.toContain('linking-demo-2026');
    const demo = await testGateway({ settings: { demo: true } });
    try {
      expect((await new Browser(demo).get('/sign-in')).body).toContain('linking-demo-2026');
    } finally {
      await demo.close();
    }
  });
});
