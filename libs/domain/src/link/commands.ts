import type {
  DifferenceProfile,
  ExchangeKind,
  ExchangeMode,
  KeyQuestion,
  LinkKind,
  InterestRecorded,
  MeetingMode,
  MeetingNumber,
  ParentKind,
  ProposalMeans,
  Transport,
  RiskAssessment,
  Side,
  SignatureMeans,
  SkippableStep,
  SurveyInstrument,
  SurveyRound,
  SurveyScores,
  TargetedStep,
  TeacherFacts,
  TestimonialRole,
  TrainingKind,
} from '@linking/events/link/link-events.js';
import type { SoftRule } from '../refusal.js';

/** What surrounds every command: the day it happened, the day it is, and the reasons given for soft rules. */
export interface Occasion {
  /** Day on which the fact happened, London. */
  readonly occurredOn: string;
  /** Today, London, by the clock port. */
  readonly today: string;
  /** Key of the note in the erasable notes table. */
  readonly noteId?: string;
  readonly overrides: readonly {
    readonly rule: SoftRule;
    readonly reasonCode: string;
    readonly noteId?: string;
  }[];
}

/** What the rules of proposing need to know of the world around the two classes. */
export interface ProposalSurroundings {
  readonly a: ClassSurroundings;
  readonly b: ClassSurroundings;
  readonly distanceKm?: number;
  readonly distanceLimitKm?: number;
  /** Earlier link of the same two schools. */
  readonly linkedBeforeRef?: string;
  readonly sameTrust: boolean;
  /** The link that the proposal continues, when it says that it does. */
  readonly continued?: ContinuedLink;
}

/** What is known of a link that another one wants to continue. */
export interface ContinuedLink {
  readonly ref: string;
  readonly year: string;
  readonly withdrew?: Side | 'both';
  readonly classes: { readonly a: string; readonly b: string };
  /** The link in which it goes on already, unless that one was not formed. */
  readonly continuedAs?: string;
}

export interface ClassSurroundings {
  readonly schoolName: string;
  readonly className: string;
  readonly year: string;
  readonly interestWithdrawn: boolean;
  readonly offered: boolean;
  readonly otherLinkRefs: readonly string[];
  /** Set when the school closed and not exactly one open school went on from it. */
  readonly closedOn?: string;
  /** The schools that a closed one was split into. */
  readonly successors?: readonly { readonly urn: string; readonly name?: string }[];
}

export interface VenueSurroundings {
  readonly name: string;
  readonly linksAtOnce: number;
  /** Other links that meet there at the same time. */
  readonly booked: number;
}

type Interest = Omit<InterestRecorded, 'side'>;

export interface Propose {
  readonly type: 'Propose';
  readonly ref: string;
  readonly programme: string;
  readonly partnerProgramme?: string;
  readonly year: string;
  readonly kind: LinkKind;
  readonly a: Interest;
  readonly b: Interest;
  readonly reasons: readonly string[];
  readonly differenceProfile: DifferenceProfile;
  /** Of the programme's own steps. */
  readonly stepsVersion?: number;
  /** Reference of the link that a school left. */
  readonly continuesFrom?: string;
  readonly surroundings: ProposalSurroundings;
}

/** The class, its people and what they signed pass to the school that goes on. */
export interface SucceedSchool {
  readonly type: 'SucceedSchool';
  readonly side: Side;
  readonly to: string;
  /** The open schools at the end of the line of the one that closed. */
  readonly successors: readonly string[];
}

export interface PlanMeeting {
  readonly type: 'PlanMeeting';
  readonly number: MeetingNumber;
  readonly mode: MeetingMode;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  readonly hostSide?: Side;
  readonly pupilsExpected: number;
  readonly activities: readonly string[];
  readonly venue?: VenueSurroundings;
}

export interface RecordMeetingHeld {
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
  readonly keyQuestions: readonly KeyQuestion[];
}

export interface SignAgreement {
  readonly type: 'SignAgreement';
  readonly side: Side;
  readonly signerId: string;
  readonly signerRole: string;
  readonly textVersion: string;
  readonly agreed: boolean;
  readonly means: SignatureMeans;
  readonly heldAtId?: string;
  readonly seal: string;
  /** SHA-256 of the text, hex: a signature given with the interest issues it as well. */
  readonly documentHash: string;
  /** Whether the school named this person as able to sign. */
  readonly namedBySchool: boolean;
  /** The version of the text that is current for new agreements. */
  readonly currentTextVersion: string;
}

export interface RecordTestimonial {
  readonly type: 'RecordTestimonial';
  readonly role: TestimonialRole;
  readonly side?: Side;
  /** Absent while nobody has agreed that the words may be used. */
  readonly consent?: { readonly id: string; readonly on: string; readonly until?: string };
  /** Whether a testimonial of this role and side says the same words already. */
  readonly sameWords: boolean;
}

/** Everything that can be asked of a link. Orders, not facts; the facts are what `decide` answers. */
export type LinkCommand =
  | Propose
  | { readonly type: 'Broker' }
  | { readonly type: 'SendProposal' }
  | {
      readonly type: 'AcceptProposal';
      readonly side: Side;
      readonly means: ProposalMeans;
    }
  | {
      readonly type: 'DeclineProposal';
      readonly side: Side;
      readonly reasonCode: string;
      readonly wantsOtherPartner: boolean;
    }
  | {
      readonly type: 'RecordDiscussion';
      readonly about?: TargetedStep;
      /** The day that was agreed instead of the target of the step. */
      readonly newTarget?: string;
    }
  | { readonly type: 'IssueAgreement'; readonly textVersion: string; readonly documentHash: string }
  | SignAgreement
  | { readonly type: 'DeclineAgreement'; readonly side: Side; readonly reasonCode: string }
  | { readonly type: 'RevokeAgreement'; readonly side: Side; readonly reasonCode: string }
  | {
      readonly type: 'ChangeClassDetails';
      readonly side: Side;
      /** Absent when the name in words is the one already known. */
      readonly classNameId?: string;
      readonly yearGroups?: readonly number[];
      readonly pupilCount?: number;
    }
  | { readonly type: 'ChangeHeadteacher'; readonly side: Side; readonly headId: string }
  | SucceedSchool
  | { readonly type: 'LoseContact'; readonly side: Side; readonly personId: string }
  | { readonly type: 'RestoreContact'; readonly side: Side; readonly personId: string }
  | {
      readonly type: 'ConfirmClass';
      readonly side: Side;
      readonly classNameId: string;
      readonly yearGroups: readonly number[];
      readonly pupilCount: number;
      readonly teachers: readonly TeacherFacts[];
      /** Whether the name in words is the one already known. */
      readonly sameName: boolean;
    }
  | {
      readonly type: 'AssignTeacher';
      readonly side: Side;
      readonly teacher: TeacherFacts;
      readonly from?: string;
      readonly to?: string;
      readonly lead: boolean;
      /** Shares the lead with who has it already. */
      readonly jobShare?: boolean;
    }
  | {
      readonly type: 'ReplaceTeacher';
      readonly side: Side;
      readonly from: string;
      readonly to: TeacherFacts;
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
      /** The session was cancelled for all; the teacher did not give up her place. */
      readonly cancelled?: true;
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
      readonly type: 'RecordCatchUp';
      readonly side: Side;
      readonly teacherId: string;
      /** The training that it makes up for. */
      readonly kind: TrainingKind;
      readonly minutes: number;
    }
  | {
      readonly type: 'RecordExchange';
      readonly fromSide: Side;
      readonly kind: ExchangeKind;
      readonly mode: ExchangeMode;
      readonly keyQuestions: readonly KeyQuestion[];
      readonly subjects: readonly string[];
      readonly policyTags: readonly string[];
    }
  | PlanMeeting
  | {
      readonly type: 'ReadyForTheDay';
      readonly number: MeetingNumber;
      readonly side: Side;
      readonly riskAssessment: RiskAssessment;
      readonly transport: Transport;
    }
  | {
      readonly type: 'AskForAnotherDate';
      readonly number: MeetingNumber;
      readonly side: Side;
      /** The day that is suggested. */
      readonly on?: string;
      readonly reasonCode: string;
    }
  | {
      readonly type: 'DeclineAnotherDate';
      readonly number: MeetingNumber;
      readonly side: Side;
      readonly reasonCode: string;
    }
  | {
      readonly type: 'RescheduleMeeting';
      readonly number: MeetingNumber;
      readonly on: string;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly reasonCode: string;
      /** Of the venue where it is planned. */
      readonly venue?: VenueSurroundings;
    }
  | { readonly type: 'MoveMeetingOnline'; readonly number: MeetingNumber; readonly reasonCode: string }
  | { readonly type: 'CancelMeeting'; readonly number: MeetingNumber; readonly reasonCode: string }
  | RecordMeetingHeld
  | { readonly type: 'RecordParents'; readonly side: Side; readonly kind: ParentKind; readonly count: number }
  | {
      readonly type: 'RecordReflection';
      readonly side: Side;
      /** Absent when it is about the link as a whole. */
      readonly meeting?: MeetingNumber;
      readonly rating: number;
      /** Whether what is said in words is what the reflection of that meeting says already. */
      readonly sameWords: boolean;
    }
  | {
      readonly type: 'RecordSurvey';
      readonly side: Side;
      readonly round: SurveyRound;
      readonly instrument: SurveyInstrument;
      /** How many answered; absent when it is only known that it was done. */
      readonly n?: number;
      readonly scores?: SurveyScores;
    }
  | RecordTestimonial
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
      /** JSON pointer into the entry's data, or `/occurredOn`. */
      readonly field: string;
      readonly was: unknown;
      readonly now: unknown;
      readonly reasonCode: string;
    }
  | { readonly type: 'VoidEntry'; readonly eventId: string; readonly reasonCode: string }
  | {
      readonly type: 'ReBroker';
      readonly newLinkRef: string;
      /** The link in which it went on before was not formed. */
      readonly lastCameToNothing: boolean;
    }
  | { readonly type: 'Complete' }
  | { readonly type: 'CloseIncomplete'; readonly reasonCode?: string };

export type LinkCommandName = LinkCommand['type'];
export type CommandOf<Name extends LinkCommandName> = Extract<LinkCommand, { readonly type: Name }>;
