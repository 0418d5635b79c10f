import pg from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  readonly max?: number;
  /** Milliseconds. */
  readonly statementTimeout?: number;
  readonly lockTimeout?: number;
  /** Until a connection stands; what waits for a server that says nothing would wait for ever. */
  readonly connectTimeout?: number;
}

const INT8 = 20;
const DATE = 1082;

/** A pool that reads int8 as number and date as `YYYY-MM-DD`, without touching the parsers of other pools. */
export function createPool(options: PoolOptions): pg.Pool {
  const connectionTimeoutMillis = options.connectTimeout ?? 10_000;
  const pool = new pg.Pool({
    // For the connection alone: the pool's own setting would also end the waiting for a free one.
    Client: class extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super({ ...config, connectionTimeoutMillis });
      }
    },
    connectionString: options.url,
    application_name: options.name,
    max: options.max ?? 10,
    statement_timeout: options.statementTimeout ?? 10_000,
    lock_timeout: options.lockTimeout ?? 5_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
        if (oid === INT8) return Number;
        if (oid === DATE) return (text: string) => text;
        return pg.types.getTypeParser(oid, format as 'text');
      }) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks while it is lent out: its borrower learns of it from the next query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
