import { Command } from '@nestjs/cqrs';
import type { Sender } from '../../commands/sender.js';

export interface AddressChanged {
  readonly changed: boolean;
  /** Mails that waited and go now. */
  readonly released: number;
}

/** Somebody is reached at another address from now on. */
export class ChangeAddress extends Command<AddressChanged> {
  constructor(
    readonly personId: string,
    readonly email: string,
    readonly sender: Sender,
  ) {
    super();
  }
}

/** Mails came back, and somebody found out that the address is right: it is tried again. */
export class ConfirmAddress extends Command<AddressChanged> {
  constructor(
    /** Of a person; or the key of a venue or a programme, as in mails. */
    readonly personId: string,
    readonly sender: Sender,
  ) {
    super();
  }
}
