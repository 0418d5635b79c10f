import type { AboutMail } from './mail-words.js';

/** One mail as meaning: both its forms, HTML and plain text, are made from it. Names stand in it, so it is never stored. */
export interface MailContent {
  readonly subject: string;
  /** What stands above everything; the subject, unless several mails were merged. */
  readonly title: string;
  readonly greeting: string;
  /** What it is about: one matter, or several that were merged. */
  readonly sections: readonly MailSection[];
  readonly askWho: readonly MailContact[];
  /** What stands above whom to ask; absent for mails to schools, which ask their local facilitator. */
  readonly askLine?: string;
  /** Why this person gets this mail. */
  readonly why: readonly string[];
  readonly privacyHref: string;
  /** What it was made from, for the placeholders of words that people chose. */
  readonly about: AboutMail;
}

export interface MailSection {
  /** Only where there are several. */
  readonly heading?: string;
  readonly parts: readonly MailPart[];
  /** The one thing to do. Without an address it is shown to somebody else than its recipient. */
  readonly button?: MailButton;
  /** After the button. */
  readonly closing: readonly string[];
}

export interface MailButton {
  readonly label: string;
  readonly href?: string;
}

export type MailPart =
  /** Of the first paragraphs those that are not `fixed` can be worded otherwise. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly fixed?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What, when and where, to be read at a glance. */
  | { readonly kind: 'facts'; readonly facts: readonly MailFact[] }
  | { readonly kind: 'contact'; readonly contact: MailContact }
  /** Public pages of others. */
  | { readonly kind: 'links'; readonly links: readonly MailLink[] }
  /** Some of what belongs together, each with its page; `more` when there are others. */
  | ({ readonly kind: 'entries' } & MailEntries)
  /** Lines for programs, to be copied as they are. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] };

export interface MailEntries {
  readonly heading: string;
  readonly entries: readonly MailEntry[];
  readonly more?: { readonly text: string; readonly href: string };
}

export interface MailEntry {
  readonly title: string;
  readonly href: string;
  readonly lines: readonly string[];
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
}

export interface MailLink {
  readonly title: string;
  readonly url: string;
}

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
/** Says something that is known only now: nobody words it otherwise. */
export const fixed = (text: string): MailPart => ({ kind: 'paragraph', text, fixed: true });
export const list = (...items: readonly string[]): MailPart => ({ kind: 'list', items });
export const contact = (someone: MailContact): MailPart => ({ kind: 'contact', contact: someone });

export const links = (some: readonly MailLink[]): MailPart => ({ kind: 'links', links: some });
export const entries = (listed: MailEntries): MailPart => ({ kind: 'entries', ...listed });

export const verbatim = (lines: readonly string[]): MailPart => ({ kind: 'verbatim', lines });

/** Facts in their order; those of which nothing is known are left out. */
export const facts = (known: Readonly<Record<string, string | undefined>>): MailPart => ({
  kind: 'facts',
  facts: Object.entries(known).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
});

/** Without an address the button shows "[personal link]". */
export const button = (label: string, href: string | undefined): MailButton => ({
  label,
  ...(href === undefined ? {} : { href }),
});

export const askLineOf = ({ askLine = 'Questions? Ask your local facilitator:' }: MailContent) => askLine;

/** Stands where a one-time address would be when a mail is shown to anybody but its recipient. */
export const PERSONAL_LINK = '[personal link]';
