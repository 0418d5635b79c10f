import type { Side } from '@linking/events/link/link-events.js';

/** What a mail is about, as ids: names and addresses are looked up when it is sent or shown. */
export type MailFacts =
  | {
      readonly rule: 'N07';
      readonly linkRef: string;
      /** The side that is asked to sign. */
      readonly side: Side;
      readonly ownUrn: string;
      readonly partnerUrn: string;
      readonly ownClassNameId?: string;
      readonly partnerClassNameId?: string;
      readonly year: string;
      readonly textVersion: string;
    }
  | {
      readonly rule: 'N09';
      readonly linkRef: string;
      readonly side: Side;
      readonly audience: 'teacher' | 'head';
      readonly ownUrn: string;
      readonly partnerUrn: string;
      readonly ownClassNameId?: string;
      readonly partnerClassNameId?: string;
      readonly ownTeacherIds: readonly string[];
      readonly partnerTeacherIds: readonly string[];
      readonly year: string;
    };

export type MailRule = MailFacts['rule'];

/** A mail that the state of a link and the calendar ask for. */
export interface WantedMail {
  /** Link reference, or what else the mail is about. */
  readonly subject: string;
  /** Slug of the programme in whose name it goes. */
  readonly programme: string;
  /** Tells two mails of one rule about one subject apart, such as `agreement-a`. */
  readonly step: string;
  /** The London date the mail hangs on (of imported facts a month or year): when it moves, the mail is another one. */
  readonly anchorDate: string;
  readonly personId: string;
  /** Immediate mails answer what somebody just did; scheduled ones go from 08:00 on `dueOn`. */
  readonly kind: 'immediate' | 'scheduled';
  /** A whole London date when scheduled; of no matter for immediate mails. */
  readonly dueOn: string;
  readonly content: MailFacts;
}

/** `<subject>.<rule>.<step>.<anchor date>.<personId>`: the same mail asked for twice is one mail. */
export const mailId = (mail: Pick<WantedMail, 'subject' | 'step' | 'anchorDate' | 'personId' | 'content'>) =>
  [mail.subject, mail.content.rule, mail.step, mail.anchorDate, mail.personId].join('.');
