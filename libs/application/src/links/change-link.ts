import { Command } from '@nestjs/cqrs';
import type { Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import type { Warning } from '@linking/domain/link/warnings.js';
import type { Sender } from '../commands/sender.js';
import type { LinkRequest, Said } from './link-request.js';

/** What became of a command to a link. */
export interface LinkChanged {
  readonly link: Link;
  /** The events that this command made, the first time; none when nothing changed. */
  readonly events: readonly RecordedLinkEvent[];
  readonly warnings: readonly Warning[];
}

/** The one door to a link that exists. */
export class ChangeLink extends Command<LinkChanged> {
  constructor(
    readonly ref: string,
    readonly request: LinkRequest,
    readonly said: Said,
    readonly sender: Sender,
    /** The revision the sender saw; absent for workers, school pages and the CLI. */
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
