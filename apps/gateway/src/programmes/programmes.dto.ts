import { wantsDigest, type Programme } from '@linking/domain/programme/programme.js';
import {
  changeableRules,
  disruptionReasons,
  holdReasons,
  localPriorities,
  digests,
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
  ShowsWholes,
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

class MailHoldAnswer {
  @ShowsId()
  holdId: string;
  @ShowsTexts({ optional: true, description: 'Ids of mails.' })
  mails?: readonly string[];
  @ShowsText({ optional: true, description: 'Reference of a link.' })
  link?: string;
  @ShowsDay({ optional: true, description: 'The day from which they go again.' })
  until?: string;
  @ShowsOneOf(holdReasons)
  reasonCode: string;
  @ShowsYesNo()
  released: boolean;
}

class MailRuleAnswer {
  @ShowsOneOf(changeableRules)
  rule: string;
  @ShowsWhole({ description: 'The national days are version 1.' })
  version: number;
  @ShowsYesNo()
  on: boolean;
  @ShowsWholes()
  days: readonly number[];
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
  @ShowsSomeOf(digests, { description: 'The lists that go to its mailbox.' })
  digests: readonly string[];
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
  @ShowsList(MailHoldAnswer, { description: 'What holds or held its mails.' })
  mailHolds: readonly MailHoldAnswer[];
  @ShowsList(MailRuleAnswer, { description: 'Rules of mails as they were changed, oldest first.' })
  mailRules: readonly MailRuleAnswer[];
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
  digestsOff,
  stepsVersions,
  openedYears,
  priorities,
  termDates,
  wordings: _wordings,
  facilitatorTitleId: _facilitatorTitleId,
  mailHolds = [],
  mailRules = [],
  ...shown
}: Programme): ProgrammeAnswer => ({
  ...shown,
  digests: digests.filter((digest) => wantsDigest({ digestsOff }, digest)),
  stepsVersion: stepsVersions.at(-1)?.version ?? 0,
  openedYears: openedYears.map(({ year }) => year),
  priorities: priorities.map(({ year, codes }) => ({ year, codes })),
  termDates: termDates.map(({ academicYear }) => academicYear),
  mailHolds,
  mailRules,
});
