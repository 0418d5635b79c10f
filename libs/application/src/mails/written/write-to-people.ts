import { Command } from '@nestjs/cqrs';
import type { Sender } from '../../commands/sender.js';
import type { Chosen } from './who-gets.js';

export interface WrittenInBody extends Chosen {
  readonly subject: string;
  readonly text: string;
  /** Somebody looked at what was questioned, and it is neither a child's name nor a phone number. */
  readonly checked?: boolean;
}

export interface PeopleWritten {
  readonly writtenId: string;
  /** How many people get it. */
  readonly people: number;
}

/** One text to chosen people, a mail each. */
export class WriteToPeople extends Command<PeopleWritten> {
  constructor(
    readonly said: WrittenInBody,
    readonly sender: Sender,
  ) {
    super();
  }
}
