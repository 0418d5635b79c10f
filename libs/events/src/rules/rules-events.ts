import type { MailWordingEventData } from '../programme/wording-events.js';

/** What the national office decides for every programme, stream `rules-mails`. */
export interface RulesEventData {
  MailWordingChanged: MailWordingEventData['MailWordingChanged'];
  MailWordingDropped: MailWordingEventData['MailWordingDropped'];
}

export type RulesEventName = keyof RulesEventData;
export type RulesEvent = {
  [Name in RulesEventName]: { readonly type: Name; readonly data: RulesEventData[Name] };
}[RulesEventName];
