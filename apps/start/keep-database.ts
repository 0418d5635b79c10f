import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import type pg from 'pg';

const EVERY_MS = 2_000;

/**
 * Starts the embedded database again when it dies while we serve. Until then saves and reads answer 503; the pools
 * reconnect by themselves, because it comes back on its own port.
 */
export function keepDatabase(
  dataDir: string,
  pool: Pick<pg.Pool, 'query'>,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted || (await answers())) continue;
      try {
        const { adopted } = await startEmbeddedPostgres({ dataDir });
        if (!adopted) say('The database had stopped and was started again.');
      } catch (error) {
        say(`The database has stopped: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  async function answers(): Promise<boolean> {
    return pool.query('select 1').then(
      () => true,
      (error: { code?: unknown }) => error.code !== 'ECONNREFUSED',
    );
  }
}
