import type { MailButton, MailContact, MailContent, MailPart } from './mail-content.js';
import { oneLine } from './one-line.js';

/** Whom the mail goes to and in whose name. */
export interface MailWords {
  readonly recipient: string;
  readonly programme: string;
  /** The local facilitator's programme: name, mailbox, phone. */
  readonly askWho: MailContact;
  readonly privacyHref: string;
}

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

export interface SaidInMail {
  readonly subject: string;
  readonly parts: readonly MailPart[];
  readonly button?: MailButton;
  readonly closing?: readonly string[];
  readonly why: string;
}

/** A mail about one matter. */
export function mailAbout(
  words: Omit<MailWords, 'programme'>,
  { subject, why, closing = [], ...said }: SaidInMail,
): MailContent {
  return {
    subject,
    title: subject,
    greeting: `Dear ${words.recipient},`,
    sections: [{ ...said, closing }],
    askWho: [words.askWho],
    why: [why],
    privacyHref: words.privacyHref,
  };
}

/** `4 Oak of Ash Primary School`, or `a class of Ash Primary School`. */
export const classOf = (school: string, className?: string) => `${className ?? 'a class'} of ${school}`;
/** The school as one says it in short; of a link within one school, the other class. */
export const partnerInShort = ({ ownSchool, partnerSchool, partnerClass = 'the other class' }: LinkWords) =>
  ownSchool === partnerSchool ? partnerClass : partnerSchool;

export const partnerOf = ({ partnerSchool, partnerClass }: LinkWords) => classOf(partnerSchool, partnerClass);

/** `2026–27`. */
export const schoolYear = (year: string) => year.replace('-', '–');

export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `one class`, `two classes`, `12 classes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return `${words[count] ?? String(count)} ${count === 1 ? one : many}`;
}

/** Why a teacher of a link gets a mail about it. */
export const asLinkTeacher = (link: LinkWords) =>
  `You get this e-mail because you are the link teacher of ${classOf(link.ownSchool, link.ownClass)} (link ${link.ref}).`;

/** For whoever has no page to open: a reply, begun. */
export const writeTo = (email: string | undefined, subject: string) =>
  email === undefined
    ? undefined
    : `mailto:${encodeURI(email)}?subject=${encodeURIComponent(oneLine(subject))}`;

/** What linking is for. */
export const AIMS =
  'Linking lets both classes explore identity and diversity, champion equality and learn through dialogue.';
export const NO_CHILDREN = 'Please use no children’s names, on your page or in a reply.';
export const YOUR_PAGE = 'Open your page for the year';
