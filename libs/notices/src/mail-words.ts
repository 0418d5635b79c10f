import type { MeetingNumber } from '@linking/events/link/link-events.js';
import type { PlaceWords } from './appointment-words.js';
import type { MailButton, MailContact, MailContent, MailPart } from './mail-content.js';
import { oneLine } from './one-line.js';

/** Whom the mail goes to and in whose name. */
export interface MailWords {
  readonly recipient: string;
  readonly programme: string;
  /** The local facilitator's programme: name, mailbox, phone. */
  readonly askWho: MailContact;
  /** Absent for mails to schools. */
  readonly askLine?: string;
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

/** What the words of one's own may name in a mail, by placeholders. */
export interface AboutMail {
  readonly programme?: string;
  readonly askWho: MailContact;
  readonly link?: LinkWords;
  readonly place?: PlaceWords;
  readonly school?: string;
  readonly year?: string;
  readonly classes?: number;
  readonly formerTeacher?: MailContact;
  readonly facts?: {
    readonly on?: string;
    readonly year?: string;
    readonly number?: MeetingNumber;
    readonly kind?: string;
  };
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
  words: Omit<MailWords, 'programme'> & AboutMail,
  { subject, why, closing = [], ...said }: SaidInMail,
): MailContent {
  return {
    subject,
    title: subject,
    greeting: `Dear ${words.recipient},`,
    sections: [{ ...said, closing }],
    askWho: [words.askWho],
    ...(words.askLine === undefined ? {} : { askLine: words.askLine }),
    why: [why],
    privacyHref: words.privacyHref,
    about: words,
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

/** Why the mailbox of a programme gets a mail. */
export const asProgramme = (programme: string) =>
  `You get this e-mail because this is the mailbox of Schools Linking ${programme}.`;

/** Why a head gets a mail about a link of her school. */
export const asHeadOf = (link: LinkWords) =>
  `You get this e-mail because you are named as the headteacher of ${link.ownSchool} (link ${link.ref}).`;

/** For whoever has no page to open: a reply, begun. */
export const writeTo = (email: string | undefined, subject: string) =>
  email === undefined
    ? undefined
    : `mailto:${encodeURI(email)}?subject=${encodeURIComponent(oneLine(subject))}`;

/** What the mails call the coordinator, where a programme does not call her otherwise. */
export const YOUR_FACILITATOR = 'your local facilitator';
/** What linking is for. */
export const AIMS =
  'Linking lets both classes explore identity and diversity, champion equality and learn through dialogue.';
export const NO_CHILDREN = 'Please use no children’s names, on your page or in a reply.';
export const NO_CHILDREN_IN_REPLY = 'If you reply, please use no children’s names.';
export const YOUR_PAGE = 'Open your page for the year';
