import type { RefusalOfLink } from '../carrying/carrying-refusals.js';
import type { BouncedPerson } from '../mails/bounces/bounced-people.js';
import type { Mail } from '../mails/mail.js';
import { levelOn } from '@linking/domain/link/escalation.js';
import type { LinkTask } from '@linking/domain/link/link-tasks.js';
import type { TrainingKind } from '@linking/events/link/link-events.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { daysBetween } from './days-text.js';
import type { FullVenue } from '@linking/projections/link-board/link-meetings-table.js';
import type { TaskOfLink } from '@linking/projections/link-board/link-tasks-table.js';
import type { YearToClose } from '@linking/projections/link-board/years-to-close.js';
import type { OpenRegister } from '@linking/projections/training-diary/training-diary-table.js';
import type { Unplaced, WaitingInProgramme } from '@linking/projections/waiting-list/interests-query.js';
import { workingDaysWaited } from '@linking/words/waiting-text.js';

/** One thing that wants a coordinator: what is known of it, before it is put into words. */
export type AttentionItem =
  | ({ readonly kind: 'task' } & TaskOfLink)
  | ({ readonly kind: 'register'; readonly kindOfTraining: TrainingKind } & Omit<OpenRegister, 'kind'>)
  | ({ readonly kind: 'waiting' } & WaitingInProgramme)
  | ({ readonly kind: 'year-end' } & YearToClose)
  /** Only the national office has it: no programme does. */
  | ({ readonly kind: 'unplaced'; readonly programme: '' } & Unplaced)
  | ({ readonly kind: 'venue-full' } & FullVenue)
  | ({ readonly kind: 'refused' } & RefusalOfLink)
  | { readonly kind: 'mail'; readonly programme: string; readonly mail: Mail }
  | ({ readonly kind: 'bounced' } & BouncedPerson);

/** `red`: late, or it cannot be made up for; `amber`: this week; `blue`: it can wait, but not for ever. */
export type Urgency = 'red' | 'amber' | 'blue';

export function urgencyOf(item: AttentionItem, today: string): Urgency {
  switch (item.kind) {
    case 'task':
      if (item.task.kind === 'step') return levelOn(item.task.escalation, today) ? 'red' : 'amber';
      return redTasks.has(item.task.kind) ? 'red' : 'amber';
    case 'venue-full':
    case 'refused':
    case 'mail':
    case 'bounced':
      return 'red';
    case 'register':
      return 'amber';
    case 'year-end':
      return item.on < today ? 'amber' : 'blue';
    case 'unplaced':
      return workingDaysWaited(item.since, today) > DAYS_TO_RING ? 'red' : 'amber';
    case 'waiting':
      return 'blue';
  }
}

/** Working days within which the national office rings a school that no programme has. */
export const DAYS_TO_RING = 5;

const redTasks: ReadonlySet<string> = new Set([
  'meeting-not-ready',
  'agreement-declined',
  'agreement-revoked',
  'contact-lost',
]);

/** The day that the item is about. */
export function dayOf(item: AttentionItem): string {
  switch (item.kind) {
    case 'task':
      return item.task.due;
    case 'mail':
      return londonDay(item.mail.dueAt);
    case 'waiting':
    case 'unplaced':
      return item.since;
    case 'register':
    case 'year-end':
    case 'venue-full':
    case 'refused':
    case 'bounced':
      return item.on;
  }
}

/** Of what is red: a day of the coming week, until which it can be put right; what is late; a day further ahead. */
function rankOf(item: AttentionItem, today: string): number {
  const day = dayOf(item);
  switch (urgencyOf(item, today)) {
    case 'red':
      if (day < today) return 1;
      return daysBetween(today, day) <= 7 ? 0 : 2;
    case 'amber':
      return 3;
    case 'blue':
      return 4;
  }
}

/** The most urgent first; what comes soonest or has waited longest before the rest. */
export function byUrgency(items: readonly AttentionItem[], today: string): readonly AttentionItem[] {
  return items.toSorted((x, y) => {
    const rank = rankOf(x, today) - rankOf(y, today);
    return rank || compare(dayOf(x), dayOf(y)) || compare(keyOf(x), keyOf(y));
  });
}

const compare = (x: string, y: string) => (x === y ? 0 : x < y ? -1 : 1);

/** Different for each item of a list. */
export function keyOf(item: AttentionItem): string {
  switch (item.kind) {
    case 'task': {
      return `${item.ref} ${item.task.kind} ${whichOf(item.task)}`;
    }
    case 'mail':
      return item.mail.id;
    case 'bounced':
      return `bounced ${item.personId}`;
    case 'register':
      return item.sessionId;
    case 'waiting':
      return `waiting ${item.programme}`;
    case 'year-end':
      return `year-end ${item.programme} ${item.year}`;
    case 'unplaced':
      return 'unplaced';
    case 'venue-full':
      return `${item.venueId} ${item.on}`;
    case 'refused':
      return `${item.ref} refused ${item.code} ${item.on}`;
  }
}

/** What tells two tasks of one kind in a link apart. */
function whichOf(task: LinkTask): string {
  switch (task.kind) {
    case 'step':
      return task.step;
    case 'meeting-not-ready':
    case 'meeting-not-recorded':
      return String(task.number);
    case 'another-date-asked':
      return `${task.number}${task.side}`;
    case 'training-missed':
      return task.teacherId;
    case 'agreement-declined':
    case 'agreement-revoked':
      return task.side;
    case 'contact-lost':
    case 'new-teacher-training':
      return task.personId;
  }
}

/** References of the links that an item is about. */
export function linksOf(item: AttentionItem): readonly string[] {
  switch (item.kind) {
    case 'task':
    case 'refused':
      return [item.ref];
    case 'mail':
    case 'bounced':
      return isReference(item.mail.subject) ? [item.mail.subject] : [];
    case 'venue-full':
      return item.meetings.map((meeting) => meeting.split(' ')[0] ?? '');
    case 'register':
    case 'waiting':
    case 'year-end':
    case 'unplaced':
      return [];
  }
}

const isReference = (subject: string) => /^[A-Z]{1,5}-\d{4}-\d+$/.test(subject);

/** The programmes in whose lists an item stands. */
export const programmesOfItem = (item: AttentionItem): readonly string[] => [
  item.programme,
  ...('partnerProgramme' in item && item.partnerProgramme !== null ? [item.partnerProgramme] : []),
];
