import { runLinking } from '../apps/cli/src/program.js';
import { freshDatabase, type TestDatabase } from './support/database.js';
import { testSettings } from './support/gateway.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

async function add(slug: string, ...options: string[]) {
  const printed = { out: '', err: '' };
  const code = await runLinking(['programmes', 'add', slug, ...options], {
    env: {
      DATABASE_URL: database.url,
      SESSION_SECRET: testSettings.sessionSecret,
      TOKEN_SECRET: testSettings.tokenSecret,
    },
    out: { write: (text) => (printed.out += text) },
    err: { write: (text) => (printed.err += text) },
  });
  return { code, ...printed };
}

const towerHamlets = ['--name', 'Tower Hamlets', '--code', 'TWH', '--year', '2026-27', '--la', '211'];

describe('linking programmes add', () => {
  it('lets a programme join, and asked again leaves it as it is', async () => {
    const joined = { code: 0, out: 'Tower Hamlets (TWH) has joined: 211.\n', err: '' };
    expect(await add('tower-hamlets', ...towerHamlets)).toEqual(joined);
    expect(await add('tower-hamlets', ...towerHamlets)).toEqual(joined);
  });

  it('gives no two programmes one code, though no worker runs', async () => {
    const { code, out, err } = await add('another-place', ...towerHamlets);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'Another programme has the code TWH. Choose another code.\n',
    });
  });

  it('names every wrong option at once', async () => {
    const wrong = ['--name', 'Leeds', '--code', 'Leeds', '--year', '2026-28', '--la', '38'];
    const { code, err } = await add('Leeds', ...wrong);
    expect(code).toBe(2);
    for (const option of ['SLUG', '--code', '--year', '--la']) expect(err).toContain(option);
  });
});
