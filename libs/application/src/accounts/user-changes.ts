import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Channel, NewEvent } from '@linking/events/envelope.js';
import { eventId } from '@linking/events/event-ids.js';
import type { EventStore } from '@linking/events/event-store.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import { userStream } from '@linking/events/streams.js';
import type { UserEvent } from '@linking/events/user/user-events.js';
import type { Queryable } from '@linking/projections/projection.js';

/** Who changes an account, by which command, and when by the clock port. */
export interface AccountChange {
  readonly commandId: string;
  readonly actor: string;
  readonly channel: Channel;
  readonly at: string;
}

/**
 * Keeps a fact of a user in the transaction that makes it true. Workers write it into the log when they are woken, and
 * look for what is left by themselves.
 */
export async function noteUserChange(
  transaction: Queryable,
  { type, data }: UserEvent,
  { commandId, actor, channel, at }: AccountChange,
): Promise<void> {
  await transaction.query(
    `with counted as (update users set revision = revision + 1 where id = $2 returning revision)
     insert into user_changes (command_id, user_id, revision, type, data, actor, channel, at)
     select $1, $2, revision, $3, $4, $5, $6,
            greatest($7::timestamptz, (select max(at) from user_changes where user_id = $2))
     from counted`,
    [commandId, data.userId, type, JSON.stringify(data), actor, channel, at],
  );
}

interface Row {
  command_id: string;
  user_id: string;
  revision: number;
  type: UserEvent['type'];
  data: unknown;
  actor: string;
  channel: Channel;
  at: Date;
}

/** Writes into the log what is not there yet. Ids and bytes come from the kept row, so twice is once. */
export async function announceUserChanges(pool: pg.Pool, store: EventStore): Promise<void> {
  const { rows } = await pool.query<Row>(
    'select * from user_changes where not announced order by user_id, revision',
  );
  for (const row of rows) {
    await store.append(userStream(row.user_id), row.revision === 1 ? 'no-stream' : row.revision - 1, [
      eventOf(row),
    ]);
    await pool.query('update user_changes set announced = true where command_id = $1', [row.command_id]);
  }
}

function eventOf(row: Row): NewEvent {
  const recordedAt = row.at.toISOString();
  return {
    id: eventId(row.command_id, 0),
    type: storedType(row.type),
    schema: 1,
    occurredOn: londonDay(recordedAt),
    recordedAt,
    actor: row.actor,
    channel: row.channel,
    commandId: row.command_id,
    correlationId: row.command_id,
    data: row.data,
  };
}

export interface KeptChange {
  readonly event: UserEvent;
  readonly actor: string;
  readonly at: string;
}

/** What was done with an account, the newest first. */
export async function changesOfUser(db: Queryable, userId: string): Promise<readonly KeptChange[]> {
  const { rows } = await db.query<Row>(
    'select * from user_changes where user_id = $1 order by revision desc limit 100',
    [userId],
  );
  return rows.map(({ type, data, actor, at }) => ({
    // Written by noteUserChange alone, from a UserEvent.
    event: { type, data } as UserEvent,
    actor,
    at: at.toISOString(),
  }));
}

/** The user whom a command has changed already: it was sent again. */
export async function changedBy(db: Queryable, commandId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ user_id: string }>(
    'select user_id from user_changes where command_id = $1',
    [commandId],
  );
  return rows[0]?.user_id;
}
