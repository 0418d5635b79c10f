import { button, paragraph, type MailContact, type MailContent } from './mail-content.js';
import { counted, mailAbout, schoolYear } from './mail-words.js';

export interface ConfirmInterestWords {
  /** As the register has it: nothing that somebody typed stands in this mail. */
  readonly school: string;
  readonly year: string;
  readonly validDays: number;
  readonly keptDays: number;
  /** Absent when somebody else than the recipient reads it. */
  readonly href?: string;
  readonly askWho: MailContact;
  readonly privacyHref: string;
}

/** To the address that was typed into the public form: whoever has it confirms that she sent it. */
export function confirmInterestMail(words: ConfirmInterestWords): MailContent {
  const { school, validDays, keptDays, href, askWho, privacyHref } = words;
  return mailAbout(
    { recipient: 'colleague', askWho, privacyHref },
    {
      subject: 'Please confirm your interest in Schools Linking',
      parts: [
        paragraph(
          `Somebody, we hope it was you, told us on our website that ${school} would like to link a class in ${schoolYear(words.year)}.`,
        ),
        paragraph(
          `The button shows what was sent. Nothing is recorded before you confirm it there; it works for ${counted(validDays, 'day')}.`,
        ),
      ],
      button: button('Read and confirm', href),
      closing: [
        `If it was not you, leave this mail: what was typed is erased after ${counted(keptDays, 'day')}, and nothing else comes to you.`,
      ],
      why: 'You get this e-mail because your address was typed into the form for schools that wish to link.',
    },
  );
}
