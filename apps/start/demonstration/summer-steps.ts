import { bothSides } from '@linking/domain/link/link.js';
import { exchangeStep } from './autumn-steps.js';
import type { Chance } from './chance.js';
import { daysLater, timeOfDay } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';
import { impactSteps } from './impact-steps.js';
import { visitSteps } from './meeting-steps.js';
import { hasReached, refOf, type Story } from './story.js';

/** After the first meeting: questions, visits, what came of it, goodbye, and the end of the link in July. */
export function summerSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  return [
    ...visitSteps(story, chance),
    ...impactSteps(story),
    ...(hasReached(story.kind, 'completed-1') ? ending(story, chance) : []),
    ...(story.twist === 'closed-incomplete' ? [closingStep(story, chance)] : []),
  ];
}

/** Nothing was heard after the first visit; the coordinator closes the year when the schools are back. */
function closingStep(story: Story, chance: Chance): HistoryStep {
  const day = daysLater(`${story.first + 1}-09-03`, chance.between(0, 6));
  return step(day, timeOfDay(chance), (writer) =>
    writer.change(
      refOf(story),
      { type: 'CloseIncomplete', reasonCode: 'no-answer' },
      { note: 'The second visit fell through, and nobody answered before the summer.' },
    ),
  );
}

function ending(story: Story, chance: Chance): readonly HistoryStep[] {
  const { first, kind } = story;
  const year = first + 1;
  const goodbyeOn = daysLater(`${year}-07-02`, chance.between(0, 5));
  const completedOn = daysLater(`${year}-07-10`, chance.between(0, 6));
  const questions = bothSides.map((side) =>
    exchangeStep(story, chance, side, [`${year}-01-29`, `${year}-02-12`], {
      kind: 'curiosity-questions',
      keyQuestions: ['Q3'],
    }),
  );
  const work = bothSides
    .filter(() => chance.next() < 0.6)
    .map((side) =>
      exchangeStep(story, chance, side, [`${year}-04-20`, `${year}-05-08`], {
        kind: chance.pick(['work', 'digital'] as const),
        keyQuestions: ['Q4'],
      }),
    );
  return [
    ...questions,
    ...work,
    step(goodbyeOn, timeOfDay(chance), (writer) =>
      writer.change(refOf(story), { type: 'CompleteFinalExchange' }),
    ),
    step(completedOn, timeOfDay(chance), (writer) =>
      writer.change(
        refOf(story),
        { type: 'Complete' },
        kind === 'completed-1'
          ? { overrides: [{ rule: 'two-meetings', reasonCode: 'school-withdrew-a-visit' }] }
          : {},
      ),
    ),
  ];
}
