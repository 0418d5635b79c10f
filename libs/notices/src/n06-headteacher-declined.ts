import type { DeclinedMail } from '@linking/domain/reminders/mail-facts.js';
import { button, list, paragraph, type MailContent } from './mail-content.js';
import {
  asProgramme,
  classOf,
  mailAbout,
  partnerInShort,
  partnerOf,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface HeadteacherDeclinedWords extends MailWords {
  /** As the school that said no reads of it. */
  readonly link: LinkWords;
  readonly facts: DeclinedMail;
  /** The reason as words, such as `other plans`. */
  readonly reason: string;
  /** What she wrote beside it. */
  readonly note?: string;
  readonly linkHref?: string;
}

/** N06, to the programme's own mailbox, when a headteacher said no on the page of her mail. */
export function headteacherDeclinedMail(words: HeadteacherDeclinedWords): MailContent {
  const { link, facts, reason, note } = words;
  const own = classOf(link.ownSchool, link.ownClass);
  return mailAbout(words, {
    subject: `${link.ownSchool} declined: next steps`,
    parts: [
      paragraph(`The headteacher of ${link.ownSchool} does not want to link ${own} with ${partnerOf(link)}.`),
      paragraph(`The reason: ${reason}.${note === undefined ? '' : ` Written beside it: “${note}”`}`),
      paragraph('What you can do next:'),
      list(
        facts.wantsOtherPartner
          ? 'Both classes are on your waiting list again. The page of the link shows other partners for each, the nearest first.'
          : `${link.ownSchool} wants no other partner this year. The other class is on your waiting list again, and the page of the link shows other partners for it.`,
        facts.partnerSaidYes
          ? `Ring ${partnerInShort(link)}: it had said yes, and nobody has told it yet.`
          : `${partnerInShort(link)} had not answered yet. It gets no more e-mails about this proposal.`,
        `A word of thanks to ${link.ownSchool} keeps the door open for next year.`,
      ),
    ],
    button: button('Open the link and its other partners', words.linkHref),
    closing: ['Please use no children’s names in notes or replies.'],
    why: asProgramme(words.programme),
  });
}
