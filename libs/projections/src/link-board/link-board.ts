import type { EventEnvelope } from '@linking/events/envelope.js';
import type { LinkEvent } from '@linking/events/link/link-events.js';
import { evolve } from '@linking/domain/link/evolve.js';
import { unknownLink, type Link, type RecordedLinkEvent } from '@linking/domain/link/link.js';
import { projectStreams } from '../projection.js';
import { linkBoardMigrations, linkBoardTable } from './link-board-table.js';

export function foldLinkRow(link: Link | undefined, event: LinkEvent, envelope: EventEnvelope): Link {
  const { id, revision, occurredOn, recordedAt, actor } = envelope;
  return evolve(link ?? unknownLink, {
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
  prefix: 'link-',
  migrations: linkBoardMigrations,
  fold: foldLinkRow,
  table: linkBoardTable,
});
