import pg from 'pg';
import { keyByHand } from '@linking/domain/schools/by-hand.js';

/** The key that a command was given, when it was given one. */
export async function keyOfCommand(pool: pg.Pool, commandId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ number: number }>(
    'select number from schools_by_hand where command_id = $1',
    [commandId],
  );
  return rows[0] && keyByHand(rows[0].number);
}

/** The next free key; the same command is given the same one again. */
export async function newKey(pool: pg.Pool, commandId: string): Promise<string> {
  for (;;) {
    const known = await keyOfCommand(pool, commandId);
    if (known !== undefined) return known;
    // Two at once may want the same number: the one that comes second finds no row and tries the next.
    await pool.query(
      `insert into schools_by_hand (number, command_id)
       select coalesce(max(number), 0) + 1, $1 from schools_by_hand on conflict do nothing`,
      [commandId],
    );
  }
}

const numberOf = (key: string) => Number(key.slice(1));

/** The school added by hand that is this URN, if any. */
export async function joinedWith(pool: pg.Pool, urn: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ number: number }>(
    'select number from schools_by_hand where joined_to = $1',
    [urn],
  );
  return rows[0] && keyByHand(rows[0].number);
}

/** Takes the URN for this school, from before its fact is appended. Answers false when another one has it. */
export async function takeUrn(pool: pg.Pool, key: string, urn: string): Promise<boolean> {
  try {
    await pool.query('update schools_by_hand set joined_to = $2 where number = $1', [numberOf(key), urn]);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

const UNIQUE_VIOLATION = '23505';
