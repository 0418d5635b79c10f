import type pg from 'pg';
import { addDays } from '@linking/domain/calendar/london.js';
import { decideProgramme } from '@linking/domain/programme/decide-programme.js';
import { derivedId } from '@linking/events/event-ids.js';
import { programmeStream } from '@linking/events/streams.js';
import type { EventWriter } from '../commands/event-writer.js';
import type { Sender } from '../commands/sender.js';
import { programmeHistory } from '../programmes/read-programme.js';
import type { UserDetails } from './users.js';

/**
 * Whoever's account runs a programme no more coordinates it no more: her appointment ends with the day before, so that
 * the programme's page, the letters and her account say the same. Twice is once.
 * @returns names of the programmes in which an appointment ended
 */
export async function endAppointments(
  pool: pg.Pool,
  writer: EventWriter,
  { id: userId, roles, programmes, state }: UserDetails,
  sender: Sender,
): Promise<readonly string[]> {
  const runs = roles.includes('coordinator') && state !== 'closed' ? programmes : [];
  const today = writer.today();
  const { rows } = await pool.query<{ slug: string }>(
    `select slug from programmes p where slug <> all($2) and exists (
       select from jsonb_array_elements(p.coordinators) c
       where c->>'userId' = $1 and coalesce(c->>'until', '9999-12-31') >= $3) order by slug`,
    [userId, runs, today],
  );
  const ended: string[] = [];
  for (const { slug } of rows) {
    const name = await writer.decidingAgain(() => endIn(writer, slug, { userId, today, sender }));
    if (name !== undefined) ended.push(name);
  }
  return ended;
}

async function endIn(
  writer: EventWriter,
  slug: string,
  { userId, today, sender }: { readonly userId: string; readonly today: string; readonly sender: Sender },
): Promise<string | undefined> {
  const { programme, stored } = await programmeHistory(writer.store, slug);
  const appointment = programme?.coordinators.find((it) => it.userId === userId);
  if (programme === undefined || appointment === undefined || programme.state === 'left') return undefined;
  const yesterday = addDays(today, -1);
  const dayBefore = addDays(appointment.from, -1);
  const until = dayBefore > yesterday ? dayBefore : yesterday;
  if (appointment.until !== undefined && appointment.until <= until) return undefined;
  const decided = decideProgramme({ type: 'EndCoordinator', userId, until }, programme);
  const commandId = derivedId(sender.commandId, `end-${slug}`);
  await writer.append(programmeStream(slug), stored, decided, { ...sender, commandId });
  return programme.name;
}
