import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { usableBinaries } from './binaries.js';
import {
  applicationAddressOf,
  ownerAddressOf,
  readOrCreateConnection,
  saveConnection,
  superuserAddressOf,
  type Connection,
} from './connection-file.js';
import { clusterOf, hasCluster, initialise, makeDataDir, placeOfCluster } from './data-folder.js';
import { portAgain } from './free-port.js';
import { EmbeddedPostgresError } from './launcher-error.js';
import {
  answers,
  clearStalePidFile,
  livingPostmaster,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.js';
import { serverUserOf } from './server-user.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedPostgres {
  /** The database `linking` as the role `linking_app`, which owns nothing and has the rights its owner gave it. */
  readonly url: string;
  /** The database as its owner, the role `linking`. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** True when a server that was already running is used. */
  readonly adopted: boolean;
  /** A fast shutdown of the server for everybody who uses it; ends within 5 s. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Server settings such as `{ max_connections: '200' }`; they count when this call starts the server. */
  readonly settings?: Readonly<Record<string, string>>;
}

const ATTEMPTS = 20;
const READY_MS = 120_000;

/**
 * Starts the PostgreSQL that came with npm, or adopts the one that runs on this data already.
 * The server outlives this process; whoever is the last to need it calls `stop`.
 * @throws EmbeddedPostgresError with a sentence that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await makeDataDir(path.resolve(options.dataDir));
  return withStartLock(path.join(dataDir, 'postgres.lock'), async () => {
    const user = serverUserOf(clusterOf(dataDir));
    const cluster = await placeOfCluster(dataDir, user);
    const exists = hasCluster(cluster);
    let connection = await readOrCreateConnection(dataDir, exists);
    const adopted = exists && (await adopt(cluster, connection));
    if (!adopted) {
      const binaries = await usableBinaries(dataDir, user);
      if (!exists) await initialise(binaries, cluster, connection.superuserPassword, user);
      const log = path.join(dataDir, 'postgres.log');
      const launch = (port: number): { exited(): boolean } =>
        spawnPostmaster(binaries, cluster, log, serverSettings(port, options.settings), user);
      connection = await start(dataDir, cluster, connection, launch);
    }
    await makeOwnDatabase(connection);
    return {
      url: applicationAddressOf(connection, 'linking'),
      ownerUrl: ownerAddressOf(connection, 'linking'),
      superuserUrl: superuserAddressOf(connection, 'postgres'),
      adopted,
      stop: () => stopPostmaster(cluster),
    };
  });
}

// A postmaster may be recovering from a crash or just stopping: wait for either to end.
async function adopt(cluster: string, connection: Connection): Promise<boolean> {
  const until = Date.now() + READY_MS;
  while (livingPostmaster(cluster) !== undefined) {
    if (await answers(cluster, connection)) return true;
    if (Date.now() > until)
      throw new EmbeddedPostgresError(
        `PostgreSQL (process ${livingPostmaster(cluster)}) runs but does not answer. End it and start again.`,
      );
    await pause(100);
  }
  return false;
}

// Children of a killed postmaster need a moment to go, and another program may take the port: both heal by trying again.
async function start(
  dataDir: string,
  cluster: string,
  remembered: Connection,
  launch: (port: number) => { exited(): boolean },
): Promise<Connection> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = await portAgain(remembered.port);
    const connection =
      port === remembered.port ? remembered : await saveConnection(dataDir, { ...remembered, port });
    clearStalePidFile(cluster);
    const server = launch(port);
    const until = Date.now() + READY_MS;
    while (!server.exited() && Date.now() < until) {
      if (await answers(cluster, connection)) return connection;
      await pause(30);
    }
    await pause(250);
  }
  const said = readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')
    .trim()
    .split('\n')
    .slice(-5)
    .join('\n');
  throw new EmbeddedPostgresError(`PostgreSQL does not start. The end of ${dataDir}/postgres.log:\n${said}`);
}

function serverSettings(port: number, wished: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...wished,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
  };
}

async function makeOwnDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: superuserAddressOf(connection, 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; application: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'linking') as role,
              exists (select from pg_roles where rolname = 'linking_app') as application,
              exists (select from pg_database where datname = 'linking') as database`,
    );
    const password = client.escapeLiteral(connection.password);
    if (!rows[0]?.role) await client.query(`create role linking login createrole password ${password}`);
    if (!rows[0]?.application) {
      const applicationPassword = client.escapeLiteral(connection.applicationPassword);
      await client.query(`create role linking_app login password ${applicationPassword}`);
    }
    if (!rows[0]?.database) await client.query('create database linking owner linking');
  } finally {
    await client.end();
  }
}
