import { Command } from '@nestjs/cqrs';
import type { InterestCommand } from '@linking/domain/interest/decide-interest.js';
import type { Interest } from '@linking/domain/interest/interest.js';
import type { Sender } from '../commands/sender.js';
import type { PersonInBody } from '../people/people.js';
import type { TeacherInBody } from '../links/link-request.js';

/** A school got in touch: what the coordinator types while on the phone. */
export interface InterestInBody {
  /** Default: the programme whose area the school lies in. */
  readonly programme?: string;
  readonly year: string;
  readonly urn: string;
  readonly channel: 'phone' | 'e-mail' | 'meeting' | 'form';
  /** Default: today. */
  readonly expressedOn?: string;
  readonly head: PersonInBody;
  readonly priorities?: readonly string[];
  readonly note?: string;
  readonly classes: readonly {
    readonly name?: string;
    readonly yearGroups: readonly number[];
    readonly pupilCount: number;
    readonly teachers?: readonly TeacherInBody[];
    readonly placeholder?: boolean;
  }[];
}

export interface InterestChanged {
  readonly interest: Interest;
  readonly changed: boolean;
}

export class ReceiveInterest extends Command<InterestChanged> {
  constructor(
    readonly received: InterestInBody,
    readonly sender: Sender,
  ) {
    super();
  }
}

/** The one door to an interest that exists. */
export class ChangeInterest extends Command<InterestChanged> {
  constructor(
    readonly id: string,
    readonly request: Exclude<InterestCommand, { readonly type: 'ReceiveInterest' }>,
    readonly said: { readonly note?: string; readonly occurredOn?: string },
    readonly sender: Sender,
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
