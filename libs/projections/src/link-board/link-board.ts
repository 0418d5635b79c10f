import type { EventEnvelope } from '@linking/events/envelope.js';
import type { LinkEvent } from '@linking/events/link/link-events.js';
import { evolve } from '@linking/domain/link/evolve.js';
import { unknownLink, type Link, type RecordedLinkEvent } from '@linking/domain/link/link.js';
import { projectStreams, type Projection } from '../projection.js';
import { linkBoardMigrations, linkBoardTable } from './link-board-table.js';
import { followProgrammes } from './programmes-of-links.js';

const PREFIX = 'link-';

function foldLinkRow(link: Link | undefined, event: LinkEvent, envelope: EventEnvelope): Link {
  const { id, stream, revision, occurredOn, recordedAt, actor } = envelope;
  // Before its proposal was read, a link is known by its stream: a page may end between its first events.
  return evolve(link ?? { ...unknownLink, ref: stream.slice(PREFIX.length) }, {
    ...event,
    id,
    revision,
    occurredOn,
    recordedAt,
    actor,
  } as RecordedLinkEvent);
}

const links = projectStreams<Link, LinkEvent>({
  name: 'link-board',
  prefix: PREFIX,
  migrations: linkBoardMigrations,
  fold: foldLinkRow,
  table: linkBoardTable,
});

/** A row a link: what lists, filters and counts need, and its meetings; judged by how its programme's year runs. */
export const linkBoard: Projection = {
  ...links,
  prefixes: [PREFIX, 'programme-'],
  async apply(transaction, events) {
    const programmes = await followProgrammes(transaction, events);
    await links.apply(
      transaction,
      events.filter(({ envelope }) => envelope.stream.startsWith(PREFIX)),
    );
    if (programmes.length === 0) return;
    const { rows } = await transaction.query<{ link: Link }>(
      `select link from link_board where programme = any($1) and outcome = 'open'`,
      [programmes],
    );
    await linkBoardTable.save(
      transaction,
      rows.map(({ link }) => link),
    );
  },
};
