import type { TargetedStep } from '@linking/events/link/link-events.js';
import { fullDay } from './appointment-words.js';
import { classOf, partnerOf, schoolYear, upperFirst, type LinkWords } from './mail-words.js';

/** A letter that a coordinator prints or copies when nobody could be reached about a step. It never goes by itself. */
export interface LetterWords {
  readonly head: string;
  readonly link: LinkWords;
  readonly step: TargetedStep;
  /** The day by which it was to be done. */
  readonly target: string;
  readonly facilitator: string;
  readonly programme: string;
  readonly mailbox: string;
}

export interface Letter {
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** Who signs it: a line each. */
  readonly signature: readonly string[];
}

export function letterToHead(words: LetterWords): Letter {
  const { head, link, step, target, facilitator, programme, mailbox } = words;
  return {
    greeting: `Dear ${head},`,
    paragraphs: [
      `${upperFirst(classOf(link.ownSchool, link.ownClass))} is linked with ${partnerOf(link)} ` +
        `in ${schoolYear(link.year)} (link ${link.ref}).`,
      `We had hoped ${hopedFor[step]} by ${fullDay(target)}, and have not yet been able to find out how things stand. ` +
        'Schools are busy places, and messages go astray.',
      `Could you let us know, in a short e-mail to ${mailbox}, whether your school can go on, and from when? ` +
        'If something is in the way, we will gladly help. If the link no longer suits your school, please tell us that too: the other class ' +
        'is looking forward to a partner, and we would then find it one.',
      'If you would rather talk about it, write when we may ring you.',
    ],
    signature: [...new Set(['Yours sincerely', facilitator, `Schools Linking ${programme}`])],
  };
}

const hopedFor: Readonly<Record<TargetedStep, string>> = {
  brokering: 'to hear whether your school would like this link',
  agreement: 'to have your signature on the linking agreement',
  classes: 'to know which teacher and class take part',
  training: 'to see your link teacher at our training',
  exchange: 'that your class would have sent its first work to the other one',
  'first-meeting': 'that the two classes would have met for the first time',
  curiosity: 'that the classes would have sent each other their questions',
  visits: 'that the classes would have visited each other’s schools',
  goodbye: 'that the classes would have said goodbye to each other',
};
