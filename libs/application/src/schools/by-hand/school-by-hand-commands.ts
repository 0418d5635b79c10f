import { Command } from '@nestjs/cqrs';
import type { SchoolByHand } from '@linking/domain/schools/by-hand.js';
import type { Sender } from '../../commands/sender.js';

export interface SchoolInBody {
  readonly name: string;
  readonly town?: string;
  readonly postcode?: string;
  readonly laCode: string;
  /** GSS code; where a district is a programme of its own, only it says whose the school is. */
  readonly districtCode?: string;
}

export interface SchoolChanged {
  readonly school: SchoolByHand;
  readonly changed: boolean;
}

/** A school that the register does not have yet. */
export class AddSchool extends Command<SchoolChanged> {
  constructor(
    readonly school: SchoolInBody,
    /** Keys of the schools that were looked at: it is none of these. */
    readonly noneOf: readonly string[],
    readonly sender: Sender,
  ) {
    super();
  }
}

/** A school that was added by hand is in the register now. */
export class JoinSchool extends Command<SchoolChanged> {
  constructor(
    readonly key: string,
    readonly urn: string,
    readonly sender: Sender,
  ) {
    super();
  }
}
