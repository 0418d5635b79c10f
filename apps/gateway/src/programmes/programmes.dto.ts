import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { Page } from '../http/paging.js';
import {
  ShowsList,
  ShowsNext,
  ShowsNumber,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';

export class ProgrammeAnswer {
  @ShowsText()
  slug: string;
  @ShowsText({ description: 'Part of every reference of its links.' })
  code: string;
  @ShowsText()
  name: string;
  @ShowsText({ description: 'Academic year of its first links.' })
  year: string;
  @ShowsTexts({ description: 'Local authorities of its area.' })
  laCodes: readonly string[];
  @ShowsTexts({ description: 'Districts (GSS codes) of its area.' })
  districtCodes: readonly string[];
  @ShowsNumber({ optional: true })
  distanceLimitKm?: number;
  @ShowsYesNo({ optional: true, description: 'It wants to join and has no links yet.' })
  proposed?: boolean;
  @ShowsWhole()
  revision: number;
}

export class ProgrammesPage implements Page<ProgrammeAnswer> {
  @ShowsList(ProgrammeAnswer)
  items: readonly ProgrammeAnswer[];
  @ShowsNext()
  next: string | null;
}

/** Without the keys that lead to people. */
export const programmeAnswer = ({
  coordinators: _coordinators,
  mailboxId: _mailboxId,
  ...shown
}: Programme): ProgrammeAnswer => shown;
