import type { Programme } from '@linking/domain/programme/programme.js';
import {
  disruptionReasons,
  localPriorities,
  programmeSwitches,
  recruitmentStates,
} from '@linking/events/programme/codes.js';
import type { Page } from '../http/paging.js';
import {
  ShowsDay,
  ShowsId,
  ShowsList,
  ShowsNext,
  ShowsNumber,
  ShowsOneOf,
  ShowsSomeOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';

class AppointmentAnswer {
  @ShowsId()
  userId: string;
  @ShowsDay()
  from: string;
  @ShowsText({ optional: true, description: 'Her last day.' })
  until?: string;
}

class DisruptionAnswer {
  @ShowsId()
  disruptionId: string;
  @ShowsDay()
  from: string;
  @ShowsDay()
  to: string;
  @ShowsOneOf(disruptionReasons)
  reasonCode: string;
  @ShowsYesNo()
  lifted: boolean;
}

class RecruitmentAnswer {
  @ShowsText()
  year: string;
  @ShowsOneOf(recruitmentStates)
  state: string;
  @ShowsText({ optional: true })
  from?: string;
  @ShowsText({ optional: true, description: 'Its last day.' })
  until?: string;
}

class PrioritiesAnswer {
  @ShowsText()
  year: string;
  @ShowsSomeOf(localPriorities)
  codes: readonly string[];
}

export class ProgrammeAnswer {
  @ShowsText()
  slug: string;
  @ShowsText({ description: 'Part of every reference of its links.' })
  code: string;
  @ShowsText()
  name: string;
  @ShowsOneOf(['proposed', 'joined', 'active', 'paused', 'left'])
  state: string;
  @ShowsText({ description: 'Academic year of its first links.' })
  year: string;
  @ShowsTexts({ description: 'Local authorities of its area.' })
  laCodes: readonly string[];
  @ShowsTexts({ description: 'Districts (GSS codes) of its area.' })
  districtCodes: readonly string[];
  @ShowsNumber({ optional: true })
  distanceLimitKm?: number;
  @ShowsText({ optional: true })
  hostOrganisation?: string;
  @ShowsTexts({ description: 'Other names under which people look for it.' })
  aliases: readonly string[];
  @ShowsList(AppointmentAnswer)
  coordinators: readonly AppointmentAnswer[];
  @ShowsSomeOf(programmeSwitches, { description: 'The parts that are on.' })
  switches: readonly string[];
  @ShowsWhole({ description: 'Version of its own steps; 0 while the national ones hold.' })
  stepsVersion: number;
  @ShowsTexts({
    description: 'Academic years that were opened: what the year before had is offered for them.',
  })
  openedYears: readonly string[];
  @ShowsList(RecruitmentAnswer, { description: 'Nothing said of a year means open.' })
  recruitment: readonly RecruitmentAnswer[];
  @ShowsList(PrioritiesAnswer, { description: 'What the place asks for, a year.' })
  priorities: readonly PrioritiesAnswer[];
  @ShowsTexts({ description: 'Academic years of which its own term dates are entered.' })
  termDates: readonly string[];
  @ShowsList(DisruptionAnswer)
  disruptions: readonly DisruptionAnswer[];
  @ShowsWhole()
  revision: number;
}

export class ProgrammesPage implements Page<ProgrammeAnswer> {
  @ShowsList(ProgrammeAnswer)
  items: readonly ProgrammeAnswer[];
  @ShowsNext()
  next: string | null;
}

/** Without the key that leads to an address. */
export const programmeAnswer = ({
  mailboxId: _mailboxId,
  reasonCode: _reasonCode,
  stepsVersions,
  openedYears,
  priorities,
  termDates,
  ...shown
}: Programme): ProgrammeAnswer => ({
  ...shown,
  stepsVersion: stepsVersions.at(-1)?.version ?? 0,
  openedYears: openedYears.map(({ year }) => year),
  priorities: priorities.map(({ year, codes }) => ({ year, codes })),
  termDates: termDates.map(({ academicYear }) => academicYear),
});
