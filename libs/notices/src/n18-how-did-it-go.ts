import type { HowDidItGoMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerOf, upperFirst } from './mail-words.js';
import { meetingName, type MeetingWords } from './meeting-words.js';

/** N18, to both teachers the day after a meeting, and once more while nothing is recorded. */
export function howDidItGoMail(words: MeetingWords<HowDidItGoMail>): MailContent {
  const { facts, link } = words;
  const [name, day] = [meetingName(facts), fullDay(facts.on)];
  return mailAbout(words, {
    subject:
      facts.asking === 1
        ? `${mailTitles.N18} ${upperFirst(name)} on ${day}`
        : `Still to hear from you: ${name} on ${day}`,
    parts:
      facts.asking === 1
        ? [
            paragraph(
              `We hope that you and your class enjoyed the ${name} with ${partnerOf(link)} on ${day}.`,
            ),
            paragraph(
              'Please tell us in under a minute: did it take place, and how many pupils were there? ' +
                'What one of you two writes counts for both.',
            ),
          ]
        : [
            paragraph(
              `Nobody has told us yet whether the ${name} with ${partnerOf(link)} on ${day} took place.`,
            ),
            paragraph(
              'It takes under a minute, and what one of you two writes counts for both. If it did not take place, ' +
                'say so on the same page. If we hear nothing, your local facilitator will ring you.',
            ),
          ],
    button: button('Tell us how it went', words.pageHref),
    closing: ['Numbers are enough.', NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}
