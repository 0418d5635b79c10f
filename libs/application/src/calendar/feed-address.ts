import { endOfLondonDay } from '@linking/domain/calendar/london.js';
import { lateFactsEnd } from '@linking/domain/calendar/academic-year.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Queryable } from '@linking/projections/projection.js';
import {
  addressToken,
  findToken,
  issueToken,
  revokeTokens,
  tokenState,
  type TokenSecrets,
} from '../tokens/tokens.js';

/** Whose calendar a feed is. A coordinator's shows the year that is on; the others' show theirs. */
export type Feed =
  | { readonly kind: 'coordinator'; readonly userId: string }
  | { readonly kind: 'teacher'; readonly personId: string; readonly year: string }
  | { readonly kind: 'school'; readonly urn: string; readonly year: string };

export interface FeedDesk {
  readonly pool: Queryable;
  readonly clock: Clock;
  readonly settings: TokenSecrets & { readonly publicUrl: string };
}

/** The secret address of a coordinator's calendar: the same until she renews it. */
export const coordinatorFeedAddress = (desk: FeedDesk, userId: string) =>
  feedAddress(desk, { kind: 'coordinator', userId });

export const teacherFeedAddress = (desk: FeedDesk, personId: string, year: string) =>
  feedAddress(desk, { kind: 'teacher', personId, year });

export const schoolFeedAddress = (desk: FeedDesk, urn: string, year: string) =>
  feedAddress(desk, { kind: 'school', urn, year });

/** Closes the address that was given out, and answers another one. */
export async function renewFeedAddress(desk: FeedDesk, feed: Feed): Promise<string> {
  await revokeTokens(desk.pool, { ref: refOf(feed), purpose: PURPOSE }, desk.clock.now());
  return feedAddress(desk, feed);
}

/** The feed that an address opens; `undefined` for one that was renewed, has run out, or was never made. */
export async function feedOfAddress(
  { pool, clock }: Pick<FeedDesk, 'pool' | 'clock'>,
  secret: string,
): Promise<Feed | undefined> {
  const token = await findToken(pool, secret);
  if (token?.purpose !== PURPOSE || tokenState(token, clock.now()) !== 'valid') return undefined;
  const [, school, schoolYear] = /^school-(\d{6}|N\d{5})-(\d{4}-\d{2})$/.exec(token.ref) ?? [];
  if (school !== undefined && schoolYear !== undefined) {
    return { kind: 'school', urn: school, year: schoolYear };
  }
  const [, year] = /^teacher-.*-(\d{4}-\d{2})$/.exec(token.ref) ?? [];
  return year === undefined
    ? { kind: 'coordinator', userId: token.personId }
    : { kind: 'teacher', personId: token.personId, year };
}

const PURPOSE = 'calendar-feed';

// RFC 9562 namespace of our own, drawn once: a school has a key where others have a person's id.
const SCHOOLS = '0d6c7f0e-41f5-4b0b-8a2e-6f6a4b5d9c31';

/** A coordinator's address has no end of its own: it opens while she runs a programme. */
const NEVER = '9999-12-31T00:00:00.000Z';

async function feedAddress({ pool, clock, settings }: FeedDesk, feed: Feed): Promise<string> {
  const [ref, ownerId] = [refOf(feed), ownerOf(feed)];
  const { rows } = await pool.query<{ id: string; closed: boolean }>(
    `select id, revoked_at is not null as closed from tokens where purpose = $1 and ref = $2`,
    [PURPOSE, ref],
  );
  const open = rows.find(({ closed }) => !closed);
  const secret =
    open === undefined
      ? await issueToken(pool, settings, {
          // Each renewal has a number, so that two who ask at once get the same address.
          id: derivedId(ownerId, `${ref} ${rows.length}`),
          purpose: PURPOSE,
          ref,
          personId: ownerId,
          issuedAt: clock.now(),
          expiresAt: feed.kind === 'coordinator' ? NEVER : endOfLondonDay(lateFactsEnd(feed.year)),
        })
      : addressToken(settings, open.id, PURPOSE);
  return `${settings.publicUrl}/calendar/${secret}.ics`;
}

/** What all addresses of one feed have in common; its tokens are closed by it. */
function refOf(feed: Feed): string {
  switch (feed.kind) {
    case 'coordinator':
      return `coordinator-${feed.userId}`;
    case 'teacher':
      return `teacher-${feed.personId}-${feed.year}`;
    case 'school':
      return `school-${feed.urn}-${feed.year}`;
  }
}

function ownerOf(feed: Feed): string {
  switch (feed.kind) {
    case 'coordinator':
      return feed.userId;
    case 'teacher':
      return feed.personId;
    case 'school':
      return derivedId(SCHOOLS, feed.urn);
  }
}
