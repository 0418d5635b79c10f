import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../refusal.js';
import { isOn } from './programme.js';

/** A programme, or how its year runs as it is laid beside a link: both know which parts are in use. */
export interface PartsInUse {
  /** Those that are on. */
  readonly switches: readonly ProgrammeSwitch[];
}

/** Whether a part is wanted; where nothing is known of a programme, or of its year, every part is off. */
export const switchedOn = (known: PartsInUse | undefined, part: ProgrammeSwitch): boolean =>
  known !== undefined && isOn(known, part);

/** Throws SWITCHED_OFF while a programme does not want this part. Nothing is lost by it: what happened meanwhile is entered with its own day. */
export function checkSwitchedOn(known: PartsInUse | undefined, part: ProgrammeSwitch): void {
  if (switchedOn(known, part)) return;
  throw new Refusal('SWITCHED_OFF', `This programme does not use ${partWords[part]}.`, {
    nextStep: 'Turn the part on under “Parts in use” on the page of the programme, then send this again.',
  });
}

const partWords: Readonly<Record<ProgrammeSwitch, string>> = {
  matching: 'matching',
  surveys: 'surveys',
  'venue-diary': 'the venue diary',
  reflection: 'reflections',
  testimonials: 'testimonials',
  funders: 'funders',
  'public-interest-form': 'the public interest form',
  'e-mailed-proposals': 'e-mailed proposals',
  'signature-with-interest': 'signatures with the interest',
};
