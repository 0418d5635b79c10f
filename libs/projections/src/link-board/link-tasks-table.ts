import type { Link } from '@linking/domain/link/link.js';
import { tasksOf, tasksOn, type LinkTask } from '@linking/domain/link/link-tasks.js';
import type { Queryable, Transaction } from '../projection.js';

/** Written anew from the log, because the board keeps the links' states. */
export const linkTasksMigration = {
  id: 'projections-052-link-tasks',
  sql: `
    create table link_tasks (
      ref       text not null,
      position  integer not null,
      from_day  date not null,
      until_day date,
      task      jsonb not null,
      primary key (ref, position)
    );
    comment on table link_tasks is 'What each open link asks for, with the days on which it does: compared with today when read';
    create index link_tasks_from on link_tasks (from_day);
    truncate link_board, link_meetings;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Written anew: links know whose contact was lost, and ask for what follows from it. */
export const peopleOfLinksMigration = {
  id: 'projections-053-people-of-links',
  sql: `
    truncate link_board, link_meetings, link_tasks;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Written anew: steps that stay open grow more urgent. */
export const escalationsMigration = {
  id: 'projections-059-escalations',
  sql: `
    truncate link_board, link_meetings, link_tasks, link_board_programmes;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Replaces what a link asks for with what it asks for now. */
export async function saveTasks(transaction: Transaction, link: Link): Promise<void> {
  await transaction.query('delete from link_tasks where ref = $1', [link.ref]);
  const tasks = link.year === '' ? [] : tasksOf(link);
  if (tasks.length === 0) return;
  await transaction.query(
    `insert into link_tasks (ref, position, from_day, until_day, task)
     select $1, position, (task->>'from')::date, (task->>'until')::date, task
     from jsonb_array_elements($2) with ordinality as each (task, position)`,
    [link.ref, JSON.stringify(tasks)],
  );
}

export interface TaskOfLink {
  readonly ref: string;
  readonly programme: string;
  readonly partnerProgramme: string | null;
  readonly task: LinkTask;
}

export interface TasksQuery {
  /** SQL condition of the reader's scope with its values already in `params`. */
  readonly scope: (params: unknown[], columns: readonly string[]) => string;
  /** Slug; a link with a second programme belongs to both. */
  readonly programme?: string;
  /** London, by the clock port. */
  readonly today: string;
}

/** What the links of the query ask for on this day. */
export async function tasksOfLinks(db: Queryable, query: TasksQuery): Promise<readonly TaskOfLink[]> {
  const params: unknown[] = [query.today, query.programme ?? null];
  const { rows } = await db.query<TaskOfLink>(
    `select t.ref, b.programme, b.partner_programme as "partnerProgramme", t.task
     from link_tasks t join link_board b on b.ref = t.ref
     where t.from_day <= $1 and (t.until_day is null or t.until_day >= $1)
       and ($2::text is null or $2 in (b.programme, b.partner_programme))
       and ${query.scope(params, ['b.programme', 'b.partner_programme'])}
     order by t.ref, t.position`,
    params,
  );
  return groupedByRef(rows).flatMap((ofLink) => {
    const tasks = ofLink.map(({ task }) => task);
    const asked = new Set(tasksOn(tasks, query.today));
    return ofLink.filter(({ task }) => asked.has(task));
  });
}

function groupedByRef(rows: readonly TaskOfLink[]): readonly (readonly TaskOfLink[])[] {
  const groups = new Map<string, TaskOfLink[]>();
  for (const row of rows) groups.set(row.ref, [...(groups.get(row.ref) ?? []), row]);
  return [...groups.values()];
}

/** References of the links of which a step has come to a level by this day, and nobody has written that down. */
export async function linksToEscalate(db: Queryable, today: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ ref: string }>(
    `select distinct t.ref from link_tasks t
     cross join lateral jsonb_each_text(t.task -> 'escalation') as reached (level, day)
     where t.task ->> 'kind' = 'step' and reached.level <> 'since' and reached.day <= $1
       and not exists (
         select from link_history h
         where h.ref = t.ref and h.source = 'correspondence' and h.type = 'CoordinatorEscalated'
           and h.data ->> 'level' = reached.level and h.data ->> 'step' = t.task ->> 'step'
           and h.data ->> 'since' = t.task -> 'escalation' ->> 'since')
     order by t.ref`,
    [today],
  );
  return rows.map(({ ref }) => ref);
}
