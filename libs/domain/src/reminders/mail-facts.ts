import type { MeetingMode, MeetingNumber, Side, TrainingKind } from '@linking/events/link/link-events.js';
import type { PartnerReason } from '../link/partner-reasons.js';

/** What a mail is about, as ids, numbers and dates: names and addresses are looked up when it is sent or shown. */
export type MailFacts =
  | InterestMail
  | WaitingInterestMail
  | ProposalMail
  | DeclinedMail
  | SigningMail
  | PartnerMail
  | TrainingMail
  | MissedTrainingMail
  | NextStepMail
  | FirstExchangeMail
  | MeetingMail
  | ReadyMail
  | HowDidItGoMail
  | VisitSoonMail
  | ThankYouMail
  | NewTeacherMail
  | CourseMail
  | NamingMail
  | WeeklyListMail
  | DailyListMail
  | FiguresMail
  | GrantReportMail
  | WrittenMail;

export type MailRule = MailFacts['rule'];

/** N01 to the head, N02 to the programme's mailbox. */
export interface InterestMail {
  readonly rule: 'N01' | 'N02';
  readonly interestId: string;
  readonly urn: string;
  readonly year: string;
  readonly classes: number;
}

/** N03 to the programme's mailbox, once, while nobody has answered. */
export type WaitingInterestMail = Omit<InterestMail, 'rule'> & {
  readonly rule: 'N03';
  readonly waitsSince: string;
};

export interface AboutLink {
  readonly linkRef: string;
  /** The side of the reader; `a` when she is of neither, as a venue is. */
  readonly side: Side;
  readonly ownUrn: string;
  readonly partnerUrn: string;
  readonly ownClassNameId?: string;
  readonly partnerClassNameId?: string;
  readonly year: string;
}

/** N04 when the proposal is sent; N05 while it is not answered, first and second time of asking. */
export type ProposalMail = AboutLink & {
  readonly rule: 'N04' | 'N05';
  readonly partnerYearGroups: readonly number[];
  readonly partnerPupils: number;
  /** Straight line between the schools. */
  readonly distanceKm?: number;
  readonly reasons: readonly PartnerReason[];
  readonly asking?: 1 | 2;
};

/** N06 to the programme's mailbox; the side is that of the school that said no. */
export type DeclinedMail = AboutLink & {
  readonly rule: 'N06';
  readonly reasonCode: string;
  readonly wantsOtherPartner: boolean;
  readonly partnerSaidYes: boolean;
  /** What she wrote beside it. */
  readonly noteId?: string;
};

/** N07 when the agreement is issued; N08 while it is not signed, first and second time of asking. */
export type SigningMail = AboutLink & {
  readonly rule: 'N07' | 'N08';
  readonly textVersion: string;
  readonly asking?: 1 | 2;
};

/** N09, to each teacher with a copy to the heads. */
export type PartnerMail = AboutLink & {
  readonly rule: 'N09';
  /** `new-head`: somebody signed before her, and she may take it back. */
  readonly audience: 'teacher' | 'head' | 'new-head';
  readonly ownTeacherIds: readonly string[];
  readonly partnerTeacherIds: readonly string[];
};

/** What became of an appointment: the calendar entry that goes with the mail follows from it. */
export type AppointmentChange = 'planned' | 'moved' | 'online' | 'cancelled';

export interface Appointment {
  /** `YYYY-MM-DD` and London wall-clock times, `HH:MM`. */
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  /** Where it was before it was moved. */
  readonly wasOn?: string;
  /** RFC 5545 SEQUENCE: one more for each change of date, time, place or standing. */
  readonly sequence: number;
  /** ISO instant at which the fact behind this version was recorded: RFC 5545 DTSTAMP. */
  readonly stamp: string;
}

/**
 * N10 for initial training and N19 for the planning half-day, when a teacher is enrolled, its session changes or her place
 * is given up; N11 a week before either.
 */
export type TrainingMail = {
  readonly rule: 'N10' | 'N11' | 'N19';
  readonly sessionId: string;
  readonly kind: TrainingKind;
  readonly change: AppointmentChange;
  /** The teacher waits for a place; nothing goes into her calendar yet. */
  readonly waiting: boolean;
  /** The session takes place, and she has no place in it any more, or waits for none. */
  readonly givenUp?: true;
  /** Why it is a full or a half day for this teacher; of initial training only. */
  readonly basis?: 'linked-before' | 'first-time';
  /** The links for which she comes. */
  readonly linkRefs: readonly string[];
  readonly year: string;
} & Appointment;

/** N12, the day after. */
export interface MissedTrainingMail {
  readonly rule: 'N12';
  readonly sessionId: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly year: string;
}

/** N13, the school day after initial training; of a training elsewhere it belongs to the link. */
export type NextStepMail = {
  readonly rule: 'N13';
  /** The day of the training. */
  readonly on: string;
  readonly linkRefs: readonly string[];
  readonly year: string;
  /** Her class has a survey to answer before the work begins. */
  readonly survey: boolean;
} & ({ readonly sessionId: string } | { readonly linkRef: string });

/** N14, on the day by which the first work is to be sent and a week after, while the class has sent nothing. */
export type FirstExchangeMail = AboutLink & { readonly rule: 'N14'; readonly asking: 1 | 2 };

export type AboutMeeting = AboutLink & {
  readonly number: MeetingNumber;
  readonly mode: MeetingMode;
  /** The side whose school hosts. */
  readonly hostSide?: Side;
  readonly pupilsExpected?: number;
  readonly audience: 'teacher' | 'venue';
  readonly partnerTeacherIds: readonly string[];
} & Appointment;

/** N15 first meeting (and celebration), N20 a visit: planned, moved, put online, cancelled. */
export type MeetingMail = AboutMeeting & {
  readonly rule: 'N15' | 'N20';
  readonly change: AppointmentChange;
  /** It is cancelled because the link ended: nobody looks for another day. */
  readonly linkEnded?: true;
};

/** N17, a week before a meeting in person. */
export type ReadyMail = AboutMeeting & { readonly rule: 'N17' };

/** N18, the day after and a week after while nothing is recorded. */
export type HowDidItGoMail = AboutMeeting & { readonly rule: 'N18'; readonly asking: 1 | 2 };

/** N21, two weeks before a visit, to host and visitor. */
export type VisitSoonMail = AboutMeeting & { readonly rule: 'N21'; readonly hosts: boolean };

/** N24, in the last school week of the summer. */
export type ThankYouMail = AboutLink & {
  readonly rule: 'N24';
  readonly audience: 'teacher' | 'head';
  /** The last school day of the summer term. */
  readonly lastDay: string;
  readonly goodbye: 'said' | 'asked' | 'not-asked';
  readonly completed: boolean;
  /** The class has its last survey to answer. */
  readonly survey: boolean;
};

/** N25 when a teacher takes over from another: to both of them, to whom they work with, and to the programme. */
export type NewTeacherMail = AboutLink & {
  readonly rule: 'N25';
  readonly audience: 'new' | 'former' | 'colleague' | 'programme';
  /** The side whose teacher it is. */
  readonly changedSide: Side;
  readonly newTeacherId: string;
  readonly formerTeacherId: string;
  readonly partnerTeacherIds: readonly string[];
  /** The initial training that she needs and has not had. */
  readonly needs?: 'initial-full' | 'initial-half';
  /** A meeting that leaves the calendar of the former teacher, as she knew it. */
  readonly meeting?: Omit<AboutMeeting, 'audience'>;
};

/** N26 when a link rests, goes on or ends before its time; meetings that it ends are told one by one. */
export type CourseMail = AboutLink & {
  readonly rule: 'N26';
  readonly audience: 'teacher' | 'head';
  readonly became: 'paused' | 'resumed' | 'withdrawn';
  /** London day on which it was recorded. */
  readonly recordedOn: string;
  /** The last day of a pause, when one was said. */
  readonly until?: string;
  /** Who left. */
  readonly withdrew?: Side | 'both';
};

/** N31 to the head while a class has no teacher or is a placeholder, first and second time of asking. */
export type NamingMail = AboutLink & {
  readonly rule: 'N31';
  readonly asking: 1 | 2;
  readonly yearGroups: readonly number[];
};
/** N27, to the programme's mailbox: what is late, due or quiet, as it stands when the mail is made. */
export interface WeeklyListMail {
  readonly rule: 'N27';
  readonly programme: string;
  readonly monday: string;
  /** The first working day of the week. */
  readonly day: string;
}

/** N28, to the programme's mailbox: what did not arrive, was declined or was cancelled since another day. */
export interface DailyListMail {
  readonly rule: 'N28';
  readonly programme: string;
  readonly day: string;
  /** The last day before whose list had all that was known in its morning. */
  readonly since: string;
}

/** N29, to each person of the national office. */
export interface FiguresMail {
  readonly rule: 'N29';
  /** `YYYY-MM`. */
  readonly month: string;
  /** The first working day of the month. */
  readonly day: string;
}

/** N30, to whoever keeps a grant, 30 and 7 days before a report is due. */
export interface GrantReportMail {
  readonly rule: 'N30';
  readonly grantId: string;
  readonly due: string;
  readonly asking: 1 | 2;
}

/** What a coordinator wrote to chosen people, in her own words. */
export interface WrittenMail {
  readonly rule: 'written';
  readonly writtenId: string;
  /** Keys of the words, which may be erased. */
  readonly subjectId: string;
  readonly textId: string;
  readonly role: 'headteacher' | 'teacher';
  /** The chosen links that are hers. */
  readonly linkRefs: readonly string[];
  readonly year: string;
}
