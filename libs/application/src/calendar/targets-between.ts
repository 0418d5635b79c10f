import type { TargetedStep } from '@linking/events/link/link-events.js';
import type { Queryable } from '@linking/projections/projection.js';
import { scopeCondition } from '../accounts/scope.js';
import type { CalendarQuery } from './calendar-entries.js';

/** A step of an open link that is not done, on the day by which it is asked for. */
export interface TargetItem {
  readonly ref: string;
  readonly programme: string;
  readonly step: TargetedStep;
  readonly on: string;
  /** Of side `a` and side `b`. */
  readonly schools: readonly [string, string];
}

/** The targets of open links in these days that nobody has met yet, by day, step and link. */
export async function targetsBetween(
  db: Queryable,
  { scope, programme, from, to }: CalendarQuery,
): Promise<readonly TargetItem[]> {
  const params: unknown[] = [from, to, programme ?? null];
  const { rows } = await db.query<TargetItem>(
    `select t.ref, b.programme, t.task->>'step' as step, t.task->>'due' as "on",
            array[coalesce(x.name, b.urn_a), coalesce(y.name, b.urn_b)] as schools
     from link_tasks t
     join link_board b on b.ref = t.ref
     left join schools x on x.urn = b.urn_a
     left join schools y on y.urn = b.urn_b
     where t.task->>'kind' = 'step' and t.task->>'due' between $1 and $2
       and ($3::text is null or $3 in (b.programme, b.partner_programme))
       and ${scopeCondition(scope, params, ['b.programme', 'b.partner_programme'])}
     order by t.task->>'due', t.task->>'step', t.ref`,
    params,
  );
  return rows;
}
