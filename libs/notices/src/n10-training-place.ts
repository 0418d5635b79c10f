import { fullDay, movedTo } from './appointment-words.js';
import { button, type MailContent } from './mail-content.js';
import { mailAbout, YOUR_PAGE } from './mail-words.js';
import { aboutPlace, asTrainee, nowWithout, type TrainingWords } from './training-words.js';

/** N10, when a teacher is given a place at the initial training, waits for one, or it changes. */
export function trainingPlaceMail(words: TrainingWords): MailContent {
  return mailAbout(words, {
    subject: subjectOf(words),
    ...aboutPlace(words),
    button: button(YOUR_PAGE, words.pageHref),
    why: asTrainee(words),
  });
}

function subjectOf({ facts, cameFree }: TrainingWords): string {
  const { change, waiting, on, kind } = facts;
  const day = fullDay(on);
  switch (change) {
    case 'planned':
      if (waiting) return `Waiting for a place: training on ${day}`;
      if (cameFree === true) return `A place for you: training on ${day}`;
      return `Training on ${day}: ${kind === 'initial-full' ? 'a full day' : 'a half day'}`;
    case 'moved':
      return movedTo(facts, 'training');
    case 'online':
      return `Now online: training on ${day}`;
    case 'cancelled':
      if (facts.givenUp === true) return `${nowWithout(facts)}: training on ${day}`;
      return `Cancelled: training on ${day}`;
  }
}
