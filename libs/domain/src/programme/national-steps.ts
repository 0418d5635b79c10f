import type { StepRules } from '@linking/events/programme/programme-events.js';

/** The steps of the year as they are until a programme sets its own; January to July lie in the year's second half. */
export const nationalSteps: StepRules = {
  brokering: { usualDays: 21 },
  agreement: { usualDays: 10 },
  classes: { by: '09-15', usualDays: 14 },
  training: { by: '10-31', usualDays: 42 },
  exchange: { by: '11-30', usualDays: 28 },
  'first-meeting': { by: '01-31', usualDays: 56 },
  curiosity: { by: '02-28', usualDays: 42 },
  visits: { by: '06-30', usualDays: 90 },
  goodbye: { by: '07-11', usualDays: 21 },
};
