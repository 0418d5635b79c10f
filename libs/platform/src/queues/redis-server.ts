import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** The Redis that was given cannot carry the queues. Its message never shows the password. */
export class RedisUnusableError extends Error {
  override readonly name = 'RedisUnusableError';
}

const PATIENCE_MS = 3_000;
const OLDEST = [6, 2] as const;
const BACK_TO_POSTGRESQL = 'or remove REDIS_URL to keep the queue in PostgreSQL.';

/** `host:port` for people, without user and password. */
export function redisAddress(redisUrl: string): string {
  const { hostname, port } = new URL(redisUrl);
  return `${hostname}:${port || '6379'}`;
}

/**
 * Asks Redis once, within seconds, whether the queues may live there.
 * @throws RedisUnusableError with what to do
 */
export async function checkRedis(redisUrl: string): Promise<void> {
  const problem = problemOf(await askRedis(redisUrl), redisAddress(redisUrl));
  if (problem !== undefined) throw new RedisUnusableError(problem);
}

async function askRedis(redisUrl: string): Promise<string> {
  const client = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  });
  let reason: Error | undefined;
  client.on('error', (error) => (reason = error));
  const stop = new AbortController();
  try {
    const late = setTimeout(PATIENCE_MS, undefined, { signal: stop.signal }).then(() => {
      throw new Error('it is silent');
    });
    return await Promise.race([describe(client), late]);
  } catch (error) {
    throw new RedisUnusableError(refusalOf(reason ?? error, redisAddress(redisUrl)));
  } finally {
    stop.abort();
    client.disconnect();
  }
}

async function describe(client: Redis): Promise<string> {
  await client.connect();
  // Connecting passes over a number that is too great, and stays in database 0.
  await client.select(client.options.db ?? 0);
  return client.info();
}

// The error is not passed on as a cause: ioredis keeps the command in it, and that of a sign-in holds the password.
function refusalOf(error: unknown, address: string): string {
  const message = error instanceof Error ? error.message : '';
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR (invalid password|AUTH))/i.test(message))
    return `Redis at ${address} refuses the sign-in. Check user and password in REDIS_URL, ${BACK_TO_POSTGRESQL}`;
  if (/DB index/i.test(message))
    return `Redis at ${address} has no database of the number at the end of REDIS_URL. Use a smaller one.`;
  return noAnswer(address);
}

export const noAnswer = (address: string): string =>
  `Redis does not answer at ${address}. Start it, ${BACK_TO_POSTGRESQL}`;

/** What of its own description forbids to keep the queues in this Redis. */
export function problemOf(info: string, address: string): string | undefined {
  const facts = new Map(info.split(/\r?\n/).map((line) => line.split(':', 2) as [string, string]));
  const version = facts.get('redis_version') ?? 'of unknown version';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (!(major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])))
    return `Redis at ${address} is ${version}, and ${OLDEST.join('.')} or newer is needed. Update it, ${BACK_TO_POSTGRESQL}`;
  const policy = facts.get('maxmemory_policy');
  if (policy !== 'noeviction')
    return (
      `Redis at ${address} may throw jobs away when its memory is full (maxmemory-policy ${policy ?? 'unknown'}). ` +
      `Run "redis-cli config set maxmemory-policy noeviction" and write it into redis.conf, ${BACK_TO_POSTGRESQL}`
    );
  if (facts.get('cluster_enabled') === '1')
    return `Redis at ${address} is part of a cluster, which is not supported. Use a single server, ${BACK_TO_POSTGRESQL}`;
  return undefined;
}
