import type { ParentKind, Side, SurveyRound } from '@linking/events/link/link-events.js';
import { bothSides } from '@linking/domain/link/link.js';
import { Chance } from './chance.js';
import { dayBetween, timeOfDay } from './demo-days.js';
import { partsInUse } from './demo-parts.js';
import { step, type HistoryStep } from './history-step.js';
import { autumnDays, type Days } from './story-days.js';
import { hasReached, refOf, type Story } from './story.js';

/** What came of a link: parents, surveys, reflections and words that may be quoted, as its programme collects them. */
export function impactSteps(story: Story): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'met')) return [];
  // A chance of its own, so that the rest of the year is told as it would be without.
  const chance = new Chance(Number(story.classes.a.school.urn) * 31 + Number(story.classes.b.school.urn));
  const parts = partsInUse(story.programme);
  const over = hasReached(story.kind, 'completed-1');
  return [
    ...(chance.next() < 0.35 ? [parentsStep(story, chance, over)] : []),
    ...(parts.includes('surveys') ? surveySteps(story, chance, over) : []),
    ...(parts.includes('reflection') && chance.next() < 0.6 ? [reflectionStep(story, chance, over)] : []),
    ...(parts.includes('testimonials') && chance.next() < (over ? 0.3 : 0.15)
      ? [testimonialStep(story, chance, over)]
      : []),
  ];
}

function parentsStep(story: Story, chance: Chance, over: boolean): HistoryStep {
  const { first } = story;
  const kind: ParentKind = over
    ? chance.pick(['came-along', 'helped', 'shared-a-skill', 'celebration'] as const)
    : 'information-meeting';
  const [from, to] = over
    ? [`${first + 1}-06-08`, `${first + 1}-06-26`]
    : [`${first}-10-05`, `${first}-10-20`];
  const said = {
    type: 'RecordParents',
    side: chance.pick(bothSides),
    kind,
    count: chance.between(3, 24),
  } as const;
  return step(dayBetween(chance, from, to), timeOfDay(chance), (writer) => writer.change(refOf(story), said));
}

/** Before linking and after it: a class becomes a little surer. A group of four leaves no numbers. */
function surveySteps(story: Story, chance: Chance, over: boolean): readonly HistoryStep[] {
  const { first } = story;
  return bothSides
    .filter(() => chance.next() < 0.7)
    .flatMap((side) => {
      const start = chance.between(26, 36) / 10;
      const asked = { side, round: 'pre', mean: start } as const;
      const before = surveyStep(story, chance, asked, autumnDays(story).surveyed);
      if (!over) return [before];
      const mean = Math.min(4.9, start + chance.between(1, 9) / 10);
      const after = surveyStep(story, chance, { side, round: 'post', mean }, [
        `${first + 1}-06-15`,
        `${first + 1}-06-30`,
      ]);
      return [before, after];
    });
}

function surveyStep(
  story: Story,
  chance: Chance,
  { side, round, mean }: { readonly side: Side; readonly round: SurveyRound; readonly mean: number },
  [from, to]: Days,
): HistoryStep {
  const { pupilCount } = story.classes[side];
  const score = () => Number(Math.min(5, mean + chance.between(-3, 3) / 10).toFixed(1));
  const scores = { O1: score(), O2: score(), O3: score(), O4: score(), O5: score() };
  const few = chance.next() < 0.04;
  const n = few ? 4 : Math.max(5, pupilCount - chance.between(0, 3));
  const instrument = few ? 'show-of-hands' : 'class-survey';
  return step(dayBetween(chance, from, to), timeOfDay(chance), (writer) =>
    writer.change(refOf(story), { type: 'RecordSurvey', side, round, instrument, n, scores }),
  );
}

function reflectionStep(story: Story, chance: Chance, over: boolean): HistoryStep {
  const { first } = story;
  const day = over
    ? dayBetween(chance, `${first + 1}-01-29`, `${first + 1}-02-10`)
    : dayBetween(chance, `${first}-11-19`, `${first}-11-20`);
  const [rating, note] = chance.pick(reflections);
  const said = { type: 'RecordReflection', side: chance.pick(bothSides), meeting: 1, rating } as const;
  return step(day, timeOfDay(chance), (writer) => writer.change(refOf(story), said, { note }));
}

const reflections = [
  [5, 'Shy for the first half hour, then nobody wanted to go home.'],
  [5, 'They found out that both classes love the same books.'],
  [4, 'Mixed groups worked better than we had hoped.'],
  [4, 'The drama game broke the ice. We need more time to talk next time.'],
  [3, 'Too many in one room. Smaller groups at the visits.'],
  [4, 'They ask every week when the letters come.'],
] as const;

function testimonialStep(story: Story, chance: Chance, over: boolean): HistoryStep {
  const side = chance.pick(bothSides);
  const { first } = story;
  const day = over
    ? dayBetween(chance, `${first + 1}-06-22`, `${first + 1}-06-30`)
    : dayBetween(chance, `${first}-11-19`, `${first}-11-20`);
  const { name } = story.classes[side].teacher;
  const note = chance.pick(testimonials);
  return step(day, timeOfDay(chance), (writer) =>
    writer.change(
      refOf(story),
      { type: 'RecordTestimonial', role: 'teacher', side, consent: { name, on: day, until: '2029-08-31' } },
      { note },
    ),
  );
}

const testimonials = [
  'They were anxious before the first meeting, and nothing but excited afterwards.',
  'The class talks about “our friends at the other school” all week.',
  'I have taught for twenty years, and this is what I shall remember of this one.',
  'We asked questions that we would not have dared to ask in September.',
];
