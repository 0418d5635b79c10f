import { fullDay, movedTo } from './appointment-words.js';
import { button, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { mailAbout, YOUR_PAGE } from './mail-words.js';
import { aboutPlace, asTrainee, nowWithout, type TrainingWords } from './training-words.js';

/** N19, as N10 is for the initial training: a place at the planning half-day. */
export function planningHalfDayMail(words: TrainingWords): MailContent {
  return mailAbout(words, {
    subject: subjectOf(words),
    ...aboutPlace(words),
    button: button(YOUR_PAGE, words.pageHref),
    why: asTrainee(words),
  });
}

function subjectOf({ facts, cameFree }: TrainingWords): string {
  const { change, waiting, on } = facts;
  const day = fullDay(on);
  switch (change) {
    case 'planned':
      if (waiting) return `Waiting for a place: planning half-day on ${day}`;
      if (cameFree === true) return `A place for you: planning half-day on ${day}`;
      return `${mailTitles.N19} on ${day}`;
    case 'moved':
      return movedTo(facts, 'planning half-day');
    case 'online':
      return `Now online: planning half-day on ${day}`;
    case 'cancelled':
      if (facts.givenUp === true) return `${nowWithout(facts)}: planning half-day on ${day}`;
      return `Cancelled: planning half-day on ${day}`;
  }
}
