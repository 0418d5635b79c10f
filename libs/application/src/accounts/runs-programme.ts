import type pg from 'pg';
import { derivedId } from '@linking/events/event-ids.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Sender } from '../commands/sender.js';
import { inAccountTransaction } from './account-transaction.js';
import { changedBy, noteUserChange } from './user-changes.js';
import { findUser } from './users.js';

/** Throws when somebody cannot coordinate: no account, a closed one, or one of another role. */
export async function checkCoordinator(pool: pg.Pool, userId: string): Promise<void> {
  const user = await findUser(pool, userId);
  if (user !== undefined && user.state !== 'closed' && user.roles.includes('coordinator')) return;
  throw new Refusal(
    'NOT_COORDINATOR',
    `${user?.name ?? 'This person'} has no open account with the role of a coordinator.`,
    { nextStep: 'An administrator adds the user, or gives her the role; then appoint her.' },
  );
}

/** The one place that keeps an account in step with an appointment: it names the programme. Twice is once. */
export async function nameInAccount(
  pool: pg.Pool,
  userId: string,
  slug: string,
  {
    commandId: appointing,
    actor,
    channel,
    at,
  }: Pick<Sender, 'commandId' | 'actor' | 'channel'> & { readonly at: string },
): Promise<void> {
  const commandId = derivedId(appointing, 'account');
  await inAccountTransaction(pool, async (transaction) => {
    if ((await changedBy(transaction, commandId)) !== undefined) return;
    const user = await findUser(transaction, userId);
    if (user === undefined || user.programmes.includes(slug)) return;
    const { roles } = user;
    const programmes = [...user.programmes, slug];
    await transaction.query('update users set programmes = $2 where id = $1', [userId, programmes]);
    const data = { userId, roles, programmes };
    await noteUserChange(transaction, { type: 'UserRolesChanged', data }, { commandId, actor, channel, at });
  });
}
