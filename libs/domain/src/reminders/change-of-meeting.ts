import type { Meeting } from '../link/link.js';
import type { MeetingVersion } from '../link/meeting-appointments.js';
import type { AppointmentChange } from './mail-facts.js';

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
