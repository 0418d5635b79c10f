import {
  ShowsDay,
  ShowsList,
  ShowsObject,
  ShowsOneOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';
import { Day } from '../http/fields.js';

export class RehearsalQueryDto {
  @Day({ optional: true, description: 'First London day; today when it is left out.' })
  from?: string;

  @Day({ optional: true, description: 'Last London day; the last day of the term when it is left out.' })
  to?: string;
}

export class MovedDayAnswer {
  @ShowsDay({ description: 'The closed day that the rule names.' })
  from: string;

  @ShowsText({ description: 'What closes it, such as `INSET day`.' })
  because: string;
}

export class RehearsedMailAnswer {
  @ShowsText()
  id: string;

  @ShowsText({ description: 'Such as `N17`.' })
  rule: string;

  @ShowsText()
  title: string;

  @ShowsText({ description: 'The reference of a link, or another subject.' })
  subject: string;

  @ShowsOneOf(['immediate', 'scheduled'])
  kind: 'immediate' | 'scheduled';

  @ShowsText({ description: 'London time, such as `08:00`.' })
  time: string;

  @ShowsText()
  to: string;

  @ShowsText({ description: 'The same for all that leaves as one mail.' })
  parcel: string;

  @ShowsObject(MovedDayAnswer, { optional: true })
  moved?: MovedDayAnswer;

  @ShowsTexts({ description: 'Why it will be sent, and why on this day.' })
  why: readonly string[];
}

export class RehearsedDayAnswer {
  @ShowsDay()
  day: string;

  @ShowsWhole({ description: 'Mails as people get them: what leaves as one counts once.' })
  mails: number;

  @ShowsList(RehearsedMailAnswer)
  items: readonly RehearsedMailAnswer[];
}

export class RehearsedRuleAnswer {
  @ShowsText()
  rule: string;

  @ShowsText()
  title: string;

  @ShowsWhole()
  mails: number;

  @ShowsWhole({ description: 'On how many days.' })
  days: number;

  @ShowsWhole({ description: '1 while the national days hold.' })
  version: number;
}

export class RehearsedPersonAnswer {
  @ShowsText()
  personId: string;

  @ShowsText()
  name: string;

  @ShowsWhole({ description: 'Sent and planned in this academic year.' })
  mails: number;

  @ShowsWhole({ description: 'How many of them were sent.' })
  sent: number;

  @ShowsWhole({ optional: true, description: 'Fifteen a teacher, six a headteacher.' })
  budget?: number;

  @ShowsYesNo()
  overBudget: boolean;
}

export class NotSentAnswer {
  @ShowsText()
  id: string;

  @ShowsText()
  rule: string;

  @ShowsText()
  title: string;

  @ShowsText()
  subject: string;

  @ShowsDay()
  day: string;

  @ShowsOneOf(['expected', 'waiting', 'skipped', 'failed'], {
    description: '`expected`: planned, and not sent as things stand.',
  })
  status: 'expected' | 'waiting' | 'skipped' | 'failed';

  @ShowsText({ description: 'A code such as `too-late` or `no-address`.' })
  reason: string;

  @ShowsText({ description: 'The end of “Not sent, because …”.' })
  because: string;
}

export class RehearsedListAnswer {
  @ShowsText()
  id: string;

  @ShowsText({ description: 'Such as `N27`.' })
  rule: string;

  @ShowsText()
  title: string;

  @ShowsDay()
  day: string;

  @ShowsText({ description: 'London time, such as `07:30`.' })
  time: string;

  @ShowsText()
  to: string;

  @ShowsTexts({ description: 'Why it will be sent, and whether only if there is something to say.' })
  why: readonly string[];
}

export class PausedLinkAnswer {
  @ShowsText()
  ref: string;

  @ShowsWhole({ description: 'Reminders of these days that it keeps back.' })
  mails: number;
}

export class RehearsalAnswer {
  @ShowsText()
  programme: string;

  @ShowsDay()
  from: string;

  @ShowsDay()
  to: string;

  @ShowsWhole({ description: 'Sum over the days.' })
  mails: number;

  @ShowsList(RehearsedDayAnswer)
  days: readonly RehearsedDayAnswer[];

  @ShowsList(RehearsedRuleAnswer)
  rules: readonly RehearsedRuleAnswer[];

  @ShowsList(RehearsedPersonAnswer, { description: 'The most mails first.' })
  people: readonly RehearsedPersonAnswer[];

  @ShowsList(NotSentAnswer)
  notSent: readonly NotSentAnswer[];

  @ShowsList(RehearsedListAnswer, {
    description: 'Lists by mail that the calendar asks for; none of them is counted among the mails.',
  })
  lists: readonly RehearsedListAnswer[];

  @ShowsList(PausedLinkAnswer)
  paused: readonly PausedLinkAnswer[];
}
