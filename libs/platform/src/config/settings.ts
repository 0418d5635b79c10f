import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import path from 'node:path';
import { Environment, type LogLevel } from './environment.js';
import { secretOf } from './secrets.js';

export interface Settings {
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined: the embedded PostgreSQL in `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  /** The same database as its owner, who brings it to its shape; the role of `databaseUrl` then only uses it. */
  readonly databaseOwnerUrl?: string | undefined;
  /** May hold a password. Undefined: the event log is in the database. */
  readonly kurrentDbUrl?: string | undefined;
  /** Undefined: the queues are in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** The address people type, without a slash at its end. */
  readonly publicUrl: string;
  readonly sessionSecret: string;
  readonly tokenSecret: string;
  /** Absolute. The secret that signs the ledger; made by the workers when they first sign. */
  readonly ledgerKeyFile: string;
  /** The bare address; each mail names the programme in front of it. */
  readonly mailFrom: string;
  /** Where the national office is written to. */
  readonly nationalOffice: string;
  /** Holds a password. Absent: mails stay in the outbox. */
  readonly smtpUrl?: string | undefined;
  /** Holds a password. Absent: only what the mail server refuses at once is known to have come back. */
  readonly bounceImapUrl?: string | undefined;
  readonly demo: boolean;
  /** The demonstration is one programme in one year instead of the whole network. */
  readonly demoIsSmall?: boolean;
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

/** Every wrong setting at once, one line each. */
export class WrongSettingsError extends Error {
  override readonly name = 'WrongSettingsError';

  constructor(readonly problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * The settings, checked once at start and then frozen. Secrets that are not given are made in the data directory.
 * @throws WrongSettingsError
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const environment = plainToInstance(Environment, given);
  const wrong = validateSync(environment).flatMap((error) =>
    Object.values(error.constraints ?? {}).slice(0, 1),
  );
  const problems = [...wrong, ...ownerOfNothing(environment), ...againstProduction(environment)];
  if (problems.length > 0) throw new WrongSettingsError(problems);

  const dataDir = path.resolve(environment.DATA_DIR);
  const production = environment.NODE_ENV === 'production';
  const mailFrom = /<([^>]+)>$/.exec(environment.MAIL_FROM)?.[1] ?? environment.MAIL_FROM;
  return Object.freeze({
    port: environment.PORT,
    dataDir,
    databaseUrl: environment.DATABASE_URL,
    databaseOwnerUrl: environment.DATABASE_OWNER_URL,
    kurrentDbUrl: environment.KURRENTDB_URL,
    redisUrl: environment.REDIS_URL,
    publicUrl: (environment.PUBLIC_URL ?? `http://127.0.0.1:${environment.PORT}`).replace(/\/+$/, ''),
    sessionSecret: environment.SESSION_SECRET ?? secretOf(dataDir, 'session-secret'),
    tokenSecret: environment.TOKEN_SECRET ?? secretOf(dataDir, 'token-secret'),
    ledgerKeyFile: path.resolve(environment.LEDGER_KEY_FILE ?? path.join(dataDir, 'ledger-key')),
    mailFrom,
    nationalOffice: environment.NATIONAL_OFFICE ?? mailFrom,
    smtpUrl: environment.SMTP_URL,
    bounceImapUrl: environment.BOUNCE_IMAP_URL,
    demo: !production && (environment.DEMO ?? ownsNothing(environment)) !== false,
    ...(environment.DEMO === 'small' ? { demoIsSmall: true } : {}),
    logLevel: environment.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    production,
  });
}

function ownerOfNothing({ DATABASE_URL, DATABASE_OWNER_URL }: Environment): string[] {
  return DATABASE_OWNER_URL === undefined || DATABASE_URL !== undefined
    ? []
    : ['DATABASE_OWNER_URL is the owner of the database of DATABASE_URL: set that as well, or remove both.'];
}

/** Nobody's database and nobody's log: the demonstration may be written. */
const ownsNothing = ({ DATABASE_URL, KURRENTDB_URL }: Environment) =>
  DATABASE_URL === undefined && KURRENTDB_URL === undefined;

function againstProduction(environment: Environment): string[] {
  if (environment.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  if (environment.DEMO !== undefined && environment.DEMO !== false)
    problems.push(
      `DEMO cannot be ${environment.DEMO === true ? 1 : environment.DEMO} with NODE_ENV=production: its passwords are public. Remove DEMO.`,
    );
  if (!environment.PUBLIC_URL?.startsWith('https://'))
    problems.push('PUBLIC_URL must begin with https:// with NODE_ENV=production: sign-ins travel over it.');
  for (const name of ['SESSION_SECRET', 'TOKEN_SECRET'] as const)
    if (environment[name] === undefined)
      problems.push(`${name} is needed with NODE_ENV=production: set it to 32 random characters or more.`);
  return problems;
}
