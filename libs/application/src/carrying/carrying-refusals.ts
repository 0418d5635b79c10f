import type { Queryable } from '@linking/projections/projection.js';
import { scopeCondition, type Scope } from '../accounts/scope.js';

/** A fact that another stream refused, such as a class paired twice at the same moment. */
export interface CarryingRefusal {
  readonly commandId: string;
  readonly eventId: string;
  /** Stream that refused. */
  readonly target: string;
  readonly code: string;
  readonly sentence: string;
  readonly at: string;
}

export async function keepRefusal(db: Queryable, refused: Omit<CarryingRefusal, 'at'>): Promise<void> {
  await db.query(
    `insert into carrying_refusals (command_id, event_id, target, code, sentence) values ($1, $2, $3, $4, $5)
     on conflict (command_id) do nothing`,
    [refused.commandId, refused.eventId, refused.target, refused.code, refused.sentence],
  );
}

/** The latest ones first. */
export async function listRefusals(db: Queryable, limit: number): Promise<readonly CarryingRefusal[]> {
  const { rows } = await db.query<{
    command_id: string;
    event_id: string;
    target: string;
    code: string;
    sentence: string;
    at: Date;
  }>('select * from carrying_refusals order by at desc, command_id limit $1', [limit]);
  return rows.map((row) => ({
    commandId: row.command_id,
    eventId: row.event_id,
    target: row.target,
    code: row.code,
    sentence: row.sentence,
    at: row.at.toISOString(),
  }));
}

/** Something that could not be carried into or out of a link that is still open. */
export interface RefusalOfLink {
  readonly ref: string;
  readonly programme: string;
  readonly partnerProgramme: string | null;
  readonly code: string;
  readonly sentence: string;
  /** London day on which the fact was recorded. */
  readonly on: string;
}

/** What a person has to decide about open links. It is settled when the link ends. */
export async function refusalsOfLinks(
  db: Queryable,
  query: { readonly scope: Scope; readonly programme?: string },
): Promise<readonly RefusalOfLink[]> {
  const params: unknown[] = [query.programme ?? null];
  const { rows } = await db.query<RefusalOfLink>(
    `select b.ref, b.programme, b.partner_programme as "partnerProgramme", r.code, r.sentence,
            (coalesce(h.recorded_at, r.at) at time zone 'Europe/London')::date::text as "on"
     from carrying_refusals r
     left join link_history h on h.event_id = r.event_id
     join link_board b on b.ref = coalesce(h.ref, substring(r.target from '^link-(.*)$'))
     where b.outcome = 'open' and ($1::text is null or $1 in (b.programme, b.partner_programme))
       and ${scopeCondition(query.scope, params, ['b.programme', 'b.partner_programme'])}
     order by r.at, r.command_id`,
    params,
  );
  return rows;
}
