import { londonDay } from '@linking/domain/calendar/london.js';
import type { Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import type { ReplayClock } from '@linking/domain/link/replay.js';
import { longDay } from './format.js';
import type { HistoryNames } from './history-names.js';
import { historySentence } from './history-sentence.js';

export interface MomentShown {
  /** The link as it is shown, and all its events. */
  readonly link: Link;
  readonly facts: readonly RecordedLinkEvent[];
  readonly names: HistoryNames;
  readonly past: boolean;
  readonly asked?: { readonly day: string; readonly clock: ReplayClock } | undefined;
}

/** Which moment of a link's history is shown: a title, and how much of the history that is. */
export function momentWords({ link, facts, names, past, asked }: MomentShown): {
  readonly title: string;
  readonly sentence: string;
} {
  if (asked?.clock === 'known-now') {
    return {
      title: `${longDay(asked.day)}, as we know it today`,
      sentence: 'all that had happened by that day, whenever it was recorded',
    };
  }
  const at = facts[link.revision - 1];
  const headline = at === undefined ? '' : `: ${historySentence(at, link, names).headline}`;
  const sentence = `after event ${link.revision} of ${facts.length}${headline}`;
  if (asked !== undefined) return { title: `As it was known on ${longDay(asked.day)}`, sentence };
  const title = past ? `As it was on ${longDay(londonDay(at?.recordedAt ?? ''))}` : 'As it is today';
  return { title, sentence };
}
