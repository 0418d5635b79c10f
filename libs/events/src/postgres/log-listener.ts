import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Bell } from '../bell.js';
import { EVENT_LOG_CHANNEL } from './schema.js';

const RECONNECT_AFTER = 1_000;

/** Rings the bell at every NOTIFY, over one connection of its own that is opened again whenever it breaks. */
export class LogListener {
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly bell: Bell,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.listen().catch(() => undefined);
      await setTimeout(RECONNECT_AFTER, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves when the connection has ended. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'event log listener',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    const ended = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
    });
    client.on('error', () => undefined);
    client.on('notification', () => this.bell.ring());
    await client.connect();
    if (this.stopping.signal.aborted) await client.end();
    else await client.query(`listen ${EVENT_LOG_CHANNEL}`);
    this.bell.ring();
    await ended;
  }
}
