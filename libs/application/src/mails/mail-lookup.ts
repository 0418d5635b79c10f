import type { WordingKind } from '@linking/domain/wording/wording-kinds.js';
import type { WordingText } from '@linking/domain/wording/wording-text.js';
import type { SentWording } from '@linking/events/correspondence/correspondence-events.js';
import type { ResourceStep } from '@linking/events/programme/programme-events.js';
import type { MailResource } from '@linking/notices/resource-words.js';
import type { DigestLookup } from '../digests/digest-lookup.js';

/** Names and addresses behind the ids of a mail, as they are now. */
export interface MailLookup {
  person(id: string): Promise<MailPerson | undefined>;
  school(urn: string): Promise<{ readonly name: string } | undefined>;
  /** Words kept outside the log, such as the name of a class. */
  note(id: string): Promise<string | undefined>;
  programme(slug: string): Promise<MailProgramme | undefined>;
  /** Somebody with an account. */
  user(id: string): Promise<MailUser | undefined>;
  venue(id: string): Promise<MailVenue | undefined>;
  /** Words that people chose for a mail, by their hash. */
  wordingText(hash: string): Promise<WordingText | undefined>;
  /** Whether a teacher waited for a place at a session before she had one. */
  waitedForPlace(sessionId: string, teacherId: string): Promise<boolean>;
  /** What lists say, as it stands. */
  readonly digests: DigestLookup;
}

export interface MailPerson {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface MailProgramme {
  readonly name: string;
  /** Where replies go. */
  readonly mailbox: string;
  /** The programme has no mailbox of its own, so replies go where mails come from. */
  readonly mailboxMissing?: true;
  /** The local facilitator. */
  readonly contactName: string;
  readonly phone?: string;
  /** What its letters call the coordinator, where that is not what all do. */
  readonly facilitator?: string;
  /** The words chosen for a mail: its own, or those of the national office. */
  readonly wordingOf?: (kind: WordingKind) => SentWording | undefined;
  /** Its own, or those of the network. */
  readonly resources?: readonly ProgrammeResource[];
  /** Schools may ask to link by the public form. */
  readonly takesForms?: true;
}

/** A public page that helps with a step. */
export interface ProgrammeResource extends MailResource {
  readonly step: ResourceStep;
}

export interface MailUser {
  readonly name: string;
  readonly email: string;
  /** Her account was closed: nothing is sent to her any more. */
  readonly closed?: true;
}

export interface MailVenue {
  readonly name: string;
  readonly postcode: string;
  readonly email?: string;
}
