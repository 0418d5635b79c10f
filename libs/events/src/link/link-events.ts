import type * as codes from './codes.js';

/** Facts of one link, stream `link-<ref>`. Ids, codes, numbers, dates and seals only: words and names live elsewhere. */
export type Side = (typeof codes.sides)[number];
export type LinkKind = (typeof codes.linkKinds)[number];
export type MeetingNumber = (typeof codes.meetingNumbers)[number];
export type MeetingMode = (typeof codes.meetingModes)[number];
export type TrainingKind = (typeof codes.trainingKinds)[number];
export type ExchangeKind = (typeof codes.exchangeKinds)[number];
export type ExchangeMode = (typeof codes.exchangeModes)[number];
export type KeyQuestion = (typeof codes.keyQuestions)[number];
export type SignatureMeans = (typeof codes.signatureMeans)[number];
export type RiskAssessment = (typeof codes.riskAssessments)[number];
export type Transport = (typeof codes.transports)[number];
export type ProposalMeans = (typeof codes.proposalMeans)[number];
export type SkippableStep = (typeof codes.skippableSteps)[number];
export type TargetedStep = (typeof codes.targetedSteps)[number];
export type ParentKind = (typeof codes.parentKinds)[number];
export type SurveyRound = (typeof codes.surveyRounds)[number];
export type SurveyInstrument = (typeof codes.surveyInstruments)[number];
export type TestimonialRole = (typeof codes.testimonialRoles)[number];
/** Means of a class from 1 to 5, of those outcomes that were asked. */
export type SurveyScores = Readonly<Partial<Record<(typeof codes.surveyOutcomes)[number], number>>>;
export type MissingStep = (typeof codes.missingSteps)[number];

export interface OfferedClass {
  readonly classId: string;
  /** Key of the class name in the erasable notes table. */
  readonly classNameId?: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  /** A class promised in spring: its name and teacher follow. */
  readonly placeholder: boolean;
}

export interface TeacherFacts {
  readonly teacherId: string;
  readonly linkedBefore: boolean;
}

/** Numbers of both schools frozen when they were brought together; the evidence of demographic difference. */
export interface DifferenceProfile {
  readonly a: SchoolFigures;
  readonly b: SchoolFigures;
  /** Straight line in km between the postcodes' grid references. */
  readonly distanceKm?: number;
}

export interface SchoolFigures {
  readonly percentFsm?: number;
  readonly percentEal?: number;
  readonly religiousCharacter?: string;
  readonly urbanRural?: string;
  /** Date of the register or census the figures come from. */
  readonly asOf?: string;
  /** Which free school meals `percentFsm` counts, today's or those of six years, with source and date. */
  readonly fsm?: FigureOrigin & { readonly kind: 'fsm' | 'fsmEver' };
  readonly eal?: FigureOrigin;
}

export interface FigureOrigin {
  readonly source: 'register' | 'census';
  readonly asOf: string;
}

export interface InterestRecorded extends OfferedClass {
  readonly interestId: string;
  /** Revision of the interest's own stream that was copied. */
  readonly interestRevision: number;
  readonly side: Side;
  readonly urn: string;
  readonly headId: string;
  readonly expressedOn: string;
  readonly channel: string;
  readonly priorities: readonly string[];
  readonly teachers: readonly TeacherFacts[];
}

export interface LinkProposed {
  readonly ref: string;
  readonly programme: string;
  readonly partnerProgramme?: string;
  readonly year: string;
  readonly kind: LinkKind;
  readonly classes: { readonly a: string; readonly b: string };
  readonly reasons: readonly string[];
  readonly differenceProfile: DifferenceProfile;
  /** Version of the programme's own steps that holds for the link; the national ones when absent. */
  readonly stepsVersion?: number;
  /** The link that a school left; one of these two classes stayed in it. */
  readonly continuesFrom?: string;
  readonly noteId?: string;
}

interface MeetingPlace {
  /** A venue of the programme, or the side whose school hosts. */
  readonly venueId?: string;
  readonly hostSide?: Side;
}

export interface MeetingPlanned extends MeetingPlace {
  readonly number: MeetingNumber;
  readonly mode: MeetingMode;
  readonly on: string;
  /** London wall-clock times, `HH:MM`. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly pupilsExpected: number;
  readonly activities: readonly string[];
  readonly noteId?: string;
}

export interface MeetingHeld extends MeetingPlace {
  readonly number: MeetingNumber;
  readonly mode: MeetingMode;
  readonly on: string;
  readonly pupilsA: number;
  readonly pupilsB: number;
  readonly adultsA: number;
  readonly adultsB: number;
  readonly riskAssessment: { readonly a: RiskAssessment; readonly b: RiskAssessment };
  readonly collaborative: boolean;
  readonly keyQuestions: readonly KeyQuestion[];
  readonly noteId?: string;
}

interface WithNote {
  readonly noteId?: string;
}

export interface LinkEventData {
  InterestRecorded: InterestRecorded;
  LinkProposed: LinkProposed;
  ProposalSent: WithNote;
  ProposalAccepted: WithNote & {
    readonly side: Side;
    readonly means: ProposalMeans;
  };
  ProposalDeclined: WithNote & {
    readonly side: Side;
    readonly reasonCode: string;
    readonly wantsOtherPartner: boolean;
  };
  DiscussionRecorded: WithNote & {
    /** The step that was talked about. */
    readonly about?: TargetedStep;
    /** The day until which that step was put off; it counts instead of the target of the year. */
    readonly newTarget?: string;
  };
  LinkBrokered: Record<string, never>;
  LinkNotFormed: { readonly reasonCode: string };
  AgreementIssued: WithNote & {
    readonly side: Side;
    readonly textVersion: string;
    /** SHA-256 of the text the school is asked to sign, hex. */
    readonly documentHash: string;
    /** It came signed with the interest, before there was a partner. */
    readonly withInterest?: true;
  };
  AgreementSigned: WithNote & {
    readonly side: Side;
    readonly signerId: string;
    readonly signerRole: string;
    readonly textVersion: string;
    readonly means: SignatureMeans;
    /** Where a paper agreement is kept. A place, never a person. */
    readonly heldAtId?: string;
    readonly seal: string;
  };
  AgreementDeclined: WithNote & { readonly side: Side; readonly reasonCode: string };
  AgreementRevoked: WithNote & { readonly side: Side; readonly reasonCode: string };
  LinkAgreed: Record<string, never>;
  ClassConfirmed: WithNote & {
    readonly side: Side;
    readonly classNameId: string;
    readonly yearGroups: readonly number[];
    readonly pupilCount: number;
    readonly teachers: readonly TeacherFacts[];
  };
  /** What changed about a class, and nothing else. */
  ClassDetailsChanged: WithNote & {
    readonly side: Side;
    readonly classNameId?: string;
    readonly yearGroups?: readonly number[];
    readonly pupilCount?: number;
  };
  TeacherAssigned: WithNote & {
    readonly side: Side;
    readonly teacherId: string;
    readonly linkedBefore: boolean;
    readonly from?: string;
    readonly to?: string;
    readonly lead: boolean;
    /** Shares the lead with who has it already. */
    readonly jobShare?: true;
  };
  TeacherReplaced: WithNote & {
    readonly side: Side;
    readonly from: string;
    readonly to: string;
    readonly linkedBefore: boolean;
    readonly reasonCode: string;
  };
  HeadteacherChanged: WithNote & {
    readonly side: Side;
    readonly headId: string;
    /** The head before. */
    readonly from: string;
  };
  /** The register has closed a school of this link and names the one that goes on: the side passes to it. */
  SchoolSucceeded: WithNote & {
    readonly side: Side;
    readonly from: string;
    readonly to: string;
    /** Since when the other school goes on. */
    readonly on: string;
  };
  ContactLost: WithNote & { readonly side: Side; readonly personId: string };
  ContactRestored: WithNote & { readonly side: Side; readonly personId: string };
  TrainingRequirementSet: {
    readonly side: Side;
    readonly teacherId: string;
    readonly kind: 'initial-full' | 'initial-half';
    readonly basis: 'linked-before' | 'first-time';
  };
  TeacherEnrolled: {
    readonly side: Side;
    readonly teacherId: string;
    readonly sessionId: string;
    readonly kind: TrainingKind;
    readonly on: string;
    /** The session was on this day before it was moved. */
    readonly movedFrom?: string;
  };
  EnrolmentWithdrawn: {
    readonly side: Side;
    readonly teacherId: string;
    readonly sessionId: string;
    /** The session was cancelled for all. */
    readonly cancelled?: true;
  };
  TrainingAttended: WithNote & {
    readonly side: Side;
    readonly teacherId: string;
    readonly sessionId?: string;
    readonly kind: TrainingKind;
    readonly minutes: number;
  };
  TrainingMissed: WithNote & {
    readonly side: Side;
    readonly teacherId: string;
    readonly sessionId?: string;
    readonly kind: TrainingKind;
    readonly reasonCode: string;
  };
  /** What makes up for a training day that was missed; it counts as having attended. */
  CatchUpCompleted: WithNote & {
    readonly side: Side;
    readonly teacherId: string;
    /** The training that it makes up for. */
    readonly kind: TrainingKind;
    readonly minutes: number;
  };
  WorkExchanged: WithNote & {
    readonly fromSide: Side;
    readonly kind: ExchangeKind;
    readonly mode: ExchangeMode;
    readonly keyQuestions: readonly KeyQuestion[];
    readonly subjects: readonly string[];
    readonly policyTags: readonly string[];
  };
  MeetingPlanned: MeetingPlanned;
  ReadyForTheDay: WithNote & {
    readonly number: MeetingNumber;
    readonly side: Side;
    readonly riskAssessment: RiskAssessment;
    readonly transport: Transport;
  };
  /** A school would rather meet on another day. */
  AnotherDateAsked: WithNote & {
    readonly number: MeetingNumber;
    readonly side: Side;
    /** The day that it suggests. */
    readonly on?: string;
    readonly reasonCode: string;
  };
  /** The coordinator said that the day of the meeting stands. */
  AnotherDateDeclined: WithNote & {
    readonly number: MeetingNumber;
    readonly side: Side;
    readonly reasonCode: string;
  };
  MeetingRescheduled: WithNote & {
    readonly number: MeetingNumber;
    readonly on: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly reasonCode: string;
  };
  MeetingMovedOnline: WithNote & { readonly number: MeetingNumber; readonly reasonCode: string };
  MeetingCancelled: WithNote & { readonly number: MeetingNumber; readonly reasonCode: string };
  MeetingHeld: MeetingHeld;
  VisitsPlanned: Record<string, never>;
  ParentsInvolved: WithNote & { readonly side: Side; readonly kind: ParentKind; readonly count: number };
  ReflectionRecorded: WithNote & {
    readonly side: Side;
    /** The meeting that it looks back on; absent when it is about the link as a whole. */
    readonly meeting?: MeetingNumber;
    /** From 1 to 5. */
    readonly rating: number;
  };
  /** Of one class, never of a child. A class of fewer than five answers is only known to have done it. */
  SurveyResultRecorded: WithNote & {
    readonly side: Side;
    readonly round: SurveyRound;
    readonly instrument: SurveyInstrument;
    readonly n?: number;
    readonly scores?: SurveyScores;
  };
  TestimonialRecorded: {
    readonly role: TestimonialRole;
    readonly side?: Side;
    /** Key of who agreed and when, in the erasable consents table. */
    readonly consentId: string;
    /** Key of the words. */
    readonly noteId: string;
  };
  StepSkipped: WithNote & { readonly step: SkippableStep; readonly side?: Side; readonly reasonCode: string };
  LinkPaused: WithNote & { readonly reasonCode: string; readonly until?: string };
  LinkResumed: WithNote;
  LinkWithdrawn: WithNote & {
    readonly side: Side | 'both';
    readonly reasonCode: string;
    readonly stageReached: string;
  };
  /** The class that stayed goes on in another link; carried over from there. */
  LinkReBrokered: { readonly remainingSide: Side; readonly newLinkRef: string };
  FinalExchangeCompleted: Record<string, never>;
  LinkCompleted: WithNote & { readonly meetingsHeld: number };
  /** The year is over and these steps were not recorded by then; late facts may still fill them. */
  LinkClosedIncomplete: WithNote & { readonly missing: readonly MissingStep[]; readonly reasonCode?: string };
  GuardOverridden: WithNote & { readonly rule: string; readonly reasonCode: string };
  EntryCorrected: WithNote & {
    readonly correctsEventId: string;
    /** RFC 6901 pointer into the entry's data, or `/occurredOn`. */
    readonly pointer: string;
    readonly was: unknown;
    readonly now: unknown;
    readonly reasonCode: string;
  };
  EntryVoided: WithNote & { readonly voidsEventId: string; readonly reasonCode: string };
}

export type LinkEventName = keyof LinkEventData;
export type LinkEvent = {
  [Name in LinkEventName]: { readonly type: Name; readonly data: LinkEventData[Name] };
}[LinkEventName];
