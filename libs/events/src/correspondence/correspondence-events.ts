import type { TargetedStep } from '../link/link-events.js';
import type { escalationLevels } from './codes.js';
import type { SendAgainReason } from './send-again-reasons.js';

export type EscalationLevel = (typeof escalationLevels)[number];

/** Whose words a mail had: a programme's, by its slug, or the network's. */
export interface SentWording {
  readonly of: string;
  readonly version: number;
  readonly hash: string;
}

/** What was sent about a subject, stream `correspondence-<subject>`. */
export interface CorrespondenceEventData {
  ReminderSent: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly messageId: string;
    /** More than 1 when an earlier try may have reached the mail server without our knowing. */
    readonly attempt: number;
    /** The words that people chose for it, if any; the text is kept under its hash. */
    readonly wording?: SentWording;
  };
  ReminderSkipped: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly reasonCode: string;
  };
  ReminderFailed: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly reasonCode: string;
  };
  /** It came back: at once when the mail server refused the address, or later with a notification (RFC 3464). */
  MessageBounced: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    /** Which of her addresses it was: a keyed hash, from which nobody learns the address. */
    readonly addressKey: string;
    /** RFC 3463, such as `5.1.1`. */
    readonly statusCode: string;
    readonly told: 'at-once' | 'by-notification';
  };
  /** Somebody asked for a mail once more: `mailId` is the new one. */
  MailAskedAgain: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly againOf: string;
    readonly reasonCode: SendAgainReason;
  };
  /** A coordinator wrote to chosen people: the truth of it, in a stream of its own, `correspondence-written-<uuid>`. */
  PeopleWrittenTo: {
    readonly writtenId: string;
    readonly programme: string;
    /** Keys of the words: what stands above the mail, and its text. */
    readonly subjectId: string;
    readonly textId: string;
    readonly year: string;
    readonly recipients: readonly WrittenTo[];
    /** The training session whose teachers were chosen. */
    readonly sessionId?: string;
  };
  /** A mail that a coordinator wrote concerns this link too. */
  MailWritten: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly subjectId: string;
  };
  /** A mail came back, and somebody found out that its address is right: mails go there again. */
  AddressConfirmed: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly addressKey: string;
  };
  /** A step stays open although it was asked for: the coordinator's list shows it as more urgent. */
  CoordinatorEscalated: {
    readonly level: EscalationLevel;
    readonly step: TargetedStep;
    /** The day by which it was to be done. */
    readonly target: string;
    /** The day from which school days are counted: the target, or a talk about the step after it. */
    readonly since: string;
  };
}

export type CorrespondenceEventName = keyof CorrespondenceEventData;

/** One person who is written to, however many of the links are hers. */
export interface WrittenTo {
  readonly personId: string;
  readonly role: 'headteacher' | 'teacher';
  readonly linkRefs: readonly string[];
}
