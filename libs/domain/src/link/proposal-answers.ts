import type { Side } from '@linking/events/link/link-events.js';
import { bothSides, type Link } from './link.js';

/** The sides whose headteacher has not answered the proposal. */
export const unansweredSides = (link: Link): readonly Side[] =>
  link.outcome === 'open'
    ? bothSides.filter(
        (side) => link.sides[side].acceptedOn === undefined && link.sides[side].declined === undefined,
      )
    : [];

/** The sides that one headteacher answers for: both, of a link within her school. */
export const sidesOfHead = (link: Link, headId: string): readonly Side[] =>
  bothSides.filter((side) => link.sides[side].headId === headId);
