import type { FirstExchangeMail } from '@linking/domain/reminders/mail-facts.js';
import { button, paragraph, type MailContent } from './mail-content.js';
import {
  asLinkTeacher,
  mailAbout,
  NO_CHILDREN,
  partnerInShort,
  partnerOf,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface FirstExchangeWords extends MailWords {
  readonly facts: FirstExchangeMail;
  readonly link: LinkWords;
  readonly pageHref?: string;
}

/** N14, to the teachers of a class that has sent nothing yet; after the second time somebody rings. */
export function firstExchangeMail(words: FirstExchangeWords): MailContent {
  const { facts, link } = words;
  const first = facts.asking === 1;
  const subject = `First exchange with ${partnerInShort(link)}`;
  return mailAbout(words, {
    subject: first ? subject : `Still to come: ${subject.replace('First', 'first')}`,
    parts: first
      ? [
          paragraph(
            `Around now your class sends its first work to ${partnerOf(link)}: photographs, first names or ` +
              'identity work. Something small is enough: the other class is curious.',
          ),
          paragraph('Has it gone already? Then tell us with one tap on your page, and this is done.'),
        ]
      : [
          paragraph(
            `We have not heard yet whether your class has sent something to ${partnerOf(link)}. If it has, one tap ` +
              'on your page is all we need.',
          ),
          paragraph(
            'Is something in the way? Reply to this e-mail: we can agree another day, and your partner ' +
              'then knows when to expect it.',
          ),
          paragraph('This is our last e-mail about it. Next, your local facilitator will ring you.'),
        ],
    button: button('Tell us that it has gone', words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}
