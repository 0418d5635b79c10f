import { Command } from '@nestjs/cqrs';
import type { Grant } from '@linking/domain/grant/grant.js';
import type { GrantEventData, GrantFacts } from '@linking/events/grant/grant-events.js';
import type { Sender } from '../commands/sender.js';

/** A grant as people say it: with the funder's name instead of its key. */
export type GrantInBody = Omit<GrantFacts, 'funderNameId'> & { readonly funder: string };

export type GrantRequest =
  | ({ readonly type: 'ChangeGrant' } & GrantInBody)
  | ({ readonly type: 'RecordReportDelivered' } & GrantEventData['GrantReportDelivered'])
  | ({ readonly type: 'EndGrant' } & GrantEventData['GrantEnded']);

export interface GrantChanged {
  readonly grant: Grant;
  readonly changed: boolean;
}

export class AddGrant extends Command<GrantChanged> {
  constructor(
    readonly grant: GrantInBody,
    readonly sender: Sender,
  ) {
    super();
  }
}

/** The one door to a grant that exists. */
export class ChangeGrant extends Command<GrantChanged> {
  constructor(
    readonly id: string,
    readonly request: GrantRequest,
    readonly sender: Sender,
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
