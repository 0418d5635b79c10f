import type { Side } from '@linking/events/link/link-events.js';
import type { DemoProgramme } from './demo-programmes.js';
import type { InventedPerson } from './invented-people.js';
import type { InventedSchool } from './invented-schools.js';

/** How far a link of the demonstration came, in the order of the year. */
const kinds = [
  'proposed',
  'brokered',
  'issued',
  'half-signed',
  'class-to-follow',
  'signed',
  'trained',
  'one-side-sent',
  'exchanged',
  'meeting-planned',
  'met',
  'completed-1',
  'completed-2',
  'completed-3',
] as const;
export type StoryKind = (typeof kinds)[number];

/** Something that makes a link unlike the others. */
export type Twist =
  | 'declined'
  | 'paused'
  | 'withdrawn'
  | 'withdrew-late'
  | 'training-missing'
  | 'corrected'
  | 'voided'
  | 'moved'
  | 'online'
  | 'host-school'
  | 'shared-venue'
  | 'visits-planned'
  | 'in-school'
  | 'new-teacher'
  | 'celebrated'
  | 'entered-late'
  | 'refused-mail'
  | 'second-link'
  | 'continues'
  | 'closed-incomplete'
  | 'closed-early'
  | 'agreement-declined'
  | 'sent-again'
  | 'new-head'
  | 'contact-lost';

export const hasReached = (kind: StoryKind, milestone: StoryKind) =>
  kinds.indexOf(kind) >= kinds.indexOf(milestone);

/** One class of a story with the people of its school. */
export interface StoryClass {
  readonly school: InventedSchool;
  readonly head: InventedPerson;
  readonly teacher: InventedPerson;
  readonly linkedBefore: boolean;
  readonly className: string;
  readonly yearGroup: number;
  readonly pupilCount: number;
  /** Known from the day on which its school got in touch. */
  offer?: { readonly interestId: string; readonly classId: string };
}

/** A link as it is going to be told; its reference becomes known while it is written. */
export interface Story {
  readonly programme: DemoProgramme;
  /** Calendar year in which its academic year begins. */
  readonly first: number;
  readonly kind: StoryKind;
  readonly twist: Twist | undefined;
  readonly classes: Readonly<Record<Side, StoryClass>>;
  /** The link that its class a was in before a school left that one. */
  readonly continues?: Story;
  ref?: string;
}

/** Somebody who leads a school from the middle of a year on. */
export interface NewHead {
  readonly school: InventedSchool;
  readonly head: InventedPerson;
}

/** Everything that is told of one programme's year. */
export interface ToldYear {
  readonly stories: readonly Story[];
  /** Classes that found no partner. */
  readonly waiting: readonly StoryClass[];
  readonly newHeads: readonly NewHead[];
}

/** `2026-27` for 2026. */
export const yearFrom = (first: number) => `${first}-${String((first + 1) % 100).padStart(2, '0')}`;

export function refOf(story: Story): string {
  if (story.ref === undefined) throw new Error('This story has not been proposed yet');
  return story.ref;
}
