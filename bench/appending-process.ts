import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { createPool } from '@linking/platform/database/pool.js';
import { ourAppends, rawInserts } from './appends.js';

/** What the benchmark asks of a process that writes beside another. */
export interface Work {
  readonly how: 'ours' | 'raw';
  readonly clients: number;
  readonly milliseconds: number;
}

const url = process.argv[2]!;
const pool = createPool({ url, name: 'bench, one of two', max: 20, statementTimeout: 0 });
const store = new PostgresEventStore(pool, { databaseUrl: url });

process.on('message', (message) => {
  const { how, clients, milliseconds } = message as Work;
  const work =
    how === 'ours' ? ourAppends(store, clients, milliseconds) : rawInserts(pool, clients, milliseconds);
  void work.then((rate) => process.send!(rate));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
