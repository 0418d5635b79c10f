import type { Side } from '@linking/events/link/link-events.js';
import type { Link } from './link.js';

/** Whether a class is still to be named: nobody teaches it yet, or it is a placeholder. */
export const isClassUnnamed = ({ sides }: Pick<Link, 'sides'>, side: Side): boolean =>
  sides[side].placeholder || sides[side].teachers.length === 0;
