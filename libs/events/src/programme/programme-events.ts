import type { TargetedStep } from '../link/link-events.js';
import type * as codes from './codes.js';
import type { MailWordingEventData } from './wording-events.js';

export type ProgrammeSwitch = (typeof codes.programmeSwitches)[number];
export type Digest = (typeof codes.digests)[number];
export type RecruitmentState = (typeof codes.recruitmentStates)[number];
export type LocalPriority = (typeof codes.localPriorities)[number];
export type ClosureKind = (typeof codes.closureKinds)[number];
export type AvoidedKind = (typeof codes.avoidedKinds)[number];
export type DisruptionReason = (typeof codes.disruptionReasons)[number];
export type PauseReason = (typeof codes.pauseReasons)[number];
export type ChangeableRule = (typeof codes.changeableRules)[number];
export type HoldReason = (typeof codes.holdReasons)[number];
export type LeaveReason = (typeof codes.leaveReasons)[number];
export type ResourceStep = (typeof codes.resourceSteps)[number];
export type ResourceAudience = (typeof codes.resourceAudiences)[number];

export interface ProgrammeArea {
  /** Local authority codes of the area. */
  readonly laCodes: readonly string[];
  /** District codes (GSS) of the area. */
  readonly districtCodes: readonly string[];
}

export interface ProgrammeFacts extends ProgrammeArea {
  readonly slug: string;
  /** Three capital letters; part of every link reference. */
  readonly code: string;
  readonly name: string;
  /** Academic year of its first links. */
  readonly year: string;
  /** Schools farther apart are paired only for a reason. */
  readonly distanceLimitKm?: number;
}

/** A step's target day of the year, `MM-DD`, and how long it usually takes once it opens. */
export interface StepRule {
  readonly by?: string;
  /** Days; school days for the agreement. */
  readonly usualDays: number;
}

export type StepRules = Readonly<Record<TargetedStep, StepRule>>;

interface FromTo {
  readonly from: string;
  readonly to: string;
}

export interface EnteredTerm {
  readonly name: 'autumn' | 'spring' | 'summer';
  readonly firstDay: string;
  readonly lastDay: string;
  readonly halfTerm: FromTo;
}

/** Everything that is known of one academic year: entered again, it replaces what was known. */
export interface TermDates {
  readonly academicYear: string;
  readonly terms: readonly [EnteredTerm, EnteredTerm, EnteredTerm];
  readonly closedDays: readonly (FromTo & { readonly kind: ClosureKind })[];
  readonly daysToAvoid: readonly (FromTo & { readonly kind: AvoidedKind })[];
}

/** Whether schools are taken for one year; without days it holds until it is changed. */
export interface Recruitment {
  readonly year: string;
  readonly state: RecruitmentState;
  readonly from?: string;
  /** Its last day. */
  readonly until?: string;
}

export interface Resource {
  readonly step: ResourceStep;
  readonly audience: ResourceAudience;
  readonly noteId: string;
}

/** Facts of one local programme, stream `programme-<slug>`. */
export interface ProgrammeEventData extends MailWordingEventData {
  /** It wants to join; until it has, it has no links. */
  ProgrammeProposed: ProgrammeFacts;
  ProgrammeJoined: ProgrammeFacts;
  /** Its links begin. */
  ProgrammeStarted: Record<string, never>;
  ProgrammePaused: { readonly reasonCode: PauseReason };
  ProgrammeResumed: Record<string, never>;
  ProgrammeLeft: { readonly reasonCode: LeaveReason };
  AreaChanged: ProgrammeArea;
  ProgrammeDetailsChanged: {
    readonly name: string;
    /** The council, charity, university or trust that leads it. */
    readonly hostOrganisation?: string;
    /** Other names under which people look for it. */
    readonly aliases: readonly string[];
    readonly distanceLimitKm?: number;
  };
  /** From this day on tasks, calendar and the name under the letters are hers. */
  CoordinatorAppointed: { readonly userId: string; readonly from: string };
  /** `until` is her last day. */
  CoordinatorEnded: { readonly userId: string; readonly until: string };
  MailboxSet: { readonly mailboxId: string };
  SwitchTurned: { readonly switch: ProgrammeSwitch; readonly on: boolean };
  /** A list by mail is wanted no more, or again. */
  DigestTurned: { readonly digest: Digest; readonly on: boolean };
  /** A link keeps the version with which it was proposed. */
  StepsChanged: { readonly version: number; readonly steps: StepRules };
  /** An academic year is prepared: what `from` had is offered for it again, and nothing is mailed by that. */
  YearOpened: { readonly year: string; readonly from?: string };
  RecruitmentChanged: Recruitment;
  /** What the place asks for in one year; words about it are a note. */
  PrioritiesSet: {
    readonly year: string;
    readonly codes: readonly LocalPriority[];
    readonly noteId?: string;
  };
  /** The pages that its mails name; title and address are a note. An empty list: it names none. */
  ResourcesSet: { readonly resources: readonly Resource[] };
  TermDatesEntered: TermDates;
  DisruptionDeclared: FromTo & { readonly disruptionId: string; readonly reasonCode: DisruptionReason };
  DisruptionLifted: { readonly disruptionId: string };
  /** What letters call the coordinator; the words are a note. Without one, as all programmes do. */
  FacilitatorTitleSet: { readonly noteId?: string };
  /** Mails wait: the named ones, those about one link, or all. What cancels or moves something goes all the same. */
  MailsHeld: {
    readonly holdId: string;
    /** Ids of mails, as the outbox has them. */
    readonly mails?: readonly string[];
    /** Reference of a link. */
    readonly link?: string;
    /** The day from which they go again; without one, when they are released. */
    readonly until?: string;
    readonly reasonCode: HoldReason;
  };
  MailsReleased: { readonly holdId: string };
  /** The days of a rule are other ones, or it sends nothing any more; version 1 is the national one. */
  MailRuleChanged: {
    readonly rule: ChangeableRule;
    readonly version: number;
    readonly on: boolean;
    readonly days: readonly number[];
  };
}

export type ProgrammeEventName = keyof ProgrammeEventData;
export type ProgrammeEvent = {
  [Name in ProgrammeEventName]: { readonly type: Name; readonly data: ProgrammeEventData[Name] };
}[ProgrammeEventName];
