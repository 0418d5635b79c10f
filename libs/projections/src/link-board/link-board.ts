import type { EventEnvelope } from '@linking/events/envelope.js';
import type { LinkEvent } from '@linking/events/link/link-events.js';
import { evolve } from '@linking/domain/link/evolve.js';
import { unknownLink, type Link, type RecordedLinkEvent } from '@linking/domain/link/link.js';
import { projectStreams } from '../projection.js';
import { linkBoardMigrations, linkBoardTable } from './link-board-table.js';

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

/** A row a link: what lists, filters and counts need, and its meetings. */
export const linkBoard = projectStreams<Link, LinkEvent>({
  name: 'link-board',
  prefix: PREFIX,
  migrations: linkBoardMigrations,
  fold: foldLinkRow,
  table: linkBoardTable,
});
