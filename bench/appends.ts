import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { canonicalJson } from '@linking/events/canonical-json.js';
import { kilobyteEvent } from './sample.js';

const INSERT = {
  name: 'raw-insert',
  text: `insert into raw_events (stream, revision, event_id, type, body, recorded_at)
    values ($1, $2, $3, $4, $5, $6) returning position`,
};

/** Appends a second by so many clients, each with a stream of its own, each waiting for its answer. */
export function ourAppends(store: EventStore, clients: number, milliseconds: number): Promise<number> {
  return rate(clients, milliseconds, async (client, turn) => {
    await store.append(client, turn === 1 ? 'no-stream' : turn - 1, [kilobyteEvent()]);
  });
}

/** The same rows by one INSERT a transaction, prepared, one connection a client; its bodies are made beforehand. */
export async function rawInserts(pool: Pool, clients: number, milliseconds: number): Promise<number> {
  const event = kilobyteEvent();
  const body = canonicalJson({ ...event, stream: `link-${randomUUID()}`, revision: 1 });
  const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  const free = new Map<string, (typeof connections)[number]>();
  try {
    return await rate(clients, milliseconds, async (client, turn) => {
      const connection = free.get(client) ?? connections[free.size]!;
      free.set(client, connection);
      const values = [client, turn, randomUUID(), event.type, body, event.recordedAt];
      await connection.query({ ...INSERT, values });
    });
  } finally {
    for (const connection of connections) connection.release();
  }
}

async function rate(
  clients: number,
  milliseconds: number,
  write: (client: string, turn: number) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const client = async () => {
    const name = `link-${randomUUID()}`;
    for (let turn = 1; performance.now() - start < milliseconds; turn += 1) {
      await write(name, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (done * 1_000) / (performance.now() - start);
}
