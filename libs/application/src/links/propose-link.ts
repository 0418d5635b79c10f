import { Command } from '@nestjs/cqrs';
import type { LinkKind } from '@linking/events/link/link-events.js';
import type { Sender } from '../commands/sender.js';
import type { LinkChanged } from './change-link.js';
import type { Said } from './link-request.js';

export interface LinkProposal {
  readonly programme: string;
  readonly year: string;
  readonly kind: LinkKind;
  readonly a: { readonly interestId: string; readonly classId: string };
  readonly b: { readonly interestId: string; readonly classId: string };
  /** Reference of the link that a school left and that goes on in this one. */
  readonly continuesFrom?: string;
}

/** The one door to a new link. */
export class ProposeLink extends Command<LinkChanged> {
  constructor(
    readonly proposal: LinkProposal,
    readonly said: Said,
    readonly sender: Sender,
  ) {
    super();
  }
}
