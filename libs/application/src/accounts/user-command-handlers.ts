import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import type { UserEvent } from '@linking/events/user/user-events.js';
import type { Queryable } from '@linking/projections/projection.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { derivedId } from '@linking/events/event-ids.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import type { Sender } from '../commands/sender.js';
import { POOL, SETTINGS } from '../ports.js';
import { AccountRefused, NotAllowed, NotFound } from './access-errors.js';
import { inAccountTransaction } from './account-transaction.js';
import { addUser, checkEmail, checkedRoles, refusingTakenEmail } from './add-user.js';
import { checkProgrammes } from './check-programmes.js';
import { endAppointments } from './end-appointments.js';
import { endSessionsOf } from './sessions.js';
import { endOffers, offerPassword, passwordToken } from './set-password.js';
import { AddUser, ChangeUser, type ChangedUser, type UserRequest } from './user-commands.js';
import { changedBy, noteUserChange } from './user-changes.js';
import { findUser, type UserDetails } from './users.js';

const offerOf = ({ commandId }: Sender) => derivedId(commandId, 'password');

function admitAdministrator({ scope }: Sender): void {
  if (scope?.mayChangeUsers !== true) throw new NotAllowed();
}

@CommandHandler(AddUser)
export class AddUserHandler implements ICommandHandler<AddUser> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ user, sender }: AddUser): Promise<ChangedUser> {
    admitAdministrator(sender);
    const { pool, writer } = this;
    const passwordOffer = offerOf(sender);
    const before = await changedBy(pool, sender.commandId);
    const id = before ?? derivedId(sender.commandId, 'user');
    if (before === undefined) {
      await checkProgrammes(pool, writer.store, user.programmes ?? []);
      const { commandId, actor, channel } = sender;
      const change = { commandId, actor, channel, at: writer.clock.now() };
      await addUser(pool, user, { change, id, token: passwordToken(this.settings, passwordOffer) });
    }
    this.eventBus.publish(new LogGrew());
    return { user: await knownUser(pool, id), passwordOffer };
  }
}

@CommandHandler(ChangeUser)
export class ChangeUserHandler implements ICommandHandler<ChangeUser> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute(command: ChangeUser): Promise<ChangedUser> {
    const { id, request, sender } = command;
    admitAdministrator(sender);
    const { pool, writer } = this;
    if (request.command === 'change-roles') {
      checkedRoles(request);
      await checkProgrammes(pool, writer.store, request.programmes ?? []);
    }
    const email = request.command === 'change-details' ? request.email : '';
    await refusingTakenEmail(email, () => inAccountTransaction(pool, (it) => this.#change(it, command)));
    const user = await knownUser(pool, id);
    if (request.command === 'change-roles' || request.command === 'close') {
      const endedIn = await endAppointments(pool, writer, user, sender);
      this.eventBus.publish(new LogGrew());
      return { user, endedIn };
    }
    this.eventBus.publish(new LogGrew());
    return request.command === 'offer-password' ? { user, passwordOffer: offerOf(sender) } : { user };
  }

  async #change(
    transaction: Queryable,
    { id, request, sender, expectedRevision }: ChangeUser,
  ): Promise<void> {
    if ((await changedBy(transaction, sender.commandId)) !== undefined) return;
    const user = await knownUser(transaction, id);
    if (expectedRevision !== undefined && expectedRevision !== user.revision) {
      throw new ChangedBySomeoneElse(user.revision, null, []);
    }
    const fact = factOf(user, request);
    if (fact === undefined) return;
    if (losesAdministration(user, fact)) await checkAdministration(transaction, user, sender);
    await this.#carryOut(transaction, user, request, sender);
    const { commandId, actor, channel } = sender;
    await noteUserChange(transaction, fact, { commandId, actor, channel, at: this.writer.clock.now() });
  }

  async #carryOut(
    transaction: Queryable,
    { id }: UserDetails,
    request: UserRequest,
    sender: Sender,
  ): Promise<void> {
    switch (request.command) {
      case 'change-details':
        checkEmail(request.email);
        await transaction.query('update users set name = $2, email = $3 where id = $1', [
          id,
          request.name,
          request.email,
        ]);
        return;
      case 'change-roles':
        await transaction.query('update users set roles = $2, programmes = $3 where id = $1', [
          id,
          checkedRoles(request),
          [...new Set(request.programmes ?? [])],
        ]);
        return;
      case 'offer-password':
        await offerPassword(transaction, id, passwordToken(this.settings, offerOf(sender)));
        return;
      case 'close':
        await transaction.query('update users set disabled_at = now() where id = $1', [id]);
        await endEverythingOf(transaction, id, this.writer.clock.now());
        return;
      case 'reopen':
        await transaction.query('update users set disabled_at = null where id = $1', [id]);
    }
  }
}

async function knownUser(db: Queryable, id: string): Promise<UserDetails> {
  const user = await findUser(db, id);
  if (user === undefined) throw new NotFound('There is no such user.');
  return user;
}

/** Sessions, API tokens, addresses to set a password and the calendar feed: nothing opens any more. */
async function endEverythingOf(transaction: Queryable, userId: string, now: string): Promise<void> {
  await endSessionsOf(transaction, userId);
  await endOffers(transaction, userId);
  await transaction.query(
    'update tokens set revoked_at = $2 where person_id = $1 and used_at is null and revoked_at is null',
    [userId, now],
  );
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item));

/** The fact that a request makes of an account, or undefined when it stands so already. */
function factOf(user: UserDetails, request: UserRequest): UserEvent | undefined {
  const userId = user.id;
  switch (request.command) {
    case 'change-details': {
      const fields = (['name', 'email'] as const).filter((field) => user[field] !== request[field]);
      return fields.length === 0 ? undefined : { type: 'UserDetailsChanged', data: { userId, fields } };
    }
    case 'change-roles': {
      const { programmes = [] } = request;
      const roles = checkedRoles(request);
      if (same(user.roles, roles) && same(user.programmes, programmes)) return undefined;
      return { type: 'UserRolesChanged', data: { userId, roles, programmes } };
    }
    case 'offer-password':
      if (user.state === 'closed') {
        const sentence = 'This account is closed. Open it again first.';
        throw new AccountRefused('USER_CLOSED', 'state', sentence);
      }
      return { type: 'PasswordOffered', data: { userId, means: 'shown' } };
    case 'close':
      return user.state === 'closed' ? undefined : { type: 'UserClosed', data: { userId } };
    case 'reopen':
      return user.state === 'closed' ? { type: 'UserReopened', data: { userId } } : undefined;
  }
}

const losesAdministration = ({ roles }: UserDetails, { type, data }: UserEvent) =>
  roles.includes('admin') &&
  (type === 'UserClosed' || (type === 'UserRolesChanged' && !data.roles.includes('admin')));

/** Nobody shuts herself out, and somebody is always left who can let others in. */
async function checkAdministration(
  transaction: Queryable,
  user: UserDetails,
  { actor }: Sender,
): Promise<void> {
  if (actor === `user:${user.id}`) {
    const sentence = 'You cannot close your own account or give up being an administrator. Ask another one.';
    throw new AccountRefused('OWN_ADMINISTRATION', 'role', sentence);
  }
  const { rowCount } = await transaction.query(
    `select from users
     where id <> $1 and 'admin' = any(roles) and disabled_at is null and password_hash is not null limit 1`,
    [user.id],
  );
  if (rowCount) return;
  const sentence = `${user.name} is the last administrator who can sign in. Add another one first.`;
  throw new AccountRefused('LAST_ADMINISTRATOR', 'role', sentence);
}
