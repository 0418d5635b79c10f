import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { CarriedCommand } from '@linking/domain/carrying/carried-command.js';
import type { LinkEventData } from '@linking/events/link/link-events.js';
import { eventName, type PresentEnvelope } from '@linking/events/upcasting/present-language.js';

/**
 * A teacher who was replaced waits for no place any more. The link knows only of places that were given, so the diary of
 * the sessions is asked.
 */
export async function waitingOfReplaced(
  pool: pg.Pool,
  { type, stream, data, recordedAt, occurredOn }: PresentEnvelope,
): Promise<readonly CarriedCommand[]> {
  if (eventName(type) !== 'TeacherReplaced') return [];
  const linkRef = stream.slice('link-'.length);
  // Checked when it was written.
  const { side, from: teacherId } = data as LinkEventData['TeacherReplaced'];
  const { rows } = await pool.query<{ id: string }>(
    `select session_id as id from training_places join training_sessions using (session_id)
     where status = 'waiting' and teacher_id = $1 and link_ref = $2 and side = $3
       and on_day >= $4 and cancelled_for is null order by session_id`,
    [teacherId, linkRef, side, londonDay(recordedAt)],
  );
  return rows.map(({ id }) => ({
    target: 'training',
    id,
    occurredOn,
    command: { type: 'GiveUpPlace', linkRef, side, teacherId },
  }));
}
