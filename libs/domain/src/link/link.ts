import type {
  DifferenceProfile,
  ExchangeKind,
  ExchangeMode,
  KeyQuestion,
  LinkEvent,
  LinkKind,
  MeetingMode,
  MeetingNumber,
  RiskAssessment,
  Side,
  SkippableStep,
  TargetedStep,
  TrainingKind,
} from '@linking/events/link/link-events.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import type { ProgrammeYear } from '../programme/programme-year.js';
import { nothingCameYet, type Impact } from './impact-facts.js';
import type { Stage } from './stage.js';

/** A link event with what the log knows of it. */
export type RecordedLinkEvent = LinkEvent & {
  readonly id: string;
  readonly revision: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
};

/** One line of the history with what was mended on it later. */
export interface Entry {
  readonly event: RecordedLinkEvent;
  /** The event as it counts now, when it was corrected. */
  readonly corrected?: RecordedLinkEvent;
  readonly voided: boolean;
}

export interface LinkTeacher {
  readonly teacherId: string;
  readonly linkedBefore: boolean;
  readonly lead: boolean;
  readonly needs: 'initial-full' | 'initial-half';
  readonly from?: string;
  readonly to?: string;
  /** Leads together with another. */
  readonly jobShare?: true;
}

export interface LinkSide {
  readonly interestId: string;
  readonly urn: string;
  readonly headId: string;
  readonly expressedOn: string;
  readonly priorities: readonly string[];
  readonly classId: string;
  readonly classNameId?: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly placeholder: boolean;
  readonly teachers: readonly LinkTeacher[];
  /** Teachers who were replaced; their training still counts for the side. */
  readonly formerTeachers: readonly LinkTeacher[];
  /** Whom mails do not reach any more. */
  readonly lostContacts: readonly { readonly personId: string; readonly on: string }[];
  /** The head who came into this link, with the day of it; absent for the one who expressed the interest. */
  readonly newHead?: { readonly on: string; readonly before: string };
  readonly acceptedOn?: string;
  readonly declined?: { readonly on: string; readonly reasonCode: string };
}

export interface Agreement {
  /** `declined`: the school said no to this text; `revoked`: request or signature was taken back. */
  readonly status: 'not-issued' | 'issued' | 'signed' | 'declined' | 'revoked';
  readonly textVersion?: string;
  readonly issuedOn?: string;
  readonly signedOn?: string;
  readonly signerId?: string;
  readonly signerRole?: string;
  readonly means?: string;
  readonly declinedOn?: string;
  readonly revokedOn?: string;
  /** Why it was declined or revoked. */
  readonly reasonCode?: string;
  /** Days of the last entry about it, and of the last no: what answers them cannot be older. */
  readonly said?: { readonly last: string; readonly lastNo?: string };
}

export interface TrainingRecord {
  readonly side: Side;
  readonly teacherId: string;
  readonly kind: TrainingKind;
  readonly status: 'enrolled' | 'attended' | 'missed';
  readonly sessionId?: string;
  readonly on: string;
  readonly minutes?: number;
  readonly reasonCode?: string;
  /** She made up for the training instead of coming to it. */
  readonly catchUp?: true;
}

export interface Exchange {
  readonly fromSide: Side;
  readonly kind: ExchangeKind;
  readonly mode: ExchangeMode;
  readonly on: string;
  readonly keyQuestions: readonly KeyQuestion[];
  readonly subjects: readonly string[];
  readonly policyTags: readonly string[];
}

/** What a school asked instead of the day of a meeting. */
export interface AskedDate {
  /** When it asked. */
  readonly since: string;
  /** The day that it suggests. */
  readonly on?: string;
  readonly reasonCode: string;
  /** Why the day stands all the same. */
  readonly declined?: string;
}

export interface Meeting {
  readonly number: MeetingNumber;
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly mode: MeetingMode;
  readonly on: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly venueId?: string;
  readonly hostSide?: Side;
  readonly pupilsExpected?: number;
  readonly activities: readonly string[];
  readonly ready: {
    readonly [S in Side]?: { readonly riskAssessment: RiskAssessment; readonly transport: string };
  };
  /** Schools that would rather meet on another day, until the meeting is moved. */
  readonly asked?: { readonly [S in Side]?: AskedDate };
  readonly pupilsA?: number;
  readonly pupilsB?: number;
  readonly adultsA?: number;
  readonly adultsB?: number;
  readonly riskAssessment?: { readonly a: RiskAssessment; readonly b: RiskAssessment };
  readonly collaborative?: boolean;
  readonly keyQuestions: readonly KeyQuestion[];
}

export type Outcome = 'open' | 'completed' | 'not-formed' | 'withdrawn' | 're-brokered' | 'closed-incomplete';

/** What is known of one link: a record of facts. Its stage follows from them and is never set. */
export interface Link {
  readonly ref: string;
  readonly programme: string;
  readonly partnerProgramme?: string;
  readonly year: string;
  /** Version of the programme's steps with which it was proposed. */
  readonly stepsVersion?: number;
  /** How its programme's year runs: laid beside the facts by whoever reads the link to judge it, never folded from them. */
  readonly programmeYear?: ProgrammeYear;
  /** The school days of the second class, when it is of a partner programme: laid beside the facts like `programmeYear`. */
  readonly partnerCalendar?: SchoolCalendar;
  readonly kind: LinkKind;
  readonly revision: number;
  readonly proposedOn?: string;
  readonly sentOn?: string;
  readonly reasons: readonly string[];
  readonly differenceProfile?: DifferenceProfile;
  readonly sides: { readonly a: LinkSide; readonly b: LinkSide };
  readonly agreement: { readonly a: Agreement; readonly b: Agreement };
  readonly training: readonly TrainingRecord[];
  readonly exchanges: readonly Exchange[];
  readonly meetings: readonly Meeting[];
  readonly impact: Impact;
  readonly skipped: readonly {
    readonly step: SkippableStep;
    readonly side?: Side;
    readonly on: string;
    readonly reasonCode: string;
  }[];
  /** Days that were agreed with a school instead of the target of a step. */
  readonly newTargets: { readonly [Step in TargetedStep]?: string };
  readonly paused?: { readonly since: string; readonly until?: string; readonly reasonCode: string };
  readonly outcome: Outcome;
  readonly closedOn?: string;
  /** Who left it. */
  readonly withdrew?: Side | 'both';
  /** The link that a school left, of which a class goes on in this one. */
  readonly continuesFrom?: string;
  /** The link in which the class that stayed goes on; the last one. */
  readonly continuedAs?: string;
  readonly reached: { readonly [S in Stage]?: string };
  readonly entries: readonly Entry[];
}

const emptySide: LinkSide = {
  interestId: '',
  urn: '',
  headId: '',
  expressedOn: '',
  priorities: [],
  classId: '',
  yearGroups: [],
  pupilCount: 0,
  placeholder: false,
  teachers: [],
  formerTeachers: [],
  lostContacts: [],
};

/** A link of which nothing is known yet. */
export const unknownLink: Link = {
  ref: '',
  programme: '',
  year: '',
  kind: 'between-schools',
  revision: 0,
  reasons: [],
  sides: { a: emptySide, b: emptySide },
  agreement: { a: { status: 'not-issued' }, b: { status: 'not-issued' } },
  training: [],
  exchanges: [],
  meetings: [],
  impact: nothingCameYet,
  skipped: [],
  newTargets: {},
  outcome: 'open',
  reached: {},
  entries: [],
};

export const bothSides: readonly Side[] = ['a', 'b'];
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/** An in-school link has one headteacher, so one signature is enough. */
export const signingSides = (link: Link): readonly Side[] => (link.kind === 'in-school' ? ['a'] : bothSides);

export const meetingOf = (link: Link, number: MeetingNumber) =>
  link.meetings.find((m) => m.number === number);
export const meetingsHeld = (link: Pick<Link, 'meetings'>) =>
  link.meetings.filter((m) => m.status === 'held' && m.number <= 3).length;
export const isAgreed = (link: Link) =>
  signingSides(link).every((side) => link.agreement[side].status === 'signed');
export const isBrokered = (link: Link) =>
  bothSides.every((side) => link.sides[side].acceptedOn !== undefined);
export const teacherOf = (link: Link, side: Side, teacherId: string) =>
  link.sides[side].teachers.find((teacher) => teacher.teacherId === teacherId);
export const isSkipped = (link: Link, step: SkippableStep, side?: Side) =>
  link.skipped.some(
    (s) => s.step === step && (s.side === undefined || side === undefined || s.side === side),
  );
export const saidGoodbye = (link: Link) => link.exchanges.some((exchange) => exchange.kind === 'goodbye');
