import type { MovedDay } from '@linking/domain/reminders/due-days.js';
import type { MailFacts } from '@linking/domain/reminders/mail-facts.js';
import type { SentWording } from '@linking/events/correspondence/correspondence-events.js';
import type { Mailbox } from '@linking/domain/reminders/wanted-mail.js';
import { derivedId } from '@linking/events/event-ids.js';

export type MailStatus = 'planned' | 'queued' | 'sending' | 'sent' | 'skipped' | 'failed' | 'cancelled';

/** A mail as it is kept: what it is about and how far it came, never whom it names. */
export interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly programme: string;
  readonly step: string;
  readonly anchorDate: string;
  readonly personId: string;
  /** Absent for a person of a school. */
  readonly mailbox?: Mailbox;
  /** Slug of the programme whose school days its reader keeps, when that is another one. */
  readonly schoolDaysOf?: string;
  readonly kind: 'immediate' | 'scheduled';
  /** `plan` = the rules ask for it; `person` = somebody pressed "Send me a new one". */
  readonly askedBy: 'plan' | 'person';
  readonly dueAt: string;
  /** Why it is due on another day than its rule names. */
  readonly moved?: MovedDay;
  /** The day from which it goes, while somebody holds it; `9999-12-31` until it is released. */
  readonly heldUntil?: string;
  readonly status: MailStatus;
  readonly content: MailFacts;
  readonly messageId: string;
  readonly attempt: number;
  /** The first of the mails that it leaves with, as one mail; absent for that one itself. */
  readonly mergedInto?: string;
  readonly sentAt?: string;
  readonly reason?: string;
  /** Whose words it left with; absent for those of the product, and before it leaves. */
  readonly wording?: SentWording;
}

export interface MailRow {
  id: string;
  subject: string;
  programme: string;
  step: string;
  anchor_date: string;
  person_id: string;
  mailbox: Mailbox | null;
  school_days_of: string | null;
  kind: 'immediate' | 'scheduled';
  asked_by: 'plan' | 'person';
  due_at: Date;
  moved: MovedDay | null;
  held_until: string | null;
  status: MailStatus;
  content: MailFacts;
  message_id: string;
  attempt: number;
  merged_into: string | null;
  sent_at: Date | null;
  reason: string | null;
  wording: SentWording | null;
}

export const toMail = (row: MailRow): Mail => ({
  id: row.id,
  subject: row.subject,
  programme: row.programme,
  step: row.step,
  anchorDate: row.anchor_date,
  personId: row.person_id,
  kind: row.kind,
  askedBy: row.asked_by,
  dueAt: row.due_at.toISOString(),
  status: row.status,
  content: row.content,
  messageId: row.message_id,
  attempt: row.attempt,
  ...(row.moved === null ? {} : { moved: row.moved }),
  ...(row.held_until === null ? {} : { heldUntil: row.held_until }),
  ...(row.mailbox === null ? {} : { mailbox: row.mailbox }),
  ...(row.school_days_of === null ? {} : { schoolDaysOf: row.school_days_of }),
  ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
  ...(row.sent_at === null ? {} : { sentAt: row.sent_at.toISOString() }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.wording === null ? {} : { wording: row.wording }),
});

// RFC 9562 namespace of our own, drawn once.
const MAILS = 'b0a1f3b8-6d53-4c1e-9a55-2f6c7d1f4e10';

/** Ids that a repeated try makes again: of the mail, of its event, of its one-time address. */
export const mailUuid = (mailId: string) => derivedId(MAILS, mailId);
export const mailTokenId = (mailId: string) => derivedId(mailUuid(mailId), 'token');
export const messageIdOf = (mailId: string, mailDomain: string) => `<${mailUuid(mailId)}@${mailDomain}>`;
