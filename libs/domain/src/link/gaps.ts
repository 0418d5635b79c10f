import type { MissingStep, Side } from '@linking/events/link/link-events.js';
import { bothSides, isAgreed, isSkipped, meetingOf, saidGoodbye, signingSides, type Link } from './link.js';
import { stageOf, stages, trainedOn, type Stage } from './stage.js';

/** A milestone of which nothing is recorded. */
export interface Gap {
  readonly stage: Stage;
  readonly step: MissingStep;
  readonly side?: Side;
  /** The teacher whose training is missing, when there is one. */
  readonly teacherId?: string;
}

/** The gaps before the furthest milestone; a step that was skipped is none. */
export function gapsOf(link: Link): readonly Gap[] {
  const furthest = stages.indexOf(stageOf(link));
  return stages
    .slice(0, furthest)
    .filter((stage) => link.reached[stage] === undefined)
    .flatMap((stage) => missing(stage, link));
}

/** All milestones that are neither reached nor skipped: what a link lacks at the end of its year. */
export const missingIn = (link: Link): readonly Gap[] =>
  stages
    // A signature that was taken back leaves the milestone reached, and the link without an agreement.
    .filter((stage) => link.reached[stage] === undefined || (stage === 'signed' && !isAgreed(link)))
    .flatMap((stage) => missing(stage, link));

/** The same as codes, each step once. */
export const missingSteps = (link: Link): readonly MissingStep[] => [
  ...new Set(missingIn(link).map(({ step }) => step)),
];

function missing(stage: Stage, link: Link): readonly Gap[] {
  switch (stage) {
    case 'brokered':
      return bothSides
        .filter((side) => link.sides[side].acceptedOn === undefined)
        .map((side) => ({ stage, step: 'brokering', side }));
    case 'signed':
      return signingSides(link)
        .filter((side) => link.agreement[side].status !== 'signed')
        .map((side) => ({ stage, step: 'agreement', side }));
    case 'trained':
      return bothSides
        .filter((side) => trainedOn(link, side) === undefined && !isSkipped(link, 'training', side))
        .map((side) => ({ stage, step: 'training', side, ...leadOf(link, side) }));
    case 'met':
      return isSkipped(link, 'first-meeting') ? [] : [{ stage, step: 'first-meeting' }];
    case 'visited':
      return ([2, 3] as const)
        .filter((number) => meetingOf(link, number)?.status !== 'held' && !isSkipped(link, `visit-${number}`))
        .map((number) => ({ stage, step: `visit-${number}` as const }));
    case 'interest':
      return [];
    case 'celebrated': {
      if (!saidGoodbye(link) && !isSkipped(link, 'goodbye')) return [{ stage, step: 'goodbye' }];
      // A celebration is optional: it is missing when it was planned.
      return meetingOf(link, 4)?.status === 'planned' && !isSkipped(link, 'celebration')
        ? [{ stage, step: 'celebration' }]
        : [];
    }
  }
}

function leadOf(link: Link, side: Side): { readonly teacherId?: string } {
  const { teachers } = link.sides[side];
  const lead = teachers.find((teacher) => teacher.lead) ?? teachers[0];
  return lead === undefined ? {} : { teacherId: lead.teacherId };
}
