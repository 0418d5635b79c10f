import { createPool } from '@linking/platform/database/pool.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { runLinking } from '../apps/cli/src/program.js';
import { freshDatabase, type TestDatabase } from './support/database.js';

const HEADER = 'URN,LA (code),EstablishmentName,EstablishmentStatus (name)';

describe('linking import schools', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    database = await freshDatabase();
    pool = createPool({ url: database.url, name: 'linking-import' });
    folder = await mkdtemp(path.join(tmpdir(), 'linking-cli-'));
    file = path.join(folder, 'schools.csv');
  });

  beforeEach(async () => {
    await pool.query('truncate schools, school_imports');
    await writeFile(file, [HEADER, '107245,380,Lidget Green Primary,Open', 'NAT,,England,', ''].join('\n'));
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  async function linking(args: readonly string[], { isTTY = false, url = database.url } = {}) {
    const said = { out: '', err: '' };
    const code = await runLinking(args, {
      env: { DATABASE_URL: url, DATA_DIR: folder },
      out: { write: (text) => (said.out += text) },
      err: { isTTY, write: (text) => (said.err += text) },
    });
    return { code, ...said };
  }

  const countSchools = async () => (await pool.query('select from schools')).rowCount;

  test('prints the counts and the errors, and leaves 1 when some rows have errors', async () => {
    const { code, out } = await linking(['import', 'schools', file]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /register\n {2}added +1\n {2}changed +0\n {2}closed +0\n {2}unchanged +0\n {2}errors +1\n/,
    );
    expect(out).toContain('line 3 URN "NAT" is not a URN of six digits.');
    expect(await countSchools()).toBe(1);
  });

  test('leaves 0 when everything is in', async () => {
    const { code, out } = await linking(['import', 'schools', 'tests/data/schools-joined.csv']);
    expect(code).toBe(0);
    expect(out).toMatch(/added +1,887/);
  });

  test('with --dry-run changes nothing and says so', async () => {
    const { code, out } = await linking(['import', 'schools', file, '--dry-run']);
    expect([code, await countSchools()]).toEqual([1, 0]);
    expect(out).toContain('tried out: nothing was changed');
  });

  test('with --strict accepts nothing, and leaves 2', async () => {
    const { code, err } = await linking(['import', 'schools', file, '--strict']);
    expect([code, await countSchools()]).toEqual([2, 0]);
    expect(err).toContain(
      'The file has 1 error and none were to be accepted. Nothing was imported.\nline 3 URN',
    );
  });

  test('with --json prints what the API answers', async () => {
    const { out } = await linking(['import', 'schools', file, '--json']);
    expect(JSON.parse(out)).toEqual({
      kind: 'register',
      added: 1,
      changed: 0,
      closed: 0,
      unchanged: 0,
      errors: [{ line: 3, column: 'URN', message: expect.stringContaining('NAT') }],
    });
  });

  test('draws a bar on a terminal and plain lines elsewhere', async () => {
    const onTerminal = await linking(['import', 'schools', file], { isTTY: true });
    expect(onTerminal.err).toContain('[##############################]100 %');
    const elsewhere = await linking(['import', 'schools', file]);
    expect(elsewhere.err).not.toContain('\r');
    expect(elsewhere.err).toMatch(/100 % {2}0\.0 MB of 0\.0 MB, 2 rows\n$/);
  });

  test.each([
    ['a file that is not there', ['import', 'schools', 'no-such.csv'], 'There is no file "no-such.csv".'],
    ['a word nobody knows', ['import', 'schools', 'x.csv', '--quickly'], 'unknown option'],
    ['no file at all', ['import', 'schools'], 'missing required argument'],
  ])('leaves 2 for %s', async (_what, args, sentence) => {
    const { code, err } = await linking(args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('leaves 2 and a sentence when the database does not answer', async () => {
    const { code, err } = await linking(['import', 'schools', file], { url: 'postgres://a:b@127.0.0.1:9/c' });
    expect(code).toBe(2);
    expect(err).toContain('The database does not answer.');
    expect(err).not.toContain(' at ');
  });

  test('its help names the exit codes', async () => {
    const { code, out } = await linking(['import', 'schools', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Exit code: 0 everything is in');
  });
});
