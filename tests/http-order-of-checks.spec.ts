import { openDesk } from './support/note-desk.js';
import type { Desk } from './support/note-desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.gateway.close());

describe('the order of checks of a write', () => {
  const broken = { note: 7, extra: true };

  it('sign-in comes before everything', async () => {
    expect((await desk.write({ authorization: '' }, broken)).statusCode).toBe(401);
  });

  it('another programme is not found, with or without a key and a revision', async () => {
    const answer = await desk.write({ 'idempotency-key': 'kent-1', ...desk.seen() }, undefined, 'kent');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.gateway.pool.query('select 1 from answers where key = $1', ['kent-1'])).rowCount).toBe(
      0,
    );
  });

  it('the key comes before the revision: an answer given before is given again without one', async () => {
    const first = await desk.write({ 'idempotency-key': 'order-1', ...desk.seen() });
    expect(first.statusCode).toBe(201);
    const again = await desk.write({ 'idempotency-key': 'order-1' });
    expect(again.statusCode).toBe(201);
  });

  it('the revision comes before the rules', async () => {
    const absent = await desk.write({}, { note: '' });
    expect(absent.statusCode).toBe(428);
    expect(absent.json()).toMatchObject({ code: 'IF_MATCH_REQUIRED' });
    expect((await desk.write(desk.seen(), { note: '' })).json()).toMatchObject({
      status: 422,
      code: 'REASON_REQUIRED',
      detail: 'Say what happened.',
    });
  });

  it('a save on top of somebody else\u2019s says who changed it', async () => {
    const answer = await desk.write({ 'if-match': '"99"' });
    expect(answer.statusCode).toBe(412);
    expect(answer.json()).toMatchObject({
      currentRevision: desk.notes.commands.length,
      changedBy: 'Rosa Hartley',
      changes: [],
    });
  });

  it.each(['*', '1', '"1", "2"', '"-1"', '"x"'])(
    'an If-Match that names no single revision is refused: %s',
    async (tag) => {
      expect((await desk.write({ 'if-match': tag })).json()).toMatchObject({
        status: 400,
        code: 'INVALID_HEADER',
      });
    },
  );

  it('a weak ETag counts as the revision it names', async () => {
    expect((await desk.write({ 'if-match': `W/"${desk.notes.commands.length}"` })).statusCode).toBe(201);
  });
});
