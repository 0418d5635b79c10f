import { button, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { classOf, mailAbout, partnerOf, schoolYear } from './mail-words.js';
import { asSigner, FOR_YOU_ALONE, READ_AND_SIGN, type SignAgreementWords } from './n07-sign-agreement.js';

/** N08, to each signer while the agreement is not signed; after the second time of asking somebody rings. */
export function stillToBeSignedMail(words: SignAgreementWords & { readonly asking: 1 | 2 }): MailContent {
  const { link, asking } = words;
  const matter =
    `the agreement for the link of ${classOf(link.ownSchool, link.ownClass)} with ${partnerOf(link)} ` +
    `in ${schoolYear(link.year)}`;
  return mailAbout(words, {
    subject: asking === 1 ? mailTitles.N08 : `${mailTitles.N08}: our last reminder`,
    parts:
      asking === 1
        ? [
            paragraph(
              `A little while ago we asked you to sign ${matter}. Your signature has not reached us yet.`,
            ),
            paragraph(
              'It takes about three minutes: four commitments to read, one box to tick. If you prefer, ' +
                'a deputy can sign for you on the same page.',
            ),
            paragraph('The teachers can start as soon as the agreement is signed.'),
          ]
        : [
            paragraph(`We are still waiting for your signature on ${matter}.`),
            paragraph(
              'Is something holding it up? Reply to this e-mail and we will ring you: a short talk often settles it. ' +
                'If the link no longer suits your school, tell us that too. We will find the other class a partner.',
            ),
            paragraph('This is our last e-mail about it. Next, your local facilitator will ring you.'),
          ],
    button: button(READ_AND_SIGN, words.signHref),
    closing: [FOR_YOU_ALONE],
    why: asSigner(link),
  });
}
