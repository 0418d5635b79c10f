/** One appointment as it stands. Its times are what the clocks in London show. */
export interface CalendarEntry {
  /** The same for ever, such as {@link meetingUid}. */
  readonly uid: string;
  /** 0 at first, one more for each change of date, time or place. */
  readonly sequence: number;
  /** When the fact behind this version was recorded: an ISO instant in UTC. */
  readonly stamp: string;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, on the same day. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
}

/** Somebody in a calendar object; the address is checked by whoever made it. */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** The UID of a link's meeting or visit with that number. */
export const meetingUid = (ref: string, number: number, mailDomain: string) =>
  `meeting-${ref}-${number}@${mailDomain}`;

/** The UID of a training session. */
export const trainingUid = (sessionId: string, mailDomain: string) => `training-${sessionId}@${mailDomain}`;
