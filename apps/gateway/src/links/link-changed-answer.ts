import type pg from 'pg';
import type { LinkChanged } from '@linking/application/links/change-link.js';
import { linkDetails } from '@linking/application/links/link-details.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Answer } from '../http/answers.js';
import { etagOf } from '../http/revisions.js';
import type { LinkChangedAnswer } from './link.dto.js';

/** What a command to a link answers; its ETag is the revision for the next one. */
export async function linkChangedAnswer(
  pool: pg.Pool,
  clock: Clock,
  { link, events, warnings }: LinkChanged,
): Promise<Answer> {
  const body: LinkChangedAnswer = {
    link: await linkDetails(pool, link, londonDay(clock.now())),
    events: events.map(({ id, type, revision }) => ({ id, type, revision })),
    warnings: warnings.map(({ code, sentence }) => ({ code, sentence })),
  };
  return { status: 200, body, headers: { etag: etagOf(link.revision) } };
}
