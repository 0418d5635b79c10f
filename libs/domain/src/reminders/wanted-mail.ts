import type { MailFacts } from './mail-facts.js';

/** A mail that a subject as it stands and the calendar ask for. */
export interface WantedMail {
  /** What it is about: the reference of a link, or the name of another stream such as `training-<uuid>`. */
  readonly subject: string;
  /** Slug of the programme in whose name it goes. */
  readonly programme: string;
  /** Tells two mails of one rule about one subject apart, such as `agreement-a`. */
  readonly step: string;
  /** The London date the mail hangs on (of imported facts a month or year): when it moves, the mail is another one. */
  readonly anchorDate: string;
  /** Whom it goes to: a person's id; a venue's or a programme's own key when its mailbox is meant. */
  readonly personId: string;
  /** Absent for a person of a school. */
  readonly mailbox?: 'programme' | 'venue';
  /** Immediate mails answer what somebody just did; scheduled ones go from 08:00 on `dueOn`. */
  readonly kind: 'immediate' | 'scheduled';
  /** A whole London date when scheduled; of no matter for immediate mails. */
  readonly dueOn: string;
  readonly content: MailFacts;
}

/** `<subject>.<rule>.<step>.<anchor date>.<personId>`: the same mail asked for twice is one mail. */
export const mailId = (mail: Pick<WantedMail, 'subject' | 'step' | 'anchorDate' | 'personId' | 'content'>) =>
  [mail.subject, mail.content.rule, mail.step, mail.anchorDate, mail.personId].join('.');
