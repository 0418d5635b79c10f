import type pg from 'pg';
import { migrate, MigrationChangedError } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { emptyDatabase, freshDatabase, type TestDatabase } from './support/database.js';

const first = { id: 'a-001', sql: 'create table a (n int primary key); insert into a values (1)' };
const second = { id: 'a-002', sql: 'alter table a add m int' };

describe('bringing the database to its newest shape', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await emptyDatabase();
    pool = createPool({ url: database.url, name: 'migrate' });
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('two processes that start together apply each step once', async () => {
    const applied = await Promise.all([
      migrate(pool, [first]),
      migrate(pool, [first]),
      migrate(pool, [first]),
    ]);
    expect(applied.flat()).toEqual(['a-001']);
    expect((await pool.query('select n from a')).rows).toEqual([{ n: 1 }]);
  });

  test('only what is missing runs, and its progress is told', async () => {
    const told: unknown[] = [];
    await migrate(pool, [first, second], (progress) => told.push(progress));
    expect(told).toEqual([{ id: 'a-002', done: 1, total: 1 }]);
  });

  test('an applied step whose text has changed is refused', async () => {
    await expect(migrate(pool, [{ ...first, sql: 'select 1' }, second])).rejects.toThrow(
      MigrationChangedError,
    );
  });

  test('a step that fails leaves nothing of itself behind', async () => {
    const broken = { id: 'a-003', sql: 'create table b (n int); select nonsense' };
    await expect(migrate(pool, [first, second, broken])).rejects.toThrow(/a-003 failed: .*nonsense/);
    expect((await pool.query(`select to_regclass('b') as b`)).rows).toEqual([{ b: null }]);
    expect((await pool.query('select id from schema_migrations order by id')).rowCount).toBe(2);
  });

  test('each spec file gets a database of its own', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.url).not.toBe(two.url);
    await Promise.all([one.drop(), two.drop()]);
  });
});
