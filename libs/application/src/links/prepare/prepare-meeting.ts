import type { PlanMeeting, VenueSurroundings } from '@linking/domain/link/commands.js';
import { linksMeetingAt } from '@linking/projections/link-board/link-meetings-table.js';
import { notesById } from '../../notes/notes.js';
import { venueOf } from '../../venues/venue-of.js';
import type { RequestOf } from '../link-request.js';
import type { Preparing } from './prepare-deps.js';

export async function preparePlanMeeting(
  request: RequestOf<'PlanMeeting'>,
  preparing: Preparing,
): Promise<PlanMeeting> {
  const venue =
    request.venueId === undefined ? undefined : await surroundingsOf(request, request.venueId, preparing);
  return { ...request, activities: request.activities ?? [], ...(venue === undefined ? {} : { venue }) };
}

/** What the venue is and who else is there at that time; `undefined` for a venue the programme does not have. */
async function surroundingsOf(
  { on, startsAt, endsAt }: RequestOf<'PlanMeeting'>,
  venueId: string,
  { keeping: { pool, writer }, link }: Preparing,
): Promise<VenueSurroundings | undefined> {
  const venue = await venueOf(writer, venueId, [link.programme, link.partnerProgramme]);
  if (venue === undefined) return undefined;
  const name = (await notesById(pool, [venue.nameId])).get(venue.nameId) ?? 'The venue';
  const others = await linksMeetingAt(pool, { venueId, on, startsAt, endsAt });
  return { name, linksAtOnce: venue.linksAtOnce, booked: others.filter((ref) => ref !== link.ref).length };
}
