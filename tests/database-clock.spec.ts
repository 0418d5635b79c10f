import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { clockMigration } from '@linking/platform/clock/clock-migration.js';
import { ClockOnlyForwardError, DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { emptyDatabase, type TestDatabase } from './support/database.js';
import { until } from './support/until.js';

const apart = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other));

describe('the clock of the demonstration', () => {
  let database: TestDatabase;
  let here: pg.Pool;
  let elsewhere: pg.Pool;
  let clock: DatabaseClock;

  beforeEach(async () => {
    database = await emptyDatabase();
    here = createPool({ url: database.url, name: 'here' });
    elsewhere = createPool({ url: database.url, name: 'elsewhere' });
    await migrate(here, [clockMigration]);
    clock = await DatabaseClock.open(here);
  });

  afterEach(async () => {
    await clock.close();
    await Promise.all([here.end(), elsewhere.end()]);
    await database.drop();
  });

  test('shows real time until it is set', () => {
    expect(apart(clock.now(), new Date().toISOString())).toBeLessThan(5_000);
  });

  test('begins once at the day of the demonstration, even a day long past', async () => {
    expect(await clock.beginAt('2019-11-25T09:00:00.000Z')).toBe(true);
    expect(apart(clock.now(), '2019-11-25T09:00:00.000Z')).toBeLessThan(20_000);
    expect(await clock.beginAt('2018-01-01T00:00:00.000Z')).toBe(false);
    expect(clock.now().slice(0, 10)).toBe('2019-11-25');
  });

  test('runs on after a move', async () => {
    await clock.moveTo('2090-03-01T09:00:00.000Z');
    const before = clock.now();
    await pause(60);
    expect(apart(clock.now(), before)).toBeGreaterThanOrEqual(50);
    expect(clock.now().slice(0, 16)).toBe('2090-03-01T09:00');
  });

  test('only moves forward', async () => {
    await expect(clock.moveTo('2001-01-01T00:00:00.000Z')).rejects.toThrow(ClockOnlyForwardError);
    await clock.beginAt('2019-11-25T09:00:00.000Z');
    await clock.moveTo('2020-02-03T09:00:00.000Z');
    await expect(clock.moveTo('2020-02-03T08:59:59.000Z')).rejects.toThrow(ClockOnlyForwardError);
    await expect(clock.moveTo('yesterday')).rejects.toThrow(TypeError);
    expect(clock.now().slice(0, 10)).toBe('2020-02-03');
  });

  test('of many moves at once the furthest stands', async () => {
    const days = ['2090-05-01', '2090-05-07', '2090-05-03', '2090-05-06', '2090-05-02'];
    await Promise.allSettled(days.map((day) => clock.moveTo(`${day}T09:00:00.000Z`)));
    expect(clock.now().slice(0, 10)).toBe('2090-05-07');
  });

  test('a move in one process is seen in another, and told to who watches', async () => {
    const other = await DatabaseClock.open(elsewhere);
    let told = 0;
    other.onMove(() => (told += 1));
    await clock.moveTo('2090-03-01T09:00:00.000Z');
    await until('the other has moved', () => other.now().startsWith('2090'));
    expect(told).toBe(1);
    await other.close();
  });

  test('a move is still seen after the listening connection was cut', async () => {
    const other = await DatabaseClock.open(elsewhere);
    await here.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'elsewhere'`,
    );
    await clock.moveTo('2090-03-01T09:00:00.000Z');
    await until('the other has moved', () => other.now().startsWith('2090'));
    await other.close();
  });
});
