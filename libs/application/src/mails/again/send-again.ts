import { Command } from '@nestjs/cqrs';
import type { SendAgainReason } from '@linking/events/correspondence/send-again-reasons.js';
import type { Sender } from '../../commands/sender.js';

export interface SentAgain {
  /** The mail that goes now. */
  readonly mailId: string;
  /** One was on its way already, and no other was asked for. */
  readonly already: boolean;
}

/** A mail that ended is sent to the same person once more, at once. */
export class SendMailAgain extends Command<SentAgain> {
  constructor(
    readonly mailId: string,
    readonly reasonCode: SendAgainReason,
    readonly sender: Sender,
  ) {
    super();
  }
}
