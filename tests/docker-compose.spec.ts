import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { prepareDatabase } from '@linking/application/schema/prepare-database.js';
import { createPool } from '@linking/platform/database/pool.js';
import { Environment } from '@linking/platform/config/environment.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { emptyDatabase } from './support/database.js';

interface Compose {
  readonly services: Readonly<
    Record<'gateway' | 'workers', { readonly environment: Readonly<Record<string, string>> }>
  >;
  readonly configs: Readonly<Record<'application-role', { readonly content: string }>>;
}

const ENV: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'https://linking.example.org',
  SESSION_SECRET: 's'.repeat(32),
  TOKEN_SECRET: 't'.repeat(32),
  DATABASE_PASSWORD: 'a1',
  DATABASE_OWNER_PASSWORD: 'b2',
};

/** What docker-compose.yml says once the variables of a file `.env` are in it. */
const { services, configs } = parse(
  readFileSync('docker-compose.yml', 'utf8').replaceAll(
    /\$\{(\w+)(?::([?-])([^}]*))?\}/g,
    (_all, name: string, kind?: string, otherwise = '') => {
      const value = ENV[name] ?? (kind === '-' ? otherwise : undefined);
      if (value === undefined)
        throw new Error(`docker-compose.yml asks for ${name}, which its first lines do not name.`);
      return value;
    },
  ),
  { merge: true },
) as Compose;

it.each(['gateway', 'workers'] as const)('the %s can start with the settings that it is given', (service) => {
  const { environment } = services[service];
  const known = Object.keys(new Environment());
  expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
  const settings = readSettings(environment);
  expect(settings.production).toBe(true);
  expect(settings.redisUrl).toBe('redis://redis:6379');
  expect(settings.databaseUrl).not.toBe(settings.databaseOwnerUrl);
});

it('the role that is made with the database reads and appends, and owns nothing', async () => {
  const database = await emptyDatabase();
  const owner = createPool({ url: database.superuserUrl, name: 'compose' });
  const { databaseUrl = '' } = readSettings(services.gateway.environment);
  const { username, password } = new URL(databaseUrl);
  // The cluster of the tests has a role of that name already.
  const role = `${username}_of_compose`;
  await owner.query(configs['application-role'].content.replaceAll(username, role));
  const address = new URL(database.url);
  const pool = createPool({
    url: Object.assign(address, { username: role, password }).href,
    name: 'compose',
  });
  try {
    expect(await prepareDatabase(pool, database.url)).toEqual([]);
    await expect(pool.query('delete from events')).rejects.toThrow('permission denied for table events');
  } finally {
    await Promise.all([pool.end(), owner.end()]);
    await database.drop();
  }
});
