import { randomUUID } from 'node:crypto';
import { readLink } from '@linking/application/links/link-history.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { mailTokenId } from '@linking/application/mails/mail.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { addressToken, findToken, revokeTokens } from '@linking/application/tokens/tokens.js';
import { formFields, wordsOf, type Browser } from './support/browser.js';
import { testSettings } from './support/gateway.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

let world: PageWorld;
let head: Browser;

beforeAll(async () => {
  world = await openPageWorld();
  head = await world.browser();
}, 60_000);

afterAll(() => world.close());

/** A link whose agreement was mailed, with the address of each school. */
async function mailed() {
  const ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  const sent = () => listMails(world.pool, { programmes: 'all', subject: ref, status: 'sent', limit: 10 });
  await until('both mails are sent', async () => (await sent()).length === 2);
  const address = (side: 'a' | 'b', mails: Awaited<ReturnType<typeof sent>>) => {
    const mail = mails.find(({ step }) => step === `agreement-${side}`);
    return `/sign/${addressToken(testSettings, mailTokenId(mail?.id ?? ''), 'sign-agreement')}`;
  };
  const mails = await sent();
  return { ref, a: address('a', mails), b: address('b', mails) };
}

const bySpec = () => {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api', commandId, correlationId: commandId } as const;
};

const agreementOf = async (ref: string) => (await readLink(world.store, ref)).link.agreement;
const revisionOf = async (ref: string) => (await readLink(world.store, ref)).facts.length;

describe('the page a headteacher signs on', () => {
  it('is read as often as a mail scanner likes without changing anything', async () => {
    const { ref, a } = await mailed();
    const before = await revisionOf(ref);
    for (let times = 0; times < 5; times += 1) {
      expect((await head.get(a)).statusCode).toBe(200);
      expect((await head.get(a, 'HEAD')).statusCode).toBe(200);
    }
    expect(await revisionOf(ref)).toBe(before);
    expect((await findToken(world.pool, a.slice(6)))?.usedAt).toBeUndefined();
  });

  it('is kept by no cache and names itself to nobody', async () => {
    const { a } = await mailed();
    const { headers, body } = await head.get(a);
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(wordsOf(body)).toContain('Your school agrees to');
    expect(wordsOf(body)).toContain('This page is only for Head of 900001');
  });

  it('signs once, in the name of the person who was asked', async () => {
    const { ref, a } = await mailed();
    const fields = { ...formFields((await head.get(a)).body, a), agreed: 'yes' };
    const signed = await head.post(a, fields);
    expect([signed.statusCode, signed.headers.location]).toEqual([303, `${a}/signed`]);
    const after = await revisionOf(ref);
    await head.post(a, fields);
    expect(await revisionOf(ref)).toBe(after);
    const { facts, link } = await readLink(world.store, ref);
    const signature = facts.find(({ type }) => type === 'AgreementSigned');
    expect(signature?.actor).toBe(`person:${link.sides.a.headId}`);
    expect(link.agreement.a).toMatchObject({
      status: 'signed',
      means: 'mailed-page',
      signerId: link.sides.a.headId,
    });
    expect((await findToken(world.pool, a.slice(6)))?.usedAt).toBeDefined();
    expect(wordsOf((await head.get(`${a}/signed`)).body)).toContain(
      'We wait for Elm Academy to sign as well.',
    );
    expect(wordsOf((await head.get(a)).body)).toContain(
      'This agreement was already signed by the headteacher on 14 September.',
    );
  });

  it('asks for the tick and keeps what was typed', async () => {
    const { ref, a } = await mailed();
    const back = await head.fill(a, a, { signerName: 'H. Nine' });
    expect(back.statusCode).toBe(422);
    expect(wordsOf(back.body)).toContain('Tick the box to agree to the points above.');
    expect(back.body).toContain('value="H. Nine"');
    expect((await agreementOf(ref)).a.status).toBe('issued');
  });

  it('lets somebody else of the school sign for her', async () => {
    const { ref, a } = await mailed();
    const page = `${a}?for=head`;
    await head.fill(page, page, {
      signerName: 'Dina Deputy',
      signerRole: 'deputy-headteacher',
      agreed: 'yes',
    });
    const { a: agreement } = await agreementOf(ref);
    expect(agreement).toMatchObject({ status: 'signed', signerRole: 'deputy-headteacher' });
    expect(wordsOf((await head.get(`${a}/signed`)).body)).toContain('by Dina Deputy, deputy headteacher');
  });

  it('says who of the other school has signed', async () => {
    const { a, b } = await mailed();
    await head.fill(a, a, { agreed: 'yes' });
    expect(wordsOf((await head.get(b)).body)).toContain(
      'Head of 900001 signed for Ash Primary on 14 September',
    );
  });

  it('knows no address that we did not make', async () => {
    const unknown = await head.get('/sign/abcdefgh');
    expect(unknown.statusCode).toBe(404);
    expect(wordsOf(unknown.body)).toContain('We do not know this link');
    expect((await head.post('/sign/abcdefgh', { agreed: 'yes' })).statusCode).toBe(404);
  });

  it('says that the request was taken back', async () => {
    const { ref, a } = await mailed();
    await revokeTokens(world.pool, { ref, purpose: 'sign-agreement' }, world.clock.now());
    expect(wordsOf((await head.get(a)).body)).toContain('This agreement is no longer asked for');
    expect(
      (await head.post(a, { agreed: 'yes', signerName: 'X', signerRole: 'headteacher' })).statusCode,
    ).toBe(200);
    expect((await agreementOf(ref)).a.status).toBe('issued');
  });

  it('sends a new address to the same person when this one has expired', async () => {
    const { ref, a } = await mailed();
    await world.pool.query(`update tokens set expires_at = issued_at where ref = $1`, [ref]);
    expect(wordsOf((await head.get(a)).body)).toContain('This link has expired');
    const again = await head.fill(a, `${a}/send-again`, {});
    expect(wordsOf(again.body)).toContain('A new link is on its way');
    expect(again.body).not.toContain('head@900001.example');
    const mails = await listMails(world.pool, { programmes: 'all', subject: ref, limit: 10 });
    expect(mails.filter(({ askedBy }) => askedBy === 'person').map(({ step }) => step)).toEqual([
      'agreement-a-again-1',
    ]);
  });
});

describe('the outbox', () => {
  it('shows a mail in a frame of its own, with the personal link left out', async () => {
    const { ref } = await mailed();
    const rosa = await world.browser('rosa@bradford.example');
    const list = await rosa.get(`/outbox?link=${ref}`);
    const [, href = ''] = /href="(\/outbox\/[^"]+)"/.exec(list.body) ?? [];
    const mail = await rosa.get(href);
    expect(wordsOf(mail.body)).toContain('[personal link]');
    expect(mail.body).not.toContain('/sign/');
    expect(mail.headers['x-frame-options']).toBe('DENY');
    const part = await rosa.get(`${href}/html`);
    expect(part.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(part.headers['content-security-policy']).toContain('sandbox');
    expect(part.headers['x-frame-options']).toBe('SAMEORIGIN');
    const ines = await world.browser('ines@kent.example');
    expect((await ines.get(href)).statusCode).toBe(404);
    expect((await ines.get(`${href}/html`)).statusCode).toBe(404);
  });
});

describe('the page on which a headteacher names the teacher', () => {
  it('is read without changing anything, and records class and teacher once', async () => {
    const proposal = {
      programme: 'bradford',
      year: '2026-27',
      kind: 'between-schools',
      a: await world.offer('900001', '4 Oak'),
      b: await world.offer('900002'),
    } as const;
    const { ref } = (await world.send(new ProposeLink(proposal, {}, bySpec()))).link;
    await world.change(ref, { type: 'Broker' });
    world.clock.set('2026-09-15T09:00:00.000Z');
    const asking = async () => {
      const mails = await listMails(world.pool, {
        programmes: 'all',
        subject: ref,
        status: 'sent',
        limit: 10,
      });
      return mails.find(({ content }) => content.rule === 'N31');
    };
    await until('the head is asked', async () => (await asking()) !== undefined);
    const token = addressToken(testSettings, mailTokenId((await asking())?.id ?? ''), 'name-teacher');
    const page = `/name-teacher/${token}`;
    const before = await revisionOf(ref);
    const shown = await head.get(page);
    expect([shown.statusCode, (await head.get(page, 'HEAD')).statusCode]).toEqual([200, 200]);
    expect(wordsOf(shown.body)).toContain(
      'The Year 4 class of Elm Academy is linked with 4 Oak of Ash Primary',
    );
    const back = await head.fill(page, page, {
      teacherName: 'Tom Reed',
      teacherEmail: 'tom',
      className: '4 Elm',
    });
    expect([back.statusCode, wordsOf(back.body)]).toEqual([
      422,
      expect.stringContaining('Enter an e-mail address'),
    ]);
    expect(await revisionOf(ref)).toBe(before);

    const typed = {
      teacherName: 'Tom Reed',
      teacherEmail: 't.reed@elm.example',
      className: '4 Elm',
      pupilCount: '27',
    };
    const fields = { ...formFields(shown.body, page), ...typed };
    expect((await head.post(page, fields)).statusCode).toBe(303);
    const after = await readLink(world.store, ref);
    expect(after.link.sides.b).toMatchObject({ pupilCount: 27, placeholder: false, teachers: [{}] });
    expect(after.facts.find(({ type }) => type === 'ClassConfirmed')?.actor).toBe(
      `person:${after.link.sides.b.headId}`,
    );
    await head.post(page, fields);
    expect(await revisionOf(ref)).toBe(after.facts.length);
    expect(wordsOf((await head.get(page)).body)).toContain('Tom Reed teaches 4 Elm, 27 pupils.');
    expect((await head.get(`/sign/${token}`)).statusCode).toBe(404);
    expect((await head.get('/name-teacher/abcdefgh')).statusCode).toBe(404);
  });
});
