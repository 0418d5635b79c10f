import type { ProgrammeArea } from '@linking/events/programme/programme-events.js';
import { localAuthorityName } from '../schools/local-authorities.js';
import { Refusal } from '../refusal.js';
import type { OtherArea } from './commands.js';

const sizeOf = ({ laCodes, districtCodes }: ProgrammeArea) => laCodes.length + districtCodes.length;

/**
 * No area belongs to two programmes equally. A district is more specific than an authority, fewer codes than many: so an
 * authority may be part of London and a programme of its own.
 */
export function checkArea(area: ProgrammeArea, others: readonly OtherArea[]): void {
  for (const other of others) {
    if (sizeOf(other) !== sizeOf(area)) continue;
    const shared =
      area.laCodes.find((code) => other.laCodes.includes(code)) ??
      area.districtCodes.find((code) => other.districtCodes.includes(code));
    if (shared === undefined) continue;
    throw new Refusal(
      'AREA_TAKEN',
      `${nameOf(shared)} belongs to ${other.name} already, just as specifically.`,
      {
        nextStep: `Take it out of one of the two, or name its districts.`,
      },
    );
  }
}

const nameOf = (code: string) => localAuthorityName(code) ?? code;
