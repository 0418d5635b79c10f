import type { CommandOf, PlanMeeting, VenueSurroundings } from '@linking/domain/link/commands.js';
import { meetingOf } from '@linking/domain/link/link.js';
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

/** Another day at the same place: a meeting that is online, or at a school, has no venue to be full. */
export async function prepareReschedule(
  request: RequestOf<'RescheduleMeeting'>,
  preparing: Preparing,
): Promise<CommandOf<'RescheduleMeeting'>> {
  const meeting = meetingOf(preparing.link, request.number);
  const venueId = meeting?.mode === 'in-person' ? meeting.venueId : undefined;
  const venue = venueId === undefined ? undefined : await surroundingsOf(request, venueId, preparing);
  return { ...request, ...(venue === undefined ? {} : { venue }) };
}

/** What the venue is and who else is there at that time; `undefined` for a venue the programme does not have. */
async function surroundingsOf(
  { on, startsAt, endsAt }: Pick<RequestOf<'PlanMeeting'>, 'on' | 'startsAt' | 'endsAt'>,
  venueId: string,
  { keeping: { pool, writer }, link }: Preparing,
): Promise<VenueSurroundings | undefined> {
  const venue = await venueOf(writer, venueId, [link.programme, link.partnerProgramme]);
  if (venue === undefined) return undefined;
  const name = (await notesById(pool, [venue.nameId])).get(venue.nameId) ?? 'The venue';
  const others = await linksMeetingAt(pool, { venueId, on, startsAt, endsAt });
  return { name, linksAtOnce: venue.linksAtOnce, booked: others.filter((ref) => ref !== link.ref).length };
}
