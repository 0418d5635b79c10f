import { earliestDay } from '@linking/domain/calendar/loose-days.js';
import { countMarks } from '@linking/domain/link/audit-marks.js';
import { lostContactsOf } from '@linking/domain/link/contacts.js';
import { risksAhead } from '@linking/domain/link/flags.js';
import { overdueSteps } from '@linking/domain/link/overdue.js';
import { stageOf } from '@linking/domain/link/stage.js';
import type { Link } from '@linking/domain/link/link.js';
import type { StateTable } from '../projection.js';
import { saveMeetings } from './link-meetings-table.js';
import {
  escalationsMigration,
  linkTasksMigration,
  peopleOfLinksMigration,
  saveTasks,
} from './link-tasks-table.js';
import {
  addedMinutesMigration,
  impactOfLinksMigration,
  inTheirYears,
  programmesOfLinksMigration,
} from './programmes-of-links.js';

/** Written anew: links know how they ended and what puts them at risk. */
const risksOfLinksMigration = {
  id: 'projections-055-risks-of-links',
  sql: `
    alter table link_board add column at_risk_from date;
    comment on column link_board.at_risk_from is 'First day on which something puts the open link at risk';
    truncate link_board, link_meetings, link_tasks;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Written anew: a link that rests asks for nothing, and its lost contacts are found all the same. */
const lostContactsOfLinksMigration = {
  id: 'projections-057-lost-contacts-of-links',
  sql: `
    alter table link_board add column contact_lost boolean not null default false;
    truncate link_board, link_meetings, link_tasks, link_board_programmes;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Written anew: links count what an auditor looks for. */
const marksOfLinksMigration = {
  id: 'projections-058-marks-of-links',
  sql: `
    truncate link_board, link_meetings, link_tasks, link_board_programmes;
    alter table link_board
      add column corrections integer not null,
      add column voids       integer not null,
      add column overrides   integer not null,
      add column late        integer not null;
    comment on column link_board.late is 'Entries that count and were recorded more than 14 days after they happened';
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

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
  peopleOfLinksMigration,
  programmesOfLinksMigration,
  impactOfLinksMigration,
  risksOfLinksMigration,
  addedMinutesMigration,
  lostContactsOfLinksMigration,
  marksOfLinksMigration,
  escalationsMigration,
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
    for (let at = 0; at < links.length; at += ROWS) {
      const some = await inTheirYears(transaction, links.slice(at, at + ROWS));
      await transaction.query(
        `insert into link_board select * from jsonb_populate_recordset(null::link_board, $1)
         on conflict (ref) do update
         set programme = excluded.programme, partner_programme = excluded.partner_programme, year = excluded.year,
             kind = excluded.kind, stage = excluded.stage, outcome = excluded.outcome, paused = excluded.paused,
             overdue_after = excluded.overdue_after, at_risk_from = excluded.at_risk_from,
             contact_lost = excluded.contact_lost, urn_a = excluded.urn_a, urn_b = excluded.urn_b,
             class_a = excluded.class_a, class_b = excluded.class_b, people = excluded.people,
             revision = excluded.revision, link = excluded.link, corrections = excluded.corrections,
             voids = excluded.voids, overrides = excluded.overrides, late = excluded.late`,
        [JSON.stringify(some.map(boardRow))],
      );
      await saveMeetings(transaction, some);
      for (const link of some) await saveTasks(transaction, link);
    }
  },
};

/** Links in one statement. */
const ROWS = 100;

function boardRow(link: Link) {
  const { a, b } = link.sides;
  const marks = countMarks(link.entries);
  return {
    ref: link.ref,
    programme: link.programme,
    partner_programme: link.partnerProgramme,
    year: link.year,
    kind: link.kind,
    stage: stageOf(link),
    outcome: link.outcome,
    paused: link.paused !== undefined,
    overdue_after: link.year === '' ? undefined : overdueSteps(link, NEVER)[0]?.target,
    at_risk_from: link.year === '' ? undefined : earliestDay(risksAhead(link).map(({ from }) => from)),
    contact_lost: lostContactsOf(link).length > 0,
    urn_a: a.urn,
    urn_b: b.urn,
    class_a: a.classId || undefined,
    class_b: b.classId || undefined,
    people: peopleOf(link),
    revision: link.revision,
    corrections: marks.correction,
    voids: marks.void,
    overrides: marks.override,
    late: marks.late,
    link,
  };
}

const peopleOf = ({ sides: { a, b } }: Link) =>
  [
    ...new Set([a.headId, b.headId, ...[...a.teachers, ...b.teachers].map(({ teacherId }) => teacherId)]),
  ].filter((id) => id !== '');
