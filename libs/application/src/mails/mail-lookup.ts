/** Names and addresses behind the ids of a mail, as they are now. */
export interface MailLookup {
  person(id: string): Promise<MailPerson | undefined>;
  school(urn: string): Promise<{ readonly name: string } | undefined>;
  /** Words kept outside the log, such as the name of a class. */
  note(id: string): Promise<string | undefined>;
  programme(slug: string): Promise<MailProgramme | undefined>;
  venue(id: string): Promise<MailVenue | undefined>;
  /** Whether a teacher waited for a place at a session before she had one. */
  waitedForPlace(sessionId: string, teacherId: string): Promise<boolean>;
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
}

export interface MailVenue {
  readonly name: string;
  readonly postcode: string;
  readonly email?: string;
}
