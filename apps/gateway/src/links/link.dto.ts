import { ApiParam } from '@nestjs/swagger';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import type { Warning } from '@linking/domain/link/warnings.js';
import { stages } from '@linking/domain/link/stage.js';
import * as codes from '@linking/events/link/codes.js';
import type { EventEnvelope } from '@linking/events/envelope.js';
import type { Page } from '../http/paging.js';
import { flags, outcomes } from './link-queries.dto.js';
import {
  ShowsAnything,
  ShowsId,
  ShowsInstant,
  ShowsList,
  ShowsLooseDay,
  ShowsNext,
  ShowsObject,
  ShowsOneOf,
  ShowsSomeOf,
  ShowsText,
  ShowsTextOrNull,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';
import { ImpactAnswer } from './impact-answer.dto.js';
import {
  AgreementAnswer,
  ExchangeAnswer,
  GapAnswer,
  MeetingAnswer,
  NextStepAnswer,
  SideAnswer,
  TrainingAnswer,
} from './link-parts.dto.js';

export const RefParam = () => ApiParam({ name: 'ref', schema: { type: 'string', example: 'BRD-2026-014' } });

class SidesAnswer {
  @ShowsObject(SideAnswer)
  a: SideAnswer;
  @ShowsObject(SideAnswer)
  b: SideAnswer;
}

class AgreementsAnswer {
  @ShowsObject(AgreementAnswer)
  a: AgreementAnswer;
  @ShowsObject(AgreementAnswer)
  b: AgreementAnswer;
}

class SkipAnswer {
  @ShowsOneOf(codes.skippableSteps)
  step: LinkDetails['skipped'][number]['step'];
  @ShowsOneOf(codes.sides, { optional: true })
  side?: LinkDetails['skipped'][number]['side'];
  @ShowsLooseDay()
  on: string;
  @ShowsText()
  reasonCode: string;
}

class PauseAnswer {
  @ShowsLooseDay()
  since: string;
  @ShowsLooseDay({ optional: true })
  until?: string;
  @ShowsText()
  reasonCode: string;
}

export class LinkAnswer implements LinkDetails {
  @ShowsText()
  ref: string;
  @ShowsText()
  programme: string;
  @ShowsText({ optional: true, description: 'The programme of side b, when it is another.' })
  partnerProgramme?: string;
  @ShowsText()
  year: string;
  @ShowsOneOf(codes.linkKinds)
  kind: LinkDetails['kind'];
  @ShowsWhole()
  revision: number;
  @ShowsOneOf(stages, { description: 'The furthest milestone reached.' })
  stage: LinkDetails['stage'];
  @ShowsAnything({ description: 'The day on which each milestone was reached.' })
  reached: LinkDetails['reached'];
  @ShowsList(GapAnswer)
  gaps: GapAnswer[];
  @ShowsOneOf(Object.keys(outcomes))
  outcome: LinkDetails['outcome'];
  @ShowsLooseDay({ optional: true })
  closedOn?: string;
  @ShowsWhole({ description: 'Of the first meeting and the two visits: 0 to 3.' })
  meetingsHeld: number;
  @ShowsList(GapAnswer, { description: 'What it lacks to be complete: its gaps and what is still to come.' })
  missing: GapAnswer[];
  @ShowsText({ optional: true, description: 'The link that a school left and that goes on in this one.' })
  continuesFrom?: string;
  @ShowsText({ optional: true, description: 'The link in which the class that stayed goes on.' })
  continuedAs?: string;
  @ShowsSomeOf(Object.keys(flags))
  flags: LinkDetails['flags'];
  @ShowsObject(PauseAnswer, { optional: true })
  paused?: PauseAnswer;
  @ShowsObject(SidesAnswer)
  sides: SidesAnswer;
  @ShowsObject(AgreementsAnswer)
  agreement: AgreementsAnswer;
  @ShowsList(TrainingAnswer)
  training: TrainingAnswer[];
  @ShowsList(ExchangeAnswer)
  exchanges: ExchangeAnswer[];
  @ShowsList(MeetingAnswer)
  meetings: MeetingAnswer[];
  @ShowsObject(ImpactAnswer, { description: 'What came of it, without the words.' })
  impact: ImpactAnswer;
  @ShowsList(SkipAnswer)
  skipped: SkipAnswer[];
  @ShowsWhole({
    description: 'Entries recorded more than 14 days after they happened; voided ones left out.',
  })
  enteredLate: number;
  @ShowsList(NextStepAnswer, {
    description: 'What would bring the link on; the first is the next thing to do.',
  })
  next: NextStepAnswer[];
}

export class LinksPage implements Page<LinkDetails> {
  @ShowsList(LinkAnswer)
  items: readonly LinkDetails[];
  @ShowsNext()
  next: string | null;
}

export class WrittenEvent {
  @ShowsId()
  id: string;
  @ShowsText()
  type: string;
  @ShowsWhole()
  revision: number;
}

export class WarningAnswer implements Warning {
  @ShowsText()
  code: Warning['code'];
  @ShowsText()
  sentence: string;
}

export class LinkChangedAnswer {
  @ShowsObject(LinkAnswer)
  link: LinkDetails;
  @ShowsList(WrittenEvent, { description: 'Empty when nothing changed.' })
  events: WrittenEvent[];
  @ShowsList(WarningAnswer, { description: 'What looks odd and was taken all the same.' })
  warnings: WarningAnswer[];
}

export class EventAnswer implements EventEnvelope {
  @ShowsId()
  id: string;
  @ShowsText()
  stream: string;
  @ShowsWhole()
  revision: number;
  @ShowsText({ description: 'With the version of its shape, such as LinkProposed.v1.' })
  type: string;
  @ShowsWhole()
  schema: 1;
  @ShowsLooseDay()
  occurredOn: string;
  @ShowsInstant()
  recordedAt: string;
  @ShowsText()
  actor: string;
  @ShowsText({ optional: true })
  onBehalfOf?: string;
  @ShowsText()
  channel: EventEnvelope['channel'];
  @ShowsId()
  commandId: string;
  @ShowsId()
  correlationId: string;
  @ShowsText({ optional: true })
  causationId?: string;
  @ShowsAnything()
  data: unknown;
  @ShowsYesNo({
    optional: true,
    description: 'Recorded more than 14 days after it happened; absent otherwise.',
  })
  late?: true;
}

export class EventsPage implements Page<EventAnswer> {
  @ShowsList(EventAnswer)
  items: readonly EventAnswer[];
  @ShowsNext()
  next: string | null;
}

export class MailAnswer {
  @ShowsText()
  id: string;
  @ShowsText({ description: 'The rule that asked for it, such as N07.' })
  rule: string;
  @ShowsText()
  step: string;
  @ShowsOneOf(['immediate', 'scheduled'])
  kind: 'immediate' | 'scheduled';
  @ShowsId()
  personId: string;
  @ShowsTextOrNull({ description: 'To whom it goes; null when she was erased.' })
  to: string | null;
  @ShowsInstant()
  dueAt: string;
  @ShowsOneOf(['planned', 'queued', 'sending', 'sent', 'skipped', 'failed', 'cancelled'])
  status: string;
  @ShowsInstant({ optional: true })
  sentAt?: string;
  @ShowsText({ optional: true })
  reason?: string;
}

export class MailsPage implements Page<MailAnswer> {
  @ShowsList(MailAnswer)
  items: readonly MailAnswer[];
  @ShowsNext()
  next: string | null;
}
