import type { Upcasters } from './upcasting.js';

/**
 * The events whose shape has changed, oldest version first. All stand at version 1: what was added since was optional,
 * and an event without it still says what it said. See docs/adr/0012.
 */
export const upcasters: Upcasters = {};
