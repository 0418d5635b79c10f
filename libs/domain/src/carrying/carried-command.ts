import type { InterestCommand } from '../interest/decide-interest.js';
import type { CommandOf } from '../link/commands.js';
import type { TrainingCommand } from '../training/decide-training.js';

/** What a fact of one stream asks of an interest. */
export type CarriedInterestCommand = Extract<
  InterestCommand,
  { readonly type: 'PairClass' | 'ReleaseClass' | 'SucceedSchool' }
>;

/** What a fact of one stream asks of a link. */
export type CarriedLinkCommand =
  | CommandOf<'EnrolTeacher' | 'WithdrawEnrolment' | 'RecordTrainingAttended' | 'RecordTrainingMissed'>
  | Omit<CommandOf<'SucceedSchool'>, 'successors'>
  | Omit<CommandOf<'ReBroker'>, 'lastCameToNothing'>;

/** What a fact of one stream asks of a training session. */
export type CarriedTrainingCommand = Extract<TrainingCommand, { readonly type: 'GiveUpPlace' }>;

/** A fact of one stream as a command to another one. `id` = of the interest or session, or the link's reference. */
export type CarriedCommand =
  | {
      readonly target: 'interest';
      readonly id: string;
      readonly occurredOn: string;
      readonly command: CarriedInterestCommand;
    }
  | {
      readonly target: 'link';
      readonly id: string;
      readonly occurredOn: string;
      readonly command: CarriedLinkCommand;
    }
  | {
      readonly target: 'training';
      readonly id: string;
      readonly occurredOn: string;
      readonly command: CarriedTrainingCommand;
    };
