import { Command } from '@nestjs/cqrs';
import type { InterestCommand } from '@linking/domain/interest/decide-interest.js';
import type { Interest } from '@linking/domain/interest/interest.js';
import type { InterestConstraint } from '@linking/events/interest/codes.js';
import type { InterestEventData } from '@linking/events/interest/interest-events.js';
import type { Sender } from '../commands/sender.js';
import type { PersonInBody } from '../people/people.js';
import type { TeacherInBody } from '../links/link-request.js';

/** A class as a school describes it. Without a name it is a placeholder. */
export interface OfferedClassInBody {
  readonly name?: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly teachers?: readonly TeacherInBody[];
  readonly placeholder?: boolean;
}

/** A school got in touch: what the coordinator types while on the phone. */
export interface InterestInBody {
  /** Default: the programme whose area the school lies in; in none, the national office places it. */
  readonly programme?: string;
  /** Why the named programme keeps a school that lies outside its area. */
  readonly keptBecause?: string;
  readonly year: string;
  readonly urn: string;
  readonly channel: InterestEventData['InterestReceived']['channel'];
  /** Default: today. */
  readonly expressedOn?: string;
  readonly head: PersonInBody;
  readonly priorities?: readonly string[];
  /** What the school needs, whoever the partner is. */
  readonly constraints?: readonly InterestConstraint[];
  readonly note?: string;
  /** Whether the school has linked in an earlier year. */
  readonly linkedBefore?: boolean;
  /** Only the public form says so. */
  readonly emailVerified?: true;
  readonly classes: readonly OfferedClassInBody[];
}

/** What is asked of an interest that exists, with people and class names in words. */
export type InterestRequest =
  | Exclude<
      InterestCommand,
      { readonly type: 'ReceiveInterest' | 'ChangeInterestHead' | 'OfferClass' | 'ChangeOfferedClass' }
    >
  | { readonly type: 'ChangeInterestHead'; readonly head: PersonInBody }
  | { readonly type: 'OfferClass'; readonly offered: OfferedClassInBody }
  | ({ readonly type: 'ChangeOfferedClass'; readonly classId: string } & Partial<OfferedClassInBody>);

export interface InterestChanged {
  readonly interest: Interest;
  readonly changed: boolean;
  /** What looks odd and stops nothing. */
  readonly warnings?: readonly { readonly code: string; readonly sentence: string }[];
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
    readonly request: InterestRequest,
    readonly said: { readonly note?: string; readonly occurredOn?: string },
    readonly sender: Sender,
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
