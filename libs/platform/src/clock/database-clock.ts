import type pg from 'pg';
import type { Clock } from './clock.js';

const CHANNEL = 'linking_clock';
const POLL_MS = 1_000;

/** The demo clock was asked to go back: what has happened has happened. */
export class ClockOnlyForwardError extends Error {
  override readonly name = 'ClockOnlyForwardError';

  constructor(
    readonly now: string,
    readonly asked: string,
  ) {
    super(`The clock stands at ${now} and only moves forward; it cannot be set to ${asked}.`);
  }
}

/**
 * The clock of the demonstration: real time plus an offset kept in the database, so all processes see a move.
 * A move is heard at once by NOTIFY, and by polling within a second when the listening connection is lost.
 */
export class DatabaseClock implements Clock {
  readonly #pool: pg.Pool;
  readonly #watchers = new Set<() => void>();
  #offset: number | undefined;
  #listener: pg.PoolClient | undefined;
  #poll: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  #readAgain = false;
  #closed = false;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Keeps one connection of the pool until `close`. */
  static async open(pool: pg.Pool): Promise<DatabaseClock> {
    const clock = new DatabaseClock(pool);
    await clock.#listen();
    await clock.#refresh();
    clock.#poll = setInterval(() => clock.#wake(), POLL_MS);
    return clock;
  }

  now(): string {
    return new Date(Date.now() + (this.#offset ?? 0)).toISOString();
  }

  /** Called after each move, whichever process made it. Returns what ends the watching. */
  onMove(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Sets a clock that was never set, to an instant before or after real time. False when it was set before. */
  async beginAt(instant: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `with begun as (insert into clock (offset_ms) values ($1) on conflict do nothing returning 1)
       select pg_notify('${CHANNEL}', '') from begun`,
      [millisecondsOf(instant) - Date.now()],
    );
    await this.#refresh();
    return rowCount === 1;
  }

  /**
   * Sets the clock forward to an ISO instant; from there time runs on.
   * @throws ClockOnlyForwardError when the instant lies before the clock's now
   */
  async moveTo(instant: string): Promise<void> {
    const asked = millisecondsOf(instant);
    // The row's lock makes two moves follow each other; the later one is judged by the first one's outcome.
    const { rowCount } = await this.#pool.query(
      `with moved as (
         insert into clock as c (offset_ms) select $1::bigint where $1::bigint >= 0 or exists (select from clock)
         on conflict (only_row) do update set offset_ms = excluded.offset_ms where c.offset_ms <= excluded.offset_ms
         returning 1)
       select pg_notify('${CHANNEL}', '') from moved`,
      [asked - Date.now()],
    );
    await this.#refresh();
    if (rowCount === 0) throw new ClockOnlyForwardError(this.now(), new Date(asked).toISOString());
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    await this.#reading;
    this.#listener?.release(true);
    this.#listener = undefined;
  }

  async #refresh(): Promise<void> {
    const { rows } = await this.#pool.query<{ ms: string | number }>('select offset_ms as ms from clock');
    const [row] = rows;
    // A slow answer may be older than what is known already: the clock never goes back.
    if (!row || (this.#offset !== undefined && Number(row.ms) <= this.#offset)) return;
    this.#offset = Number(row.ms);
    for (const watcher of this.#watchers) watcher();
  }

  #wake(): void {
    if (this.#closed) return;
    if (this.#reading) {
      this.#readAgain = true;
      return;
    }
    this.#reading = this.#catchUp().finally(() => {
      this.#reading = undefined;
      if (!this.#readAgain) return;
      this.#readAgain = false;
      this.#wake();
    });
  }

  // The database may be away for a while: the clock runs on with what it knows, and the next poll tries again.
  async #catchUp(): Promise<void> {
    try {
      if (!this.#listener) await this.#listen();
      await this.#refresh();
    } catch {
      return;
    }
  }

  async #listen(): Promise<void> {
    const client = await this.#pool.connect();
    client.on('notification', () => this.#wake());
    client.on('error', () => {
      if (this.#listener !== client) return;
      this.#listener = undefined;
      client.release(true);
    });
    try {
      await client.query(`listen ${CHANNEL}`);
      this.#listener = client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

function millisecondsOf(instant: string): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new TypeError(`"${instant}" is no instant.`);
  return milliseconds;
}
