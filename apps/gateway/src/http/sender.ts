import type { Sender } from '@linking/application/commands/sender.js';
import type { SignedIn } from './signed-in.js';

/** A person who sends a command through the JSON API. */
export const apiSender = ({ user, scope }: SignedIn, commandId: string): Sender => ({
  actor: `user:${user.id}`,
  channel: 'api',
  commandId,
  correlationId: commandId,
  scope,
});
