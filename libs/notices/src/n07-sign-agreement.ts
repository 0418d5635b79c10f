import type { MailContent } from './mail-content.js';
import { paragraph } from './mail-content.js';
import type { LinkWords, MailWords } from './mail-facts.js';
import { classOf } from './mail-facts.js';
import { mailTitles } from './mail-titles.js';

/** N07, to each signer when the agreement is issued. */
export function signAgreementMail(words: MailWords & { link: LinkWords; signHref?: string }): MailContent {
  const { link } = words;
  return {
    subject: mailTitles.N07,
    greeting: `Dear ${words.recipient},`,
    parts: [
      paragraph(
        `${upperFirst(classOf(link.ownSchool, link.ownClass))} will link with ` +
          `${classOf(link.partnerSchool, link.partnerClass)} in ${link.year}.`,
      ),
      paragraph(
        'Before the classes meet, each school signs one agreement. By signing, your school agrees to:',
      ),
      {
        kind: 'list',
        items: [
          'release the link teacher for two training sessions',
          'pay for transport to the neutral venue and to the other school',
          'host a visit of the other class',
          'give curriculum time for the classes to exchange work all year: this matters very much',
        ],
      },
      paragraph('Risk assessment and safeguarding stay with your school.'),
      paragraph('The page shows the whole text. There is one box to tick, and no account is needed.'),
    ],
    button: {
      label: 'Read and sign the agreement',
      ...(words.signHref === undefined ? {} : { href: words.signHref }),
    },
    closing: ['The button is for you alone: please do not pass this e-mail on.'],
    askWho: words.askWho,
    why: `You get this e-mail because you are named as the person who signs for ${link.ownSchool} (link ${link.ref}).`,
    privacyHref: words.privacyHref,
  };
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
