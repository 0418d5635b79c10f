import type { MeetingNumber } from '@linking/events/link/link-events.js';
import { meetingAppointments, type MeetingAppointment } from '../link/meeting-appointments.js';
import type { Link, Meeting } from '../link/link.js';
import type { AppointmentChange } from './mail-facts.js';

/** What calendars knew of a meeting, from one fact to the next that changed it. */
export interface MeetingVersion extends MeetingAppointment {
  /** Revision of the fact behind it. */
  readonly revision: number;
}

/** Every version of a meeting, the first one first; the last one is how it stands. */
export function meetingVersions({ entries }: Link, number: MeetingNumber): readonly MeetingVersion[] {
  const versions: MeetingVersion[] = [];
  for (const [index, { event }] of entries.entries()) {
    if (!mayChangeMeetings.has(event.type)) continue;
    const stood = meetingAppointments({ entries: entries.slice(0, index + 1) }).find(
      ({ meeting }) => meeting.number === number,
    );
    if (stood === undefined) continue;
    const last = versions.at(-1);
    // The same version with more known of it, such as the pupils expected.
    if (last?.sequence === stood.sequence)
      versions[versions.length - 1] = { ...stood, revision: last.revision };
    else versions.push({ ...stood, revision: event.revision });
  }
  return versions;
}

const mayChangeMeetings: ReadonlySet<Link['entries'][number]['event']['type']> = new Set([
  'MeetingPlanned',
  'ReadyForTheDay',
  'MeetingRescheduled',
  'MeetingMovedOnline',
  'MeetingCancelled',
  'MeetingHeld',
  'LinkWithdrawn',
  'LinkNotFormed',
  'EntryCorrected',
  'EntryVoided',
]);

/** What became of the meeting with a version, for whoever knew the one before. */
export function changeWith(
  version: MeetingVersion,
  before: MeetingVersion | undefined,
): { readonly change: AppointmentChange; readonly wasOn?: string } {
  if (version.cancelled) return { change: 'cancelled' };
  if (before === undefined || before.cancelled) return { change: 'planned' };
  if (isOnline(version.meeting) && !isOnline(before.meeting)) return { change: 'online' };
  const wasOn = before.meeting.on;
  return { change: 'moved', ...(wasOn === version.meeting.on ? {} : { wasOn }) };
}

const isOnline = ({ mode }: Meeting) => mode === 'virtual';
