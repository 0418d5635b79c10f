import { overdueSteps } from '@linking/domain/link/overdue.js';
import { stageOf } from '@linking/domain/link/stage.js';
import type { Link } from '@linking/domain/link/link.js';
import type { StateTable } from '../projection.js';
import { saveMeetings } from './link-meetings-table.js';
import { linkTasksMigration, saveTasks } from './link-tasks-table.js';

export const linkBoardMigrations = [
  {
    id: 'projections-050-link-board',
    sql: `
      create table link_board (
        ref               text primary key,
        programme         text not null,
        partner_programme text,
        year              text not null,
        kind              text not null,
        stage             text not null,
        outcome           text not null,
        paused            boolean not null,
        overdue_after     date,
        urn_a             text not null,
        urn_b             text not null,
        class_a           uuid not null,
        class_b           uuid not null,
        people            uuid[] not null,
        revision          integer not null,
        link              jsonb not null
      );
      comment on column link_board.overdue_after is 'Earliest target that is not met: from the day after it the link is overdue';
      create index link_board_programme on link_board (programme, year, ref);
      create index link_board_schools on link_board (urn_a, urn_b);
      create index link_board_classes on link_board (class_a, class_b);

      create table link_meetings (
        ref       text not null,
        number    integer not null,
        status    text not null,
        mode      text not null,
        on_day    date not null,
        starts_at text,
        ends_at   text,
        venue_id  uuid,
        primary key (ref, number)
      );
      create index link_meetings_venue on link_meetings (venue_id, on_day);
      create index link_meetings_day on link_meetings (on_day);
    `,
  },
  {
    id: 'projections-051-half-known-links',
    sql: `
      alter table link_board alter column class_a drop not null, alter column class_b drop not null;
      comment on column link_board.programme is 'Empty while only interests of a link were read: a page may end there';
    `,
  },
  linkTasksMigration,
] as const;

/** A day after every target: what is not done by then shows which target comes first. */
const NEVER = '9999-12-31';

export const linkBoardTable: StateTable<Link> = {
  async load(transaction, refs) {
    const { rows } = await transaction.query<{ ref: string; link: Link }>(
      'select ref, link from link_board where ref = any($1)',
      [refs],
    );
    return new Map(rows.map(({ ref, link }) => [ref, link]));
  },

  async save(transaction, links) {
    for (const link of links) {
      const { a, b } = link.sides;
      await transaction.query(
        `insert into link_board (ref, programme, partner_programme, year, kind, stage, outcome, paused, overdue_after,
           urn_a, urn_b, class_a, class_b, people, revision, link)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         on conflict (ref) do update
         set programme = excluded.programme, partner_programme = excluded.partner_programme, year = excluded.year,
             kind = excluded.kind, stage = excluded.stage, outcome = excluded.outcome, paused = excluded.paused,
             overdue_after = excluded.overdue_after, urn_a = excluded.urn_a, urn_b = excluded.urn_b,
             class_a = excluded.class_a, class_b = excluded.class_b, people = excluded.people,
             revision = excluded.revision, link = excluded.link`,
        [
          link.ref,
          link.programme,
          link.partnerProgramme ?? null,
          link.year,
          link.kind,
          stageOf(link),
          link.outcome,
          link.paused !== undefined,
          link.year === '' ? null : (overdueSteps(link, NEVER)[0]?.target ?? null),
          a.urn,
          b.urn,
          a.classId || null,
          b.classId || null,
          peopleOf(link),
          link.revision,
          JSON.stringify(link),
        ],
      );
      await saveMeetings(transaction, link);
      await saveTasks(transaction, link);
    }
  },
};

const peopleOf = ({ sides: { a, b } }: Link) =>
  [
    ...new Set([a.headId, b.headId, ...[...a.teachers, ...b.teachers].map(({ teacherId }) => teacherId)]),
  ].filter((id) => id !== '');
