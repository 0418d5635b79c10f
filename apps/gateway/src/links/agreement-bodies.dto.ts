import type { PersonInBody } from '@linking/application/people/people.js';
import type { TeacherInBody } from '@linking/application/links/link-request.js';
import {
  proposalMeans,
  sides,
  signatureMeans,
  signerRoles,
  targetedSteps,
} from '@linking/events/link/codes.js';
import type { ProposalMeans, Side, SignatureMeans, TargetedStep } from '@linking/events/link/link-events.js';
import { Code, Day, Headcount, Id, Line, OneOf, YearGroups, YesNo } from '../http/fields.js';
import { PersonField, TeacherField, TeacherList } from '../http/people.dto.js';
import { SaidBody } from './said.dto.js';

export class BrokerBody extends SaidBody {}

export class SendProposalBody extends SaidBody {}

export class AcceptProposalBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @OneOf(proposalMeans)
  means: ProposalMeans;
}

export class DeclineProposalBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Code()
  reasonCode: string;

  @YesNo()
  wantsOtherPartner: boolean;
}

export class RecordDiscussionBody extends SaidBody {
  @OneOf(targetedSteps, { optional: true, description: 'The step that was talked about.' })
  about?: TargetedStep;

  @Day({
    optional: true,
    description: 'The day agreed for that step: it counts instead of its target. Needs `about`.',
  })
  newTarget?: string;
}

export class IssueAgreementBody extends SaidBody {}

export class SignAgreementBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @PersonField()
  signer: PersonInBody;

  @OneOf(signerRoles)
  signerRole: string;

  @Line(40, { description: 'The version that was sent: `agreement.a.textVersion` of the link.' })
  textVersion: string;

  @YesNo({ description: 'The tick: nothing is signed without it.' })
  agreed: boolean;

  @OneOf(signatureMeans)
  means: SignatureMeans;

  @Line(300, { optional: true, description: 'Where a paper agreement is kept: a place, never a person.' })
  heldAt?: string;
}

export class ConfirmClassBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Line(300)
  name: string;

  @YearGroups()
  yearGroups: number[];

  @Headcount()
  pupilCount: number;

  @TeacherList()
  teachers: TeacherInBody[];
}

export class AssignTeacherBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @TeacherField()
  teacher: TeacherInBody;

  @Day({ optional: true })
  from?: string;

  @Day({ optional: true })
  to?: string;

  @YesNo({ optional: true })
  lead?: boolean;

  @YesNo({ optional: true, description: 'Shares the lead with who has it already.' })
  jobShare?: boolean;
}

export class AgreementAnswerBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Code()
  reasonCode: string;
}

export class ChangeClassDetailsBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Line(300, { optional: true })
  name?: string;

  @YearGroups({ optional: true })
  yearGroups?: number[];

  @Headcount({ optional: true })
  pupilCount?: number;
}

export class ChangeHeadteacherBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @PersonField()
  head: PersonInBody;
}

export class ContactBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Id({ description: 'The headteacher or a teacher of that side.' })
  personId: string;
}

export class ReplaceTeacherBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Id({ description: 'The teacher who leaves.' })
  from: string;

  @TeacherField()
  to: TeacherInBody;

  @Code()
  reasonCode: string;
}
