import { Command } from '@nestjs/cqrs';
import type { ProgrammeCommand } from '@linking/domain/programme/commands.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import type {
  DisruptionReason,
  HoldReason,
  LocalPriority,
  ProgrammeArea,
  ResourceAudience,
  ResourceStep,
} from '@linking/events/programme/programme-events.js';
import type { WordingRequest } from '../mails/wordings.js';
import type { Sender } from '../commands/sender.js';

type AsDecided = Exclude<
  ProgrammeCommand,
  {
    readonly type:
      | 'ProposeProgramme'
      | 'JoinProgramme'
      | 'SetMailbox'
      | 'ChangeArea'
      | 'DeclareDisruption'
      | 'OpenYear'
      | 'SetPriorities'
      | 'SetFacilitatorTitle'
      | 'ChangeMailWording'
      | 'HoldMails'
      | 'SetResources';
  }
>;

/** A public page that helps schools with a step. */
export interface ResourceSaid {
  readonly step: ResourceStep;
  readonly audience: ResourceAudience;
  readonly title: string;
  /** Begins with `https://`. */
  readonly url: string;
}

/** What may be asked of a programme that is known; ids and keys are made behind the door. */
export type ProgrammeRequest =
  | AsDecided
  | { readonly type: 'JoinNetwork'; readonly year: string }
  | ({ readonly type: 'ChangeArea' } & ProgrammeArea)
  | { readonly type: 'OpenYear'; readonly year: string }
  | {
      readonly type: 'SetPriorities';
      readonly year: string;
      readonly codes: readonly LocalPriority[];
      readonly note?: string;
    }
  | {
      readonly type: 'HoldMails';
      readonly mails?: readonly string[];
      readonly link?: string;
      readonly until?: string;
      readonly reasonCode: HoldReason;
    }
  | { readonly type: 'SetResources'; readonly resources: readonly ResourceSaid[] }
  | { readonly type: 'SetMailbox'; readonly address: string }
  /** Without words letters say what all programmes say. */
  | { readonly type: 'SetFacilitatorTitle'; readonly words?: string }
  | WordingRequest
  | {
      readonly type: 'DeclareDisruption';
      readonly from: string;
      readonly to: string;
      readonly reasonCode: DisruptionReason;
    };

export interface ProgrammeChanged {
  readonly programme: Programme;
  readonly changed: boolean;
}

/** The one door to a programme that is known. */
export class ChangeProgramme extends Command<ProgrammeChanged> {
  constructor(
    readonly slug: string,
    readonly request: ProgrammeRequest,
    readonly sender: Sender,
    /** What the sender saw; anything when absent. */
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
