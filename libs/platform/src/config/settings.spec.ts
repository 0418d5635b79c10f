import 'reflect-metadata';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings, WrongSettingsError } from './settings.js';

const secret = 'a-secret-of-more-than-thirty-two-characters';
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://linking:pw@db/linking',
  PUBLIC_URL: 'https://linking.example.org',
  SESSION_SECRET: secret,
  TOKEN_SECRET: secret,
};

describe('the settings', () => {
  let DATA_DIR: string;
  beforeAll(() => {
    DATA_DIR = mkdtempSync(path.join(tmpdir(), 'linking-settings-'));
  });
  afterAll(() => rmSync(DATA_DIR, { recursive: true }));

  const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
    try {
      readSettings({ DATA_DIR, ...env });
    } catch (error) {
      return (error as WrongSettingsError).problems;
    }
    return [];
  };

  test('with nothing set, the demonstration runs on the embedded database', () => {
    expect(readSettings({ DATA_DIR })).toMatchObject({
      port: 3000,
      dataDir: DATA_DIR,
      databaseUrl: undefined,
      redisUrl: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      demo: true,
      logLevel: 'warn',
      production: false,
    });
  });

  test('the address follows the port, and loses a slash at its end', () => {
    expect(readSettings({ DATA_DIR, PORT: '4100' }).publicUrl).toBe('http://127.0.0.1:4100');
    expect(readSettings({ DATA_DIR, PUBLIC_URL: 'https://linking.example.org/' }).publicUrl).toBe(
      'https://linking.example.org',
    );
  });

  test('an empty variable counts as not set', () => {
    expect(readSettings({ DATA_DIR, PORT: '', DATABASE_URL: '', REDIS_URL: '' })).toMatchObject({
      port: 3000,
      demo: true,
    });
  });

  test('a database of your own has no demonstration unless asked for', () => {
    const DATABASE_URL = 'postgres://me@localhost/linking';
    expect(readSettings({ DATA_DIR, DATABASE_URL }).demo).toBe(false);
    expect(readSettings({ DATA_DIR, DATABASE_URL, DEMO: '1' }).demo).toBe(true);
    expect(readSettings({ DATA_DIR, DEMO: '0' }).demo).toBe(false);
    expect(readSettings({ DATA_DIR, DEMO: 'small' })).toMatchObject({ demo: true, demoIsSmall: true });
  });

  test('missing secrets are made once, for the owner only', () => {
    const first = readSettings({ DATA_DIR });
    const second = readSettings({ DATA_DIR });
    expect(first.sessionSecret.length).toBeGreaterThanOrEqual(43);
    expect(first.sessionSecret).not.toBe(first.tokenSecret);
    expect(second).toEqual(first);
    expect(statSync(path.join(DATA_DIR, 'token-secret')).mode & 0o777).toBe(0o600);
  });

  test('the key of the ledger is in the data folder unless its file is named, and is not made before it signs', () => {
    expect(readSettings({ DATA_DIR }).ledgerKeyFile).toBe(path.join(DATA_DIR, 'ledger-key'));
    expect(existsSync(path.join(DATA_DIR, 'ledger-key'))).toBe(false);
    expect(readSettings({ DATA_DIR, LEDGER_KEY_FILE: '/run/secrets/ledger' }).ledgerKeyFile).toBe(
      '/run/secrets/ledger',
    );
  });

  test('nobody changes them afterwards', () => {
    expect(Object.isFrozen(readSettings({ DATA_DIR }))).toBe(true);
  });

  test('all wrong ones are named at once', () => {
    const problems = problemsOf({
      PORT: '80x',
      DATABASE_URL: 'mysql://x/y',
      PUBLIC_URL: 'linking',
      SESSION_SECRET: 'short',
      TOKEN_SECRET: 'short',
      MAIL_FROM: 'nobody',
      NATIONAL_OFFICE: 'Office <office@example.org>',
      SMTP_URL: 'mail.example.org',
      BOUNCE_IMAP_URL: 'imap://mail.example.org',
      DEMO: 'perhaps',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'staging',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'TOKEN_SECRET',
      'MAIL_FROM',
      'NATIONAL_OFFICE',
      'SMTP_URL',
      'BOUNCE_IMAP_URL',
      'DEMO',
      'LOG_LEVEL',
      'NODE_ENV',
    ]);
  });

  test.each(['0', '65536', '-1', '3000.5'])('PORT=%s is refused', (PORT) => {
    expect(problemsOf({ PORT })).toEqual(['PORT must be a whole number from 1 to 65535, such as 3000.']);
  });

  test.each([
    'redis://127.0.0.1:6380',
    'redis://my_redis',
    'rediss://:secret@redis.example.org:6379/3',
    'redis://[::1]:6379/',
  ])('REDIS_URL=%s keeps the queues in Redis', (REDIS_URL) => {
    expect(readSettings({ DATA_DIR, REDIS_URL }).redisUrl).toBe(REDIS_URL);
  });

  test.each([
    'localhost:6379',
    'http://localhost:6379',
    'redis://localhost:99999',
    'redis://localhost:6379/queue',
    'redis://localhost?keyPrefix=x',
    'redis://',
  ])('REDIS_URL=%s is refused', (REDIS_URL) => {
    expect(problemsOf({ REDIS_URL })).toEqual([expect.stringMatching(/^REDIS_URL must look like/)]);
  });

  test('a password in REDIS_URL is not repeated', () => {
    expect(problemsOf({ REDIS_URL: 'redis://:tell-nobody@host:6379/x' }).join()).not.toContain('tell-nobody');
  });

  test.each([
    'kurrentdb://127.0.0.1:2113?tls=false',
    'kurrentdb://admin:pass%40word@log.example.org',
    'kurrentdb://a:2113,b:2113,c:2113?nodePreference=leader',
    'kurrentdb+discover://cluster.example.org:2113/?tls=true',
  ])('KURRENTDB_URL=%s keeps the event log in KurrentDB, without a demonstration unless asked for', (url) => {
    expect(readSettings({ DATA_DIR, KURRENTDB_URL: url })).toMatchObject({ kurrentDbUrl: url, demo: false });
    expect(readSettings({ DATA_DIR, KURRENTDB_URL: url, DEMO: 'small' }).demo).toBe(true);
  });

  test.each(['localhost:2113', 'http://localhost:2113', 'kurrentdb://', 'kurrentdb://me:hush@host/database'])(
    'KURRENTDB_URL=%s is refused, and not repeated',
    (KURRENTDB_URL) => {
      const problems = problemsOf({ KURRENTDB_URL });
      expect(problems).toEqual([expect.stringMatching(/^KURRENTDB_URL must look like/)]);
      expect(problems.join()).not.toContain('hush');
    },
  );

  test('mails go out when a mail server is named, and a wrong address is not repeated', () => {
    expect(readSettings({ DATA_DIR }).smtpUrl).toBeUndefined();
    const SMTP_URL = 'smtps://me:hush@mail.example.org';
    expect(readSettings({ DATA_DIR, SMTP_URL }).smtpUrl).toBe(SMTP_URL);
    const problems = problemsOf({ SMTP_URL: 'imap://me:hush@mail.example.org' });
    expect(problems).toEqual([expect.stringMatching(/^SMTP_URL must look like smtps:/)]);
    expect(problems.join()).not.toContain('hush');
  });

  test('the national office is written to at its own address, or where the mails come from', () => {
    const MAIL_FROM = 'Schools Linking <linking@example.org>';
    expect(readSettings({ DATA_DIR, MAIL_FROM }).nationalOffice).toBe('linking@example.org');
    const NATIONAL_OFFICE = 'office@example.org';
    expect(readSettings({ DATA_DIR, MAIL_FROM, NATIONAL_OFFICE })).toMatchObject({
      mailFrom: 'linking@example.org',
      nationalOffice: 'office@example.org',
    });
  });

  test('production wants its secrets, and never the demonstration', () => {
    expect(readSettings({ DATA_DIR, ...production })).toMatchObject({
      production: true,
      demo: false,
      tokenSecret: secret,
    });
    expect(
      problemsOf({ ...production, DEMO: '1', PUBLIC_URL: undefined, SESSION_SECRET: undefined }),
    ).toEqual([
      expect.stringMatching(/^DEMO cannot be 1/),
      expect.stringMatching(/^PUBLIC_URL must begin with https/),
      expect.stringMatching(/^SESSION_SECRET is needed/),
    ]);
    expect(readSettings({ DATA_DIR, ...production, DATABASE_URL: undefined }).demo).toBe(false);
  });
});
