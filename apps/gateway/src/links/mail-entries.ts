import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import { londonTime } from '@linking/domain/calendar/london.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import type { HistoryEntryView } from '../pages/links/history-list.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { codeText, listText } from '@linking/words/link-terms.js';
import { mailReason } from './mail-reasons.js';
import { together } from './together.js';

type Names = Pick<LinkNames, 'personName' | 'venue' | 'actor'>;

type MailLines = readonly [ActivityLine, ...ActivityLine[]];

/** What is known of every mail that went or did not go. */
type MailFact = CorrespondenceEventData['ReminderSent'] & { readonly reasonCode?: string };
const factOf = ({ data }: ActivityLine) => data as MailFact;

/** The mails of one rule that had the same end in the same minute: one line of the history. */
export function mailsAtOnce(correspondence: readonly ActivityLine[]): readonly MailLines[] {
  return together(correspondence, (line) => {
    const { rule, reasonCode = '' } = factOf(line);
    return [rule, line.type, reasonCode, line.recordedAt.slice(0, 16)].join(' ');
  });
}

export function mailEntry(lines: MailLines, names: Names): HistoryEntryView {
  const [first] = lines;
  const { rule, reasonCode } = factOf(first);
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
    ],
    who: names.actor(first.actor),
    corrections: [],
    why: mailReason(rule),
    actions: [],
  };
}

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
  return type === 'ReminderFailed' ? { tone: 'red', text: 'Failed' } : undefined;
}
