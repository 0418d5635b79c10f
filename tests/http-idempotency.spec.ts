import { EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import { commandIdOf } from '../apps/gateway/src/http/answers.js';
import { openDesk } from './support/note-desk.js';
import type { Desk } from './support/note-desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.gateway.close());

describe('Idempotency-Key', () => {
  it('the second answer is the first one, byte for byte, with its ETag and Location', async () => {
    const headers = { 'idempotency-key': 'replay-1', ...desk.seen() };
    const first = await desk.write(headers);
    const second = await desk.write(headers);
    expect(second.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(second.headers['content-type']).toBe('application/json; charset=utf-8');
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(desk.notes.commands.at(-1)).toBe(commandIdOf(desk.rosa.id, 'replay-1'));
  });

  it('ten requests with one key at the same moment are one command', async () => {
    const before = desk.notes.commands.length;
    const headers = { 'idempotency-key': 'burst-1', ...desk.seen() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.write(headers)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(desk.notes.commands.length).toBe(before + 1);
  });

  it('the same key with another body or at another address is refused', async () => {
    await desk.write({ 'idempotency-key': 'used-1', ...desk.seen() });
    const other = await desk.write({ 'idempotency-key': 'used-1', ...desk.seen() }, { note: 'Another.' });
    expect(other.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    const elsewhere = await desk.gateway.app.inject({
      method: 'POST',
      url: '/api/v1/specs/notes/bradford?other',
      payload: { note: 'Phoned.' },
      headers: { authorization: desk.rosa.authorization, 'idempotency-key': 'used-1', ...desk.seen() },
    });
    expect(elsewhere.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('the order of the fields makes no other body', async () => {
    const headers = { 'idempotency-key': 'fields-1', ...desk.seen() };
    await desk.write(headers, { note: 'Phoned.', classes: [] });
    expect(
      (await desk.write(headers, { classes: [], note: 'Phoned.' })).headers['idempotency-replayed'],
    ).toBe('true');
  });

  it('a refused request frees its key', async () => {
    expect(
      (await desk.write({ 'idempotency-key': 'freed-1', ...desk.seen() }, { note: '' })).statusCode,
    ).toBe(422);
    expect((await desk.write({ 'idempotency-key': 'freed-1', ...desk.seen() })).statusCode).toBe(201);
  });

  it('a command whose answer was lost is not carried out twice', async () => {
    desk.notes.failAfterWriting = new EventStoreUnavailableError('connection lost');
    const headers = { 'idempotency-key': 'lost-1', ...desk.seen() };
    const lost = await desk.write(headers);
    expect(lost.statusCode).toBe(503);
    expect(lost.headers['retry-after']).toBe('1');
    const written = desk.notes.commands.length;
    const retried = await desk.write(headers);
    expect(retried.statusCode).toBe(201);
    expect(retried.json()).toMatchObject({ revision: written });
    expect(desk.notes.commands.length).toBe(written);
  });

  it('an answer is kept for seven days', async () => {
    await desk.write({ 'idempotency-key': 'old-1', ...desk.seen() });
    await desk.gateway.pool.query(
      `update answers set created_at = now() - interval '8 days' where key = 'old-1'`,
    );
    const later = await desk.write({ 'idempotency-key': 'old-1', ...desk.seen() }, { note: 'Another.' });
    expect(later.headers['idempotency-replayed']).toBeUndefined();
    expect(later.statusCode).toBe(201);
  });

  it('one person\u2019s key is nobody else\u2019s', async () => {
    const other = await desk.gateway.signedIn({ email: 'nadia@linking.example', roles: ['national'] });
    await desk.write({ 'idempotency-key': 'mine-1', ...desk.seen() });
    const hers = await desk.write({
      'idempotency-key': 'mine-1',
      ...desk.seen(),
      authorization: other.authorization,
    });
    expect(hers.headers['idempotency-replayed']).toBeUndefined();
    expect(hers.statusCode).toBe(201);
  });

  it.each(['', 'with space', 'x'.repeat(256)])(
    'a key of other characters or more than 255 is refused',
    async (key) => {
      expect((await desk.write({ 'idempotency-key': key, ...desk.seen() })).statusCode).toBe(400);
    },
  );
});
