import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import type { DemoProgramme } from './demo-programmes.js';

/** All keep a diary of their venues; the larger ones look back on the year as well, and Bradford uses what it can. */
export function partsInUse({ code, links: [lastYear] }: DemoProgramme): readonly ProgrammeSwitch[] {
  return [
    'venue-diary',
    ...(lastYear >= LARGE ? (['surveys', 'reflection'] as const) : []),
    ...(code === 'BRD' ? (['signature-with-interest'] as const) : []),
    ...(withTestimonials.includes(code) ? (['testimonials'] as const) : []),
    ...(withPublicForm.includes(code) ? (['public-interest-form'] as const) : []),
  ];
}

const LARGE = 20;
const withTestimonials = ['BIR', 'BRD', 'LDS', 'MAN'];
const withPublicForm = ['BIR', 'BRD', 'KEN', 'LDS', 'LEI', 'TWH'];
