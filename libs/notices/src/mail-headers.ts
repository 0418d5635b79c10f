/** A mail ready to be handed to a mail server. */
export interface OutgoingMail {
  readonly mailId: string;
  /** The same for every try, so that a reader's mailbox can tell a double. */
  readonly messageId: string;
  /** More than 1 when an earlier try may have arrived. */
  readonly attempt: number;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A file of plain text. */
  readonly attachment?: { readonly filename: string; readonly content: string };
  /** An invitation, its update or its cancellation (RFC 6047), written by `calendar/`. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** RFC 3834: tells vacation responders not to answer. */
export const AUTOMATIC_HEADERS = { 'Auto-Submitted': 'auto-generated' } as const;

/** One line without control characters or RFC 2047 words: nothing typed by a person may become more than itself. */
export const headerText = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();

/** Whether mail can be sent to it: one bare address, and nothing that could carry a second one. */
export const isMailAddress = (email: string) =>
  /^[^\s<>()[\]\\,;:@"\p{Cc}\p{Cs}]+@[^\s<>()[\]\\,;:@"\p{Cc}\p{Cs}]+$/u.test(email);

/** `"Ash Primary" <office@ash.example>`; throws for an address that could carry more than one address. */
export function mailbox(name: string, email: string): string {
  if (!isMailAddress(email)) throw new Error('Not an e-mail address that mail can be sent to');
  return `"${headerText(name).replace(/["\\]/g, '')}" <${email}>`;
}
