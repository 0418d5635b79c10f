import { button, paragraph, verbatim, type MailContent } from './mail-content.js';
import { mailAbout } from './mail-words.js';

export interface KeepCheckpointWords {
  readonly recipient: string;
  /** Such as `December 2026`. */
  readonly month: string;
  /** The signed note. */
  readonly checkpoint: string;
  /** The page on which the log is checked with it. */
  readonly href: string;
  readonly privacyHref: string;
}

/** The signed checkpoint of a month, to whoever watches over the log. It belongs to no link and to no rule. */
export function keepCheckpointMail(words: KeepCheckpointWords): MailContent {
  const { recipient, month, checkpoint, href, privacyHref } = words;
  const askWho = { name: 'your administrator of Schools Linking' };
  return mailAbout(
    { recipient, askWho, privacyHref },
    {
      subject: `Keep this: the checkpoint of ${month}`,
      parts: [
        paragraph(
          'Keep the attached file where only you can change it: with it you can show at any later time, on the page below or with `linking verify --since`, that nothing recorded before today was altered.',
        ),
        verbatim(checkpoint.trimEnd().split('\n')),
      ],
      button: button('Check the log', href),
      closing: [
        'If the page ever says that it does not go on from this checkpoint, tell the national office.',
      ],
      why: 'You get this e-mail at the beginning of each month because you watch over Schools Linking as auditor or in the national office.',
    },
  );
}
