import { addDays } from '../calendar/london.js';
import { firstDayOf } from '../calendar/loose-days.js';
import { yearStart } from '../calendar/academic-year.js';
import { lostContactsOf, type LostContact } from './contacts.js';
import type { Link } from './link.js';
import { openTargets, overdueSteps, type OpenTarget } from './overdue.js';

export type Flag = 'paused' | 'at-risk' | 'overdue' | 'contact-lost';

/** Why a link may not come through its year. No risk depends on today: each says from which day on it is one. */
export type Risk =
  | { readonly kind: 'contact-lost'; readonly from: string; readonly contact: LostContact }
  | { readonly kind: 'steps-overdue'; readonly from: string; readonly steps: readonly OpenTarget[] }
  | { readonly kind: 'pause-over'; readonly from: string; readonly until: string };

/** One step that is late is usual; from the second on somebody has to see to the link. */
const TOO_MANY = 2;

/** Everything that puts an open link at risk now or on a day to come. */
export function risksAhead(link: Link): readonly Risk[] {
  if (link.outcome !== 'open' || link.ref === '') return [];
  const steps = openTargets(link);
  const second = steps[TOO_MANY - 1];
  const until = link.paused?.until;
  return [
    ...lostContactsOf(link).map((contact): Risk => {
      const from = firstDayOf(contact.on, yearStart(link.year));
      return { kind: 'contact-lost', from, contact };
    }),
    ...(second === undefined
      ? []
      : [{ kind: 'steps-overdue', from: addDays(second.target, 1), steps } as const]),
    ...(until === undefined ? [] : [{ kind: 'pause-over', from: addDays(until, 1), until } as const]),
  ];
}

/** What puts a link at risk on a day; of its steps those that are overdue by then. */
export const risksOf = (link: Link, today: string): readonly Risk[] =>
  risksAhead(link)
    .filter(({ from }) => from <= today)
    .map((risk) => (risk.kind === 'steps-overdue' ? { ...risk, steps: overdueSteps(link, today) } : risk));

/** What an open link is marked with. `today` is a London day, by the clock port. */
export function flagsOf(link: Link, today: string): readonly Flag[] {
  if (link.outcome !== 'open') return [];
  return [
    ...(link.paused === undefined ? [] : (['paused'] as const)),
    ...(risksOf(link, today).length === 0 ? [] : (['at-risk'] as const)),
    ...(overdueSteps(link, today).length === 0 ? [] : (['overdue'] as const)),
    ...(lostContactsOf(link).length === 0 ? [] : (['contact-lost'] as const)),
  ];
}
