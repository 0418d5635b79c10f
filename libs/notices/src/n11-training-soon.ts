import { fullDay } from './appointment-words.js';
import { button, list, paragraph, type MailContent } from './mail-content.js';
import { mailAbout, NO_CHILDREN, YOUR_PAGE } from './mail-words.js';
import { asTrainee, namesOf, trainingFacts, type TrainingWords } from './training-words.js';

/** N11, some days before an initial training or a planning half-day. */
export function trainingSoonMail(words: TrainingWords): MailContent {
  const { facts } = words;
  const planning = facts.kind === 'planning-half';
  return mailAbout(words, {
    subject: planning
      ? `Planning half-day on ${fullDay(facts.on)}`
      : `Linking training on ${fullDay(facts.on)}`,
    parts: [
      paragraph(`We look forward to seeing you at our ${namesOf(facts).long}.`),
      trainingFacts(words),
      paragraph('It helps to bring:'),
      planning
        ? list(
            'your school’s diary for spring and summer: you agree on the days of the two visits',
            'what your class would like to know about the other one',
            'what a visiting class should know of your school: the way in, the hall, lunch',
          )
        : list(
            'your school’s diary for the year: trips, INSET days, tests, festivals',
            'the number of pupils in your class, and what helps them to feel welcome',
            'an idea or two for work that the classes could send each other',
          ),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [
      'If you cannot come, please tell us as soon as you can: another teacher can have the place.',
      NO_CHILDREN,
    ],
    why: asTrainee(words),
  });
}
