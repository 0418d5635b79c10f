import { autumnSteps } from './autumn-steps.js';
import { Chance } from './chance.js';
import { partsInUse } from './demo-parts.js';
import { demoProgrammes, type DemoProgramme } from './demo-programmes.js';
import type { HistoryStep } from './history-step.js';
import { inventedSchools, type InventedSchool } from './invented-schools.js';
import { briefingSteps } from './briefing-steps.js';
import { interestStep, springSteps } from './spring-steps.js';
import { Storyteller } from './stories.js';
import { newHeadSteps } from './people-steps.js';
import { plotsOfFinishedYear, plotsOfRunningYear, type Plot } from './story-kinds.js';
import type { ToldYear, Twist } from './story.js';
import { summerSteps } from './summer-steps.js';
import { trainingSteps } from './training-steps.js';

/** The whole network over two years, or this year of Bradford alone. */
export type DemoSize = 'whole' | 'small';

/** What is going to be written of one programme. */
export interface ToldProgramme {
  readonly programme: DemoProgramme;
  readonly schools: readonly InventedSchool[];
  readonly years: readonly ToldYear[];
  /** In the order in which they happened. */
  readonly steps: readonly HistoryStep[];
}

const SEED = 20_261_123;
const BRADFORD = 'BRD';
const LAST_YEAR = 2025;
const THIS_YEAR = 2026;
/** The day on which people meet the demonstration. */
const TODAY = '2026-11-23';

/** Programmes in which a class of last year was in two links: one of three forms has no partner of its own. */
const withSecondLink = ['BIR', 'BRD', 'KEN', 'LDS', 'MAN', 'TWH'];
/** Classes of last year that found no partner, one a programme: with them 1,063 classes took part. */
const withWaitingClass = ['BIR', 'KIR', 'LEI', 'LON', 'LUT', 'SHF', 'WFO'];
/** One mail of the whole network was refused, and one link of this year is over already. */
const onlyOnce: readonly (Twist | undefined)[] = ['refused-mail', 'closed-early'];
/** Programmes in which somebody forgot the register of a session. */
const withoutRegister = ['BRD', 'KEN', 'OLD', 'WFO'];

/** The same each time. */
export function tellDemonstration(size: DemoSize): readonly ToldProgramme[] {
  const told: ToldProgramme[] = [];
  let urn = 900_001;
  for (const [index, programme] of demoProgrammes.entries()) {
    if (size === 'small' && programme.code !== BRADFORD) continue;
    const chance = new Chance(SEED + index);
    const schools = inventedSchools(programme, urn, chance);
    urn += schools.length;
    told.push({ programme, schools, ...tellYears(programme, schools, size, index, chance) });
  }
  return told;
}

function tellYears(
  programme: DemoProgramme,
  schools: readonly InventedSchool[],
  size: DemoSize,
  index: number,
  chance: Chance,
): Pick<ToldProgramme, 'years' | 'steps'> {
  const teller = new Storyteller(programme, schools, chance);
  const is = (codes: readonly string[]) => codes.includes(programme.code);
  const [lastYear, thisYear] = programme.links;
  const shift = index % 4;
  const steps: HistoryStep[] = [];
  const years: ToldYear[] = [];
  if (size === 'whole') {
    const plots = pickPlots(plotsOfFinishedYear, lastYear, chance);
    const waiting = is(withWaitingClass) ? 1 : 0;
    const year = teller.tell({
      first: LAST_YEAR,
      plots,
      waiting,
      secondLinks: is(withSecondLink) ? 1 : 0,
    });
    years.push(year);
    steps.push(
      ...stepsOfYear(year, { first: LAST_YEAR, shift, withoutRegister: false, publicForm: false }, chance),
    );
  }
  const bradford = programme.code === BRADFORD;
  const plots = pickPlots(plotsOfRunningYear, thisYear, chance).map((plot) => ({
    ...plot,
    twist: onlyOnce.includes(plot.twist) && !bradford ? undefined : plot.twist,
  }));
  const waiting = bradford ? 6 : 1 + (index % 3);
  const year = teller.tell({ first: THIS_YEAR, plots, waiting, secondLinks: 0 });
  const publicForm = partsInUse(programme).includes('public-interest-form');
  const told = { first: THIS_YEAR, shift, withoutRegister: is(withoutRegister), publicForm };
  years.push(year);
  steps.push(...stepsOfYear(year, told, chance));
  return { years, steps: steps.toSorted(inTime) };
}

function inTime(x: HistoryStep, y: HistoryStep): number {
  const [one, other] = [`${x.day} ${x.time}`, `${y.day} ${y.time}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

const pickPlots = (plots: readonly Plot[], count: number, chance: Chance) =>
  chance.shuffled(plots).slice(0, count);

function stepsOfYear(
  { stories, waiting, newHeads }: ToldYear,
  year: {
    readonly first: number;
    readonly shift: number;
    readonly withoutRegister: boolean;
    readonly publicForm: boolean;
  },
  chance: Chance,
): readonly HistoryStep[] {
  // A class of two links is offered once.
  const classes = new Set([...stories.flatMap((story) => [story.classes.a, story.classes.b]), ...waiting]);
  return [
    ...[...classes].map((it) => interestStep(chance, it, year)),
    ...stories.flatMap((story) => [
      ...springSteps(story, chance),
      ...autumnSteps(story, chance),
      ...summerSteps(story, chance),
    ]),
    ...newHeadSteps(stories, newHeads, year.first),
    ...briefingSteps(year.first),
    ...trainingSteps({ ...year, stories, until: TODAY }),
  ];
}
