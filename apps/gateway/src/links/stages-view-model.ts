import { gapsOf } from '@linking/domain/link/gaps.js';
import { bothSides, isSkipped, meetingOf, signingSides, type Link } from '@linking/domain/link/link.js';
import { stageOf, stages, trainedOn, type Stage } from '@linking/domain/link/stage.js';
import type { StageView } from '../pages/links/stepper.js';
import { stageNames } from '@linking/words/link-terms.js';

/** The seven milestones: reached with a day, passed over as a gap or with a reason, next, or ahead. */
export function stagesView(link: Link): readonly StageView[] {
  // Before the proposal not even the first one is reached.
  const furthest = link.reached.interest === undefined ? -1 : stages.indexOf(stageOf(link));
  const gaps = new Set(gapsOf(link).map((gap) => gap.stage));
  const next = link.outcome === 'open' ? furthest + 1 : -1;
  return stages.map((stage, index): StageView => {
    const name = stageNames[stage];
    const on = link.reached[stage];
    if (on !== undefined) return { name, state: 'reached', on };
    const note = progress(stage, link);
    const noted = note === undefined ? {} : { note };
    if (index < furthest) return { name, state: gaps.has(stage) ? 'gap' : 'skipped', ...noted };
    return { name, state: index === next ? 'next' : 'ahead', ...noted };
  });
}

/** How much of a milestone that asks for two things is there. */
function progress(stage: Stage, link: Link): string | undefined {
  switch (stage) {
    case 'brokered':
      return half(bothSides.filter((side) => link.sides[side].acceptedOn !== undefined).length, 'said yes');
    case 'signed':
      return signingSides(link).length === 2
        ? half(bothSides.filter((side) => link.agreement[side].status === 'signed').length, 'signed')
        : undefined;
    case 'trained':
      return half(bothSides.filter((side) => trainedOn(link, side) !== undefined).length, 'sides');
    case 'visited':
      return half(
        [2, 3].filter((number) => meetingOf(link, number as 2 | 3)?.status === 'held').length,
        'visits',
      );
    case 'met':
      return isSkipped(link, 'first-meeting') ? 'skipped' : undefined;
    case 'interest':
    case 'celebrated':
      return undefined;
  }
}

const half = (done: number, what: string) => (done === 1 ? `1 of 2 ${what}` : undefined);
