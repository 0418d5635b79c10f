import { button, paragraph, type MailContent } from './mail-content.js';
import { mailAbout } from './mail-words.js';

export interface SetPasswordWords {
  readonly recipient: string;
  readonly validMinutes: number;
  /** Absent when somebody else than the recipient reads it. */
  readonly href?: string;
  readonly privacyHref: string;
}

/** To a user who forgot her password. It belongs to no link and to no rule. */
export function setPasswordMail({
  recipient,
  validMinutes,
  href,
  privacyHref,
}: SetPasswordWords): MailContent {
  const askWho = { name: 'your administrator of Schools Linking' };
  return mailAbout(
    { recipient, askWho, privacyHref },
    {
      subject: 'Set a new password for Schools Linking',
      parts: [
        paragraph('Somebody, we hope it was you, asked on the sign-in page to set a new password.'),
        paragraph(`The button works once, for ${validMinutes} minutes. Until you use it nothing changes.`),
      ],
      button: button('Set a new password', href),
      closing: ['If you did not ask for this, leave it: your password stays as it is.'],
      why: 'You get this e-mail because you have an account with Schools Linking.',
    },
  );
}
