import type {
  CorrespondenceEventData,
  CorrespondenceEventName,
} from '@linking/events/correspondence/correspondence-events.js';
import { saysAddressIsWrong } from '@linking/domain/reminders/wrong-address.js';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import type { HistoryEntryView } from '../pages/links/history-list.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { escalationDetail, escalationHeadline } from '@linking/words/escalation-words.js';
import { codeText, listText } from '@linking/words/link-terms.js';
import { mailReason } from './mail-reasons.js';
import { together } from './together.js';

type Names = Pick<LinkNames, 'personName' | 'venue' | 'actor'>;

type MailLines = readonly [ActivityLine, ...ActivityLine[]];

/** What is known of every mail that went or did not go. */
type MailFact = CorrespondenceEventData['ReminderSent'] & {
  readonly reasonCode?: string;
  /** Of one that came back. */
  readonly statusCode?: string;
};
const factOf = ({ data }: ActivityLine) => data as MailFact;

/** The mails of one rule that had the same end in the same minute: one line of the history. */
export function mailsAtOnce(correspondence: readonly ActivityLine[]): readonly MailLines[] {
  return together(correspondence, (line) => {
    if (line.type === ESCALATED) return line.id;
    const { rule, reasonCode = '', statusCode = '' } = factOf(line);
    return [rule, line.type, reasonCode, statusCode, line.recordedAt.slice(0, 16)].join(' ');
  });
}

export function mailEntry(lines: MailLines, names: Names): HistoryEntryView {
  const [first] = lines;
  if (first.type === ESCALATED) return escalationEntry(first, names);
  const { rule, reasonCode, statusCode } = factOf(first);
  const title = Object.entries(mailTitles).find(([known]) => known === rule)?.[1] ?? `Mail ${rule}`;
  const outcome = outcomeOf(first.type);
  return {
    id: first.id,
    on: first.occurredOn,
    time: londonTime(first.recordedAt),
    marker: 'mail',
    headline: `Mail: ${title}`,
    ...(outcome === undefined ? {} : { tag: outcome }),
    details: [
      `To ${recipientsText(
        lines.map((line) => factOf(line).personId),
        names,
      )}.`,
      ...(reasonCode === undefined ? [] : [`Reason: ${codeText(reasonCode)}.`]),
      ...(statusCode === undefined ? [] : [cameBackText(statusCode)]),
    ],
    who: names.actor(first.actor),
    corrections: [],
    why: mailReason(rule),
    actions: [],
  };
}

const ESCALATED: CorrespondenceEventName = 'CoordinatorEscalated';

function escalationEntry(line: ActivityLine, names: Names): HistoryEntryView {
  const data = line.data as CorrespondenceEventData['CoordinatorEscalated'];
  return {
    id: line.id,
    on: line.occurredOn,
    ...(londonDay(line.recordedAt) === line.occurredOn ? { time: londonTime(line.recordedAt) } : {}),
    marker: 'mail',
    headline: escalationHeadline(data),
    details: [escalationDetail(data), 'A call about it, recorded here, stops the chain.'],
    who: names.actor(line.actor),
    corrections: [],
    actions: [],
  };
}

/** Why a mail came back, by the code of RFC 3463. */
export const cameBackText = (statusCode: string) =>
  saysAddressIsWrong(statusCode)
    ? 'The mail server says that this address does not exist. Mails to it wait until there is another one.'
    : `The mail server gave it back with the code ${statusCode}.`;

/** People and venues by name, each once; whoever was erased is counted. */
export function recipientsText(ids: readonly string[], names: Omit<Names, 'actor'>): string {
  const known = [...new Set(ids)].map((id) => names.personName(id) ?? names.venue(id));
  const erased = known.filter((name) => name === undefined).length;
  const rest =
    erased === 0
      ? []
      : [
          erased === 1
            ? 'somebody who is no longer known by name'
            : `${erased} people no longer known by name`,
        ];
  return listText([...known.filter((name) => name !== undefined), ...rest]);
}

function outcomeOf(type: string): HistoryEntryView['tag'] {
  if (type === 'ReminderSkipped') return { tone: 'grey', text: 'Not sent' };
  if (type === 'MessageBounced') return { tone: 'red', text: 'Came back' };
  if (type === 'MailWritten') return { tone: 'blue', text: 'Written' };
  if (type === 'MailAskedAgain') return { tone: 'blue', text: 'To be sent again' };
  if (type === 'AddressConfirmed') return { tone: 'blue', text: 'Address is right' };
  return type === 'ReminderFailed' ? { tone: 'red', text: 'Failed' } : undefined;
}
