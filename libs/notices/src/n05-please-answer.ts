import { button, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { classOf, mailAbout, partnerOf, schoolYear } from './mail-words.js';
import { asHead, partnerFacts, READ_AND_ANSWER, type LinkingPartnerWords } from './n04-linking-partner.js';
import { FOR_YOU_ALONE } from './n07-sign-agreement.js';

/** N05, to a headteacher who has not answered; after the second time of asking somebody rings. */
export function pleaseAnswerMail(words: LinkingPartnerWords): MailContent {
  const { link, facts } = words;
  const matter = `the link of ${classOf(link.ownSchool, link.ownClass)} with ${partnerOf(link)} in ${schoolYear(link.year)}`;
  return mailAbout(words, {
    subject: facts.asking === 2 ? `${mailTitles.N05}: our last reminder` : mailTitles.N05,
    parts:
      facts.asking === 2
        ? [
            paragraph(`We are still waiting for your answer about ${matter}.`),
            paragraph(
              'A no is a good answer too: we then look for another partner for both classes. If you would ' +
                'rather talk about it, reply to this e-mail and we will ring you.',
            ),
            paragraph('This is our last e-mail about it. Next, your local facilitator will ring you.'),
          ]
        : [
            paragraph(`A little while ago we asked you about ${matter}. Your answer has not reached us yet.`),
            partnerFacts(words),
            paragraph('The other class waits with you: one minute on the page is enough, for a yes or a no.'),
          ],
    button: button(READ_AND_ANSWER, words.answerHref),
    closing: [FOR_YOU_ALONE],
    why: asHead(link),
  });
}
