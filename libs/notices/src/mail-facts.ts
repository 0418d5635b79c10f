import type { MailContact } from './mail-content.js';

/** What every mail about a link says of it, looked up when the mail is made. */
export interface LinkWords {
  readonly ref: string;
  readonly year: string;
  readonly ownSchool: string;
  readonly partnerSchool: string;
  /** Such as `4 Oak`; absent while the class has no name. */
  readonly ownClass?: string;
  readonly partnerClass?: string;
}

/** Whom the mail goes to and in whose name. */
export interface MailWords {
  readonly recipient: string;
  readonly programme: string;
  /** The local facilitator's programme: name, mailbox, phone. */
  readonly askWho: MailContact;
  readonly privacyHref: string;
}

/** `4 Oak of Ash Primary School`, or `a class of Ash Primary School`. */
export const classOf = (school: string, className?: string) => `${className ?? 'a class'} of ${school}`;
