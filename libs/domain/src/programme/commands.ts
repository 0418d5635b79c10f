import type {
  ChangeableRule,
  Digest,
  DisruptionReason,
  LeaveReason,
  PauseReason,
  ProgrammeArea,
  ProgrammeEventData,
  ProgrammeFacts,
  ProgrammeSwitch,
  Recruitment,
  StepRules,
  TermDates,
} from '@linking/events/programme/programme-events.js';
import type { RuleTiming } from '../reminders/rule-settings.js';

import type { WordingCommand } from '../wording/wordings.js';

/** The area of another programme that is or may be in the network. */
export interface OtherArea extends ProgrammeArea {
  readonly name: string;
}

interface AmongOthers {
  readonly others: readonly OtherArea[];
}

export type ProgrammeCommand =
  | ({ readonly type: 'ProposeProgramme' } & ProgrammeFacts & AmongOthers)
  | ({ readonly type: 'JoinProgramme' } & ProgrammeFacts & AmongOthers)
  | { readonly type: 'StartProgramme' }
  | { readonly type: 'PauseProgramme'; readonly reasonCode: PauseReason }
  | { readonly type: 'ResumeProgramme' }
  | { readonly type: 'LeaveNetwork'; readonly reasonCode: LeaveReason }
  | ({ readonly type: 'ChangeArea' } & ProgrammeArea & AmongOthers)
  | ({ readonly type: 'ChangeDetails' } & ProgrammeEventData['ProgrammeDetailsChanged'])
  | { readonly type: 'SetMailbox'; readonly mailboxId: string }
  | {
      readonly type: 'AppointCoordinator';
      readonly userId: string;
      readonly from: string;
      /** Whoever hands over to her: she ends on the day before. */
      readonly insteadOf?: string;
    }
  | { readonly type: 'EndCoordinator'; readonly userId: string; readonly until: string }
  | { readonly type: 'TurnSwitch'; readonly switch: ProgrammeSwitch; readonly on: boolean }
  | { readonly type: 'TurnDigest'; readonly digest: Digest; readonly on: boolean }
  | { readonly type: 'ChangeSteps'; readonly steps: StepRules }
  | {
      readonly type: 'OpenYear';
      readonly year: string;
      /** The academic year in which it is asked. */
      readonly now: string;
    }
  | ({ readonly type: 'ChangeRecruitment' } & Recruitment)
  | ({ readonly type: 'SetPriorities' } & ProgrammeEventData['PrioritiesSet'])
  | ({ readonly type: 'SetResources' } & ProgrammeEventData['ResourcesSet'])
  | ({ readonly type: 'EnterTermDates' } & TermDates)
  | {
      readonly type: 'DeclareDisruption';
      readonly disruptionId: string;
      readonly from: string;
      readonly to: string;
      readonly reasonCode: DisruptionReason;
    }
  | { readonly type: 'LiftDisruption'; readonly disruptionId: string }
  | { readonly type: 'SetFacilitatorTitle'; readonly noteId?: string }
  | WordingCommand
  | ({
      readonly type: 'HoldMails';
      /** The London day on which it is asked. */
      readonly today: string;
    } & ProgrammeEventData['MailsHeld'])
  | { readonly type: 'ReleaseMails'; readonly holdId: string }
  | ({ readonly type: 'ChangeMailRule'; readonly rule: ChangeableRule } & RuleTiming);

/** What the national office decides; everything else a coordinator does for her own programme too. */
export const officeOnly: ReadonlySet<ProgrammeCommand['type']> = new Set([
  'ProposeProgramme',
  'JoinProgramme',
  'StartProgramme',
  'PauseProgramme',
  'ResumeProgramme',
  'LeaveNetwork',
  'ChangeArea',
  'AppointCoordinator',
  'EndCoordinator',
]);
