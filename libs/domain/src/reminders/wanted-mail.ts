import type { MovedDay } from './due-days.js';
import type { MailFacts } from './mail-facts.js';

/** Whose mailbox is meant when no person of a school is: `user` is somebody with an account. */
export type Mailbox = 'programme' | 'venue' | 'user';

/** A mail that a subject as it stands and the calendar ask for. */
export interface WantedMail {
  /** What it is about: the reference of a link, or the name of another stream such as `training-<uuid>`. */
  readonly subject: string;
  /** Slug of the programme in whose name it goes; empty when it is the national office. */
  readonly programme: string;
  /** Tells two mails of one rule about one subject apart, such as `agreement-a`. */
  readonly step: string;
  /** The London date the mail hangs on (of imported facts a month or year): when it moves, the mail is another one. */
  readonly anchorDate: string;
  /** Whom it goes to: a person's id, or an account's; a venue's or a programme's own key when its mailbox is meant. */
  readonly personId: string;
  /** Absent for a person of a school. */
  readonly mailbox?: Mailbox;
  /** Slug of the programme whose school days its reader keeps, when that is another one. */
  readonly schoolDaysOf?: string;
  /** Immediate mails answer what somebody just did; scheduled ones go from `dueOn` on, see `mailing-hours.ts`. */
  readonly kind: 'immediate' | 'scheduled';
  /** A whole London date when scheduled; of no matter for immediate mails. */
  readonly dueOn: string;
  /** Why it is due on another day than its rule names; of scheduled mails only. */
  readonly moved?: MovedDay;
  /** The day from which it goes, while somebody holds it. */
  readonly heldUntil?: string;
  readonly content: MailFacts;
}

/** `<subject>.<rule>.<step>.<anchor date>.<personId>`: the same mail asked for twice is one mail. */
export const mailId = (mail: Pick<WantedMail, 'subject' | 'step' | 'anchorDate' | 'personId' | 'content'>) =>
  [mail.subject, mail.content.rule, mail.step, mail.anchorDate, mail.personId].join('.');
