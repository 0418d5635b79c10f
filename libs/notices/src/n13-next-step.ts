import type { NextStepMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, list, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { mailAbout, NO_CHILDREN, schoolYear, YOUR_PAGE, type MailWords } from './mail-words.js';
import { resourceParts, type MailResource } from './resource-words.js';

export interface NextStepWords extends MailWords {
  readonly facts: NextStepMail;
  readonly resources: readonly MailResource[];
  readonly pageHref?: string;
}

/** N13, the school day after initial training: what the class does first. */
export function nextStepMail(words: NextStepWords): MailContent {
  const { facts, resources } = words;
  const day = fullDay(facts.on);
  return mailAbout(words, {
    subject: facts.survey ? `${mailTitles.N13}, and a survey` : mailTitles.N13,
    parts: [
      paragraph(
        'sessionId' in facts
          ? `Thank you for coming to the training on ${day}. We hope you had time to talk with your partner.`
          : `Your training on ${day} is on record. Thank you for making time for it.`,
      ),
      paragraph('Now the two classes can get to know each other. Your next step:'),
      list(
        ...(facts.survey
          ? [
              'Survey: your class answers the first survey before the work begins. Your local facilitator has it.',
            ]
          : []),
        'Photographs: of the class, the school and the street, as far as your school allows it.',
        'Names: first names, written by the children for the other class.',
        'Identity work: “Who am I?” as portraits, poems or boxes of things that matter.',
      ),
      paragraph(
        'Send it to your partner by post, by hand or digitally, and tell us with one tap on your page that it has gone. ' +
          'We do not need the work itself.',
      ),
      ...resourceParts(resources),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [NO_CHILDREN],
    why:
      `You get this e-mail because you had initial training as a link teacher in ${schoolYear(facts.year)} ` +
      `(${facts.linkRefs.length === 1 ? 'link' : 'links'} ${facts.linkRefs.join(', ')}).`,
  });
}
