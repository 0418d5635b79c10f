import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const interest = {
  year: '2026-27',
  urn: '900001',
  channel: 'phone',
  head: { name: 'Helen Marsh', email: 'head@st-marys.example' },
  classes: [{ yearGroups: [4], pupilCount: 28, placeholder: true }],
};

describe('a body of an interest', () => {
  it.each<readonly [string, object, string]>([
    ['a list in place of the head', { head: [] }, 'head'],
    ['a list of lists in place of the head', { head: [[]] }, 'head'],
    ['a list in place of a class', { classes: [[]] }, 'classes'],
    ['a list in place of a teacher', { classes: [{ ...interest.classes[0], teachers: [[]] }] }, 'teachers'],
    ['half a character in a name', { head: { ...interest.head, name: '\ud800' } }, 'head.name'],
    ['half a character in an address', { head: { ...interest.head, email: 'a@\udc00.example' } }, 'email'],
    ['half a character in a note', { note: '\udc00' }, 'note'],
    ['a head who is missing', { head: undefined }, 'head'],
    ['an object with a constructor', { note: { constructor: 1 } }, 'constructor'],
  ])('with %s is refused with its field', async (_what, wrong, field) => {
    const answer = await api.post('/interests', { ...interest, ...wrong });
    expect(answer.json()).toMatchObject({
      status: 400,
      errors: expect.arrayContaining([
        { field: expect.stringMatching(`${field}$`), message: expect.any(String) },
      ]),
    });
  });

  it('of a stranger names the values that are taken', async () => {
    const answer = await api.post('/interests', { ...interest, channel: 'Telephone', priorities: ['Faith'] });
    expect(answer.json<{ detail: string }>().detail).toBe(
      'channel has to be one of phone, e-mail, meeting, form, asked-again. ' +
        'Each of priorities has to be a code of up to 60 small letters, digits and hyphens, such as faith.',
    );
  });
});

describe('a body of a command', () => {
  it('takes no list in place of a reason', async () => {
    const { ref } = await api.link();
    const answer = await api.post(`/links/${ref}/broker`, { overrides: [[]] }, { ifMatch: 3 });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ field: 'overrides' }] });
  });

  it.each(['0206-11-23', '0001-01-01', '9999-12-31'])(
    'of the year of %s is a slip of the hand',
    async (day) => {
      const { ref } = await api.link();
      const answer = await api.post(`/links/${ref}/broker`, { occurredOn: day }, { ifMatch: 3 });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ field: 'occurredOn' }] });
    },
  );

  it('may be left out where nothing has to be said, but is not null', async () => {
    await api.use('e-mailed-proposals');
    const { ref } = await api.link();
    const send = (payload?: string) =>
      api.app.inject({
        method: 'POST',
        url: `/api/v1/links/${ref}/send-proposal`,
        headers: {
          authorization: api.rosa,
          'if-match': '"3"',
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(payload === undefined ? {} : { payload }),
      });
    expect((await send('null')).statusCode).toBe(400);
    expect((await send()).statusCode).toBe(200);
  });
});

describe('a moment', () => {
  it('that four digits of a year cannot say is refused', async () => {
    const { ref } = await api.link();
    const answer = await api.get(`/links/${ref}?asAt=9999-12-31T23:59:59-14:00`);
    expect(answer.json()).toMatchObject({ status: 400, code: 'INVALID_QUERY' });
  });

  it('with a plus sign that became a space says how to write it', async () => {
    const { ref } = await api.link();
    const answer = await api.get(`/links/${ref}?asAt=2026-10-01T09:00:00+01:00`);
    expect(answer.json<{ detail: string }>().detail).toContain('%2B');
  });
});
