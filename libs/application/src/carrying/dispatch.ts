import type { CommandBus } from '@nestjs/cqrs';
import { ChangeInterest } from '../interests/interest-commands.js';
import { ChangeLink } from '../links/change-link.js';
import type { Dispatch } from './carry-on.js';

/** Carried commands go through the same doors as everybody else's. */
export const dispatchTo =
  (commandBus: CommandBus): Dispatch =>
  async ({ target, id, occurredOn, command }, sender) => {
    if (target === 'link') await commandBus.execute(new ChangeLink(id, command, { occurredOn }, sender));
    else await commandBus.execute(new ChangeInterest(id, command, { occurredOn }, sender));
  };
