import type { LinkHistory } from '@linking/application/links/link-history.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { ReplayClock } from '@linking/domain/link/replay.js';
import { longDay } from '@linking/words/format.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import type { DayForm } from '../pages/links/time-bar.js';

/** A day of a link's history, by one of the two clocks. */
export interface DayAsked {
  readonly day: string;
  readonly clock: ReplayClock;
}

/** What the address of a link's page asks for; an error says what to type instead. */
export function dayAsked(
  query: Readonly<Record<string, unknown>>,
  days: { readonly first: Readonly<Record<ReplayClock, string>>; readonly today: string },
): { readonly asked?: DayAsked; readonly form: DayForm } {
  const typed = new PostedForm(query);
  const day = typed.optionalDay('on');
  const clock = typed.optionalOneOf('clock', ['known-then', 'known-now'] as const) ?? 'known-then';
  if (day !== undefined && day > days.today) typed.wrong('on', `${longDay(day)} is still to come.`);
  else if (day && day < days.first[clock]) {
    typed.wrong(
      'on',
      `The link was proposed on ${longDay(days.first[clock])}. Enter that day or a later one.`,
    );
  }
  const form = { values: { ...typed.values(), clock }, errors: typed.errors };
  return day && typed.errors.length === 0 ? { asked: { day, clock }, form } : { form };
}

/** The day from which each of the two clocks knows the link. */
export function firstDays({ link, facts }: Pick<LinkHistory, 'link' | 'facts'>) {
  const proposedAt = facts.find(({ type }) => type === 'LinkProposed')?.recordedAt;
  return {
    'known-then': proposedAt === undefined ? '' : londonDay(proposedAt),
    'known-now': link.proposedOn ?? '',
  };
}
