import type { CommandBus } from '@nestjs/cqrs';
import { ChangeInterest } from '../interests/interest-commands.js';
import { ChangeLink } from '../links/change-link.js';
import { ChangeTraining } from '../training/training-commands.js';
import type { Dispatch } from './carry-on.js';

/** Sends carried commands through the one door, as everybody does. */
export function dispatchOver(commandBus: CommandBus): Dispatch {
  return async ({ target, id, occurredOn, command }, sender) => {
    switch (target) {
      case 'interest':
        await commandBus.execute(new ChangeInterest(id, command, { occurredOn }, sender));
        return;
      case 'link':
        await commandBus.execute(new ChangeLink(id, command, { occurredOn }, sender));
        return;
      case 'training':
        await commandBus.execute(new ChangeTraining(id, command, sender));
    }
  };
}
