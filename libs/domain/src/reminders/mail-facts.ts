import type { MeetingMode, MeetingNumber, Side, TrainingKind } from '@linking/events/link/link-events.js';

/** What a mail is about, as ids, numbers and dates: names and addresses are looked up when it is sent or shown. */
export type MailFacts =
  | InterestMail
  | SigningMail
  | PartnerMail
  | TrainingMail
  | MissedTrainingMail
  | MeetingMail
  | ReadyMail
  | HowDidItGoMail
  | VisitSoonMail
  | NewTeacherMail;

export type MailRule = MailFacts['rule'];

/** N01 to the head, N02 to the programme's mailbox. */
export interface InterestMail {
  readonly rule: 'N01' | 'N02';
  readonly interestId: string;
  readonly urn: string;
  readonly year: string;
  readonly classes: number;
}

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
};

/** N17, a week before a meeting in person. */
export type ReadyMail = AboutMeeting & { readonly rule: 'N17' };

/** N18, the day after and a week after while nothing is recorded. */
export type HowDidItGoMail = AboutMeeting & { readonly rule: 'N18'; readonly asking: 1 | 2 };

/** N21, two weeks before a visit, to host and visitor. */
export type VisitSoonMail = AboutMeeting & { readonly rule: 'N21'; readonly hosts: boolean };

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
