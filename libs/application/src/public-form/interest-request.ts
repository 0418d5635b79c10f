import type pg from 'pg';
import type { Queryable } from '@linking/projections/projection.js';
import type { InterestInBody } from '../interests/interest-commands.js';

/** What a school typed into the public form, without the school and the year. */
export type SaidInterest = Pick<
  InterestInBody,
  'priorities' | 'constraints' | 'note' | 'linkedBefore' | 'classes'
> & {
  readonly head: {
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly phone?: string;
  };
};

/** What waits until its sender has opened her mail. */
export interface InterestRequest {
  readonly id: string;
  readonly urn: string;
  readonly year: string;
  /** Counts up when she sends the form again with other words. */
  readonly version: number;
  /** London day on which it was sent is told from this instant. */
  readonly askedAt: string;
  /** Absent once it is recorded: what was typed is then erased here. */
  readonly said?: SaidInterest;
  readonly interestId?: string;
}

interface Row {
  readonly id: string;
  readonly urn: string;
  readonly year: string;
  readonly version: number;
  readonly asked_at: Date;
  readonly said: SaidInterest | null;
  readonly interest_id: string | null;
}

const COLUMNS = 'id, urn, year, version, asked_at, said, interest_id';

const requestOf = (row: Row): InterestRequest => ({
  id: row.id,
  urn: row.urn,
  year: row.year,
  version: row.version,
  askedAt: row.asked_at.toISOString(),
  ...(row.said === null ? {} : { said: row.said }),
  ...(row.interest_id === null ? {} : { interestId: row.interest_id }),
});

export async function findRequest(db: Queryable, id: string): Promise<InterestRequest | undefined> {
  const { rows } = await db.query<Row>(`select ${COLUMNS} from interest_requests where id = $1`, [id]);
  return rows[0] === undefined ? undefined : requestOf(rows[0]);
}

export interface RequestToKeep {
  readonly id: string;
  readonly urn: string;
  readonly year: string;
  readonly said: SaidInterest;
  readonly now: string;
  readonly keepUntil: string;
}

/** One request a school, year and address: sent again, the newest words count. Answers its id. */
export async function keepRequest(db: Queryable, request: RequestToKeep): Promise<string> {
  const { id, urn, year, said, now, keepUntil } = request;
  const { rows } = await db.query<{ id: string }>(
    `insert into interest_requests as known (id, urn, year, email, said, asked_at, keep_until)
     values ($1, $2, $3, lower($4), $5, $6, $7)
     on conflict (urn, year, email) do update
     set said = excluded.said, asked_at = excluded.asked_at, keep_until = excluded.keep_until,
         version = known.version + (known.said is distinct from excluded.said)::int
     returning id`,
    [id, urn, year, said.head.email, JSON.stringify(said), now, keepUntil],
  );
  return rows[0]!.id;
}

/** It is an interest now: what was typed is kept with that, and erased here. */
export async function markRecorded(db: Queryable, id: string, interestId: string): Promise<void> {
  await db.query(`update interest_requests set interest_id = $2, said = null, email = null where id = $1`, [
    id,
    interestId,
  ]);
}

/** Erases what nobody confirmed in time, with its mails and addresses; `now` by the clock port. */
export async function eraseOldRequests(pool: pg.Pool, now: string): Promise<void> {
  await pool.query(
    `with old as (delete from interest_requests where keep_until <= $1 returning id)
     delete from tokens where purpose = 'confirm-interest' and ref in (select id::text from old)`,
    [now],
  );
}
