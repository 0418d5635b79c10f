import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { eventName, type PresentEvent } from '@linking/events/upcasting/present-language.js';
import type { Link } from '@linking/domain/link/link.js';
import { evolveProgramme, type Programme } from '@linking/domain/programme/programme.js';
import { programmeYearOf } from '@linking/domain/programme/programme-year.js';
import type { Transaction } from '../projection.js';

/** The board keeps programmes of its own, so that a link is judged by the very programme that stood before it in the log. */
export const programmesOfLinksMigration = {
  id: 'projections-054-programmes-of-links',
  sql: `
    create table link_board_programmes (
      slug      text primary key,
      programme jsonb not null
    );
    comment on table link_board_programmes is 'How the year of each programme runs: links are judged by it';
    truncate link_board, link_meetings, link_tasks;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Written anew: links know what came of them, and which parts their programme uses. */
export const impactOfLinksMigration = {
  id: 'projections-055-impact-of-links',
  sql: `
    truncate link_board, link_meetings, link_tasks, link_board_programmes;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

/** Written anew: own sessions add up to a full day, and a programme knows its years. */
export const addedMinutesMigration = {
  id: 'projections-056-minutes-add-up',
  sql: `
    truncate link_board, link_meetings, link_tasks, link_board_programmes;
    delete from checkpoints where consumer = 'link-board';
  `,
} as const;

const PREFIX = 'programme-';

/** Facts after which links that exist are judged anew. */
const judgedAnew: ReadonlySet<string> = new Set([
  'TermDatesEntered',
  'DisruptionDeclared',
  'DisruptionLifted',
  'SwitchTurned',
]);

/** Brings the programmes of the board a page further; answers those whose links are to be judged anew. */
export async function followProgrammes(
  transaction: Transaction,
  events: readonly PresentEvent[],
): Promise<readonly string[]> {
  const ofProgrammes = events.filter(({ envelope }) => envelope.stream.startsWith(PREFIX));
  if (ofProgrammes.length === 0) return [];
  const slugs = ofProgrammes.map(({ envelope }) => envelope.stream.slice(PREFIX.length));
  const known = new Map(await knownProgrammes(transaction, slugs));
  const changed = new Set<string>();
  for (const { envelope } of ofProgrammes) {
    const slug = envelope.stream.slice(PREFIX.length);
    // Decided as one of this stream's facts when it was written.
    const event = { type: eventName(envelope.type), data: envelope.data } as ProgrammeEvent;
    const programme = evolveProgramme(known.get(slug), event, envelope);
    if (programme !== undefined) known.set(slug, programme);
    if (judgedAnew.has(event.type)) changed.add(slug);
  }
  await transaction.query(
    `insert into link_board_programmes
     select p->>'slug', p from jsonb_array_elements($1) p
     on conflict (slug) do update set programme = excluded.programme`,
    [JSON.stringify([...known.values()])],
  );
  return [...changed];
}

/** The links, each with how its programme's year runs now. */
export async function inTheirYears(
  transaction: Transaction,
  links: readonly Link[],
): Promise<readonly Link[]> {
  const programmes = await knownProgrammes(
    transaction,
    links.map(({ programme }) => programme),
  );
  return links.map(({ programmeYear: _, ...link }) => {
    const programme = programmes.get(link.programme);
    const programmeYear = programme === undefined ? undefined : programmeYearOf(programme, link);
    return programmeYear === undefined ? link : { ...link, programmeYear };
  });
}

async function knownProgrammes(
  transaction: Transaction,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, Programme>> {
  const { rows } = await transaction.query<{ slug: string; programme: Programme }>(
    'select slug, programme from link_board_programmes where slug = any($1)',
    [[...new Set(slugs)]],
  );
  return new Map(rows.map(({ slug, programme }) => [slug, programme]));
}
