import type {
  ExchangeKind,
  ExchangeMode,
  KeyQuestion,
  MeetingMode,
  MeetingNumber,
  ProposalMeans,
  RiskAssessment,
  Side,
  SignatureMeans,
  SkippableStep,
  TrainingKind,
  Transport,
} from '@linking/events/link/link-events.js';
import type { SoftRule } from '@linking/domain/refusal.js';
import type { PersonInBody } from '../people/people.js';

/** What is said with every command. */
export interface Said {
  /** Default: today, London. */
  readonly occurredOn?: string;
  readonly note?: string;
  readonly overrides?: readonly {
    readonly rule: SoftRule;
    readonly reasonCode: string;
    readonly note?: string;
  }[];
}

export type TeacherInBody = PersonInBody & { readonly linkedBefore?: boolean };

/** What people ask of a link, with their words and names still in it. */
export type LinkRequest =
  | { readonly type: 'Broker' }
  | { readonly type: 'SendProposal' }
  | { readonly type: 'AcceptProposal'; readonly side: Side; readonly means: ProposalMeans }
  | {
      readonly type: 'DeclineProposal';
      readonly side: Side;
      readonly reasonCode: string;
      readonly wantsOtherPartner: boolean;
    }
  | { readonly type: 'RecordDiscussion' }
  | { readonly type: 'IssueAgreement' }
  | {
      readonly type: 'SignAgreement';
      readonly side: Side;
      readonly signer: PersonInBody;
      readonly signerRole: string;
      readonly textVersion: string;
      readonly agreed: boolean;
      readonly means: SignatureMeans;
      readonly heldAt?: string;
    }
  | {
      readonly type: 'ConfirmClass';
      readonly side: Side;
      readonly name: string;
      readonly yearGroups: readonly number[];
      readonly pupilCount: number;
      readonly teachers: readonly TeacherInBody[];
    }
  | {
      readonly type: 'AssignTeacher';
      readonly side: Side;
      readonly teacher: TeacherInBody;
      readonly from?: string;
      readonly to?: string;
      readonly lead?: boolean;
    }
  | {
      readonly type: 'ReplaceTeacher';
      readonly side: Side;
      readonly from: string;
      readonly to: TeacherInBody;
      readonly reasonCode: string;
    }
  | {
      readonly type: 'EnrolTeacher';
      readonly side: Side;
      readonly teacherId: string;
      readonly sessionId: string;
      readonly kind: TrainingKind;
      readonly on: string;
    }
  | {
      readonly type: 'WithdrawEnrolment';
      readonly side: Side;
      readonly teacherId: string;
      readonly sessionId: string;
    }
  | {
      readonly type: 'RecordTrainingAttended';
      readonly side: Side;
      readonly teacherId: string;
      readonly kind: TrainingKind;
      readonly minutes: number;
      readonly sessionId?: string;
    }
  | {
      readonly type: 'RecordTrainingMissed';
      readonly side: Side;
      readonly teacherId: string;
      readonly kind: TrainingKind;
      readonly reasonCode: string;
      readonly sessionId?: string;
    }
  | {
      readonly type: 'RecordExchange';
      readonly fromSide: Side;
      readonly kind: ExchangeKind;
      readonly mode: ExchangeMode;
      readonly keyQuestions?: readonly KeyQuestion[];
      readonly subjects?: readonly string[];
      readonly policyTags?: readonly string[];
    }
  | {
      readonly type: 'PlanMeeting';
      readonly number: MeetingNumber;
      readonly mode: MeetingMode;
      readonly on: string;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly venueId?: string;
      readonly hostSide?: Side;
      readonly pupilsExpected: number;
      readonly activities?: readonly string[];
    }
  | {
      readonly type: 'ReadyForTheDay';
      readonly number: MeetingNumber;
      readonly side: Side;
      readonly riskAssessment: RiskAssessment;
      readonly transport: Transport;
    }
  | {
      readonly type: 'RescheduleMeeting';
      readonly number: MeetingNumber;
      readonly on: string;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly reasonCode: string;
    }
  | { readonly type: 'MoveMeetingOnline'; readonly number: MeetingNumber; readonly reasonCode: string }
  | { readonly type: 'CancelMeeting'; readonly number: MeetingNumber; readonly reasonCode: string }
  | {
      readonly type: 'RecordMeetingHeld';
      readonly number: MeetingNumber;
      readonly mode: MeetingMode;
      readonly on: string;
      readonly venueId?: string;
      readonly hostSide?: Side;
      readonly pupilsA: number;
      readonly pupilsB: number;
      readonly adultsA: number;
      readonly adultsB: number;
      readonly riskAssessment: { readonly a: RiskAssessment; readonly b: RiskAssessment };
      readonly collaborative: boolean;
      readonly keyQuestions?: readonly KeyQuestion[];
    }
  | { readonly type: 'CompleteFinalExchange' }
  | {
      readonly type: 'SkipStep';
      readonly step: SkippableStep;
      readonly side?: Side;
      readonly reasonCode: string;
    }
  | { readonly type: 'Pause'; readonly reasonCode: string; readonly until?: string }
  | { readonly type: 'Resume' }
  | { readonly type: 'Withdraw'; readonly side: Side | 'both'; readonly reasonCode: string }
  | {
      readonly type: 'CorrectEntry';
      readonly eventId: string;
      readonly field: string;
      readonly was: unknown;
      readonly now: unknown;
      readonly reasonCode: string;
    }
  | { readonly type: 'VoidEntry'; readonly eventId: string; readonly reasonCode: string }
  | { readonly type: 'Complete' };

export type LinkRequestName = LinkRequest['type'];
export type RequestOf<Name extends LinkRequestName> = Extract<LinkRequest, { readonly type: Name }>;
