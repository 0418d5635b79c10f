import type { HoldFact } from '@linking/application/mails/holds-of-link.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { longDay } from '@linking/words/format.js';
import { codeText } from '@linking/words/link-terms.js';
import type { HistoryEntryView } from '../pages/links/history-list.js';

const which = {
  some: 'Some mails',
  link: 'The mails of this link',
  all: 'All mails of the programme',
} as const;

/** Mails were held or released: a line of the history, which is no entry of the link itself. */
export function holdEntry(fact: HoldFact, names: Pick<LinkNames, 'actor'>): HistoryEntryView {
  const { what, released, until, reasonCode, recordedAt } = fact;
  const end = until === undefined ? 'until they are released' : `until ${longDay(until)}`;
  return {
    id: fact.id,
    on: londonDay(recordedAt),
    time: londonTime(recordedAt),
    marker: 'mail',
    headline: released ? `${which[what]} go again` : `${which[what]} are held ${end}`,
    details: released ? [] : [`Reason: ${codeText(reasonCode)}.`],
    who: names.actor(fact.actor),
    corrections: [],
    actions: [],
  };
}
