import { dayAndMonth } from '../calendar/words.js';
import { checkSwitchedOn } from '../programme/switches.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, sameContent, saysOtherDay, type Decided } from './decided.js';
import { recordedDifferently } from './impact.js';
import type { Link } from './link.js';
import { enoughAnswers, isScore, mostAnswers } from './survey-numbers.js';

type Survey = Omit<CommandOf<'RecordSurvey'>, 'type'>;

/**
 * The answers of one class as one result a round and instrument. Of fewer than five answers neither number nor scores
 * are kept. Throws SURVEY_NUMBERS, and RECORDED_DIFFERENTLY for another result of the same survey.
 */
export function recordSurvey(
  command: CommandOf<'RecordSurvey'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...survey } = command;
  checkNumbers(survey);
  const said = kept(survey);
  const { side, round, instrument } = said;
  const known = link.impact.surveys.find(
    (it) => it.side === side && it.round === round && it.instrument === instrument,
  );
  if (known !== undefined) {
    const { on, ...before } = known;
    if (sameContent(before, said) && !saysOtherDay(occasion, on)) return [];
    throw recordedDifferently(
      `This survey of side ${side} is recorded ${known.n === undefined ? 'as done' : `with ${known.n} answers`} on ${dayAndMonth(on)}.`,
    );
  }
  checkSwitchedOn(link.programmeYear, 'surveys');
  return [fact(occasion, 'SurveyResultRecorded', { ...said, ...note(occasion) })];
}

/** What may be kept of it: nobody can be told from a few answers. */
function kept({ side, round, instrument, n, scores }: Survey): Survey {
  const done = { side, round, instrument };
  if (n === undefined || !enoughAnswers(n)) return done;
  const asked = scores !== undefined && Object.keys(scores).length > 0;
  return { ...done, n, ...(asked ? { scores } : {}) };
}

/** Throws for numbers that cannot be, also of those that will not be kept. */
function checkNumbers({ n, scores = {} }: Survey): void {
  const marks = Object.values(scores);
  if (n === undefined && marks.length > 0) {
    throw new Refusal('SURVEY_NUMBERS', 'Scores are kept only with the number of answers.', {
      nextStep: 'Say how many answered, or leave the scores out.',
    });
  }
  if (n !== undefined && !(Number.isInteger(n) && n >= 1 && n <= mostAnswers)) {
    throw new Refusal(
      'SURVEY_NUMBERS',
      `The number of answers has to be a whole number from 1 to ${mostAnswers}.`,
      { nextStep: 'Count the answers, or leave the number out when it is only known that it was done.' },
    );
  }
  if (marks.every(isScore)) return;
  throw new Refusal('SURVEY_NUMBERS', 'A score is the mean of a class, from 1 to 5, such as 3.4.', {
    nextStep: 'Work out the mean of the whole class, with two decimals at most.',
  });
}
