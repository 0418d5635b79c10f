/** One mail as meaning: both its forms, HTML and plain text, are made from it. Names stand in it, so it is never stored. */
export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly parts: readonly MailPart[];
  /** The one thing to do. Without an address it is shown to somebody else than its recipient. */
  readonly button?: { readonly label: string; readonly href?: string };
  /** After the button. */
  readonly closing: readonly string[];
  readonly askWho: MailContact;
  /** Why this person gets this mail. */
  readonly why: string;
  readonly privacyHref: string;
}

export type MailPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'contact'; readonly contact: MailContact };

export interface MailContact {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A mail as it leaves: the texts and the header lines that come from its content. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export const paragraph = (text: string): MailPart => ({ kind: 'paragraph', text });

/** Stands where a one-time address would be when a mail is shown to anybody but its recipient. */
export const PERSONAL_LINK = '[personal link]';
