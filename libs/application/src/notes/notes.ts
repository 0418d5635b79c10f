import type pg from 'pg';
import { derivedId } from '@linking/events/event-ids.js';
import type { Keeping } from '../commands/keeping.js';

/** Words that people typed: kept apart from the log, so that they can be erased; events hold only their key. */
export type NoteKind =
  | 'note'
  | 'class-name'
  | 'venue-name'
  | 'venue-contact'
  | 'venue-email'
  | 'held-at'
  | 'mailbox'
  | 'facilitator-title'
  | 'resource'
  | 'funder-name';

/** The key of a text that is kept when its command is accepted. The same command and part make the same key. */
export function noteKey(keeping: Keeping, kind: NoteKind, text: string, part: string = kind): string {
  const id = derivedId(keeping.sender.commandId, `note-${part}`);
  keeping.later(async () => {
    const { rowCount } = await keeping.pool.query(
      'insert into notes (id, kind, text) values ($1, $2, $3) on conflict (id) do nothing',
      [id, kind, text.trim()],
    );
    if (rowCount === 1) return () => keeping.pool.query('delete from notes where id = $1', [id]);
  });
  return id;
}

/** The texts of these keys, by key. Erased ones are absent. */
export async function notesById(
  pool: Pick<pg.Pool, 'query'>,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  const { rows } = await pool.query<{ id: string; text: string }>(
    'select id, text from notes where id = any($1::uuid[]) and erased_at is null',
    [wanted],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
