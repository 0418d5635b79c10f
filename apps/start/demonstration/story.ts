import type { Side } from '@linking/events/link/link-events.js';
import type { InventedSchool } from './invented-schools.js';

/** How far a link of the demonstration has come by 23 November 2026. */
export type StoryKind =
  | 'proposed'
  | 'brokered'
  | 'issued'
  | 'half-signed'
  | 'signed'
  | 'class-to-follow'
  | 'trained'
  | 'one-side-sent'
  | 'exchanged'
  | 'meeting-planned'
  | 'met';

/** Something that makes a link unlike the others. */
export type Twist =
  | 'paused'
  | 'withdrawn'
  | 'training-missing'
  | 'corrected'
  | 'voided'
  | 'moved'
  | 'online'
  | 'host-school'
  | 'visits-planned'
  | 'in-school';

const stories: readonly (readonly [StoryKind, number, readonly (Twist | undefined)[]])[] = [
  [
    'met',
    13,
    [
      'training-missing',
      'corrected',
      'voided',
      'moved',
      'online',
      'visits-planned',
      'visits-planned',
      'in-school',
    ],
  ],
  ['meeting-planned', 8, ['moved', 'host-school']],
  ['exchanged', 5, ['paused']],
  ['one-side-sent', 4, []],
  ['trained', 2, []],
  ['signed', 5, ['withdrawn']],
  ['class-to-follow', 2, []],
  ['half-signed', 1, []],
  ['issued', 2, []],
  ['brokered', 1, []],
  ['proposed', 3, []],
];

export const storyKinds: readonly { readonly kind: StoryKind; readonly twist: Twist | undefined }[] =
  stories.flatMap(([kind, count, twists]) =>
    Array.from({ length: count }, (_, index) => ({ kind, twist: twists[index] })),
  );

/** How many kinds of story a link has behind it, in the order of the year. */
const order = stories.map(([kind]) => kind).toReversed();
export const hasReached = (kind: StoryKind, milestone: StoryKind) =>
  order.indexOf(kind) >= order.indexOf(milestone);

/** One class of a story with the people of its school. */
export interface StoryClass {
  readonly school: InventedSchool;
  readonly head: { readonly name: string; readonly email: string; readonly phone: string };
  readonly teacher: { readonly name: string; readonly email: string; readonly phone: string };
  readonly linkedBefore: boolean;
  readonly className: string;
  readonly yearGroup: number;
  readonly pupilCount: number;
}

/** A link as it is going to be told; its ids become known while it is written. */
export interface Story {
  readonly kind: StoryKind;
  readonly twist: Twist | undefined;
  readonly classes: Readonly<Record<Side, StoryClass>>;
  readonly interests: Partial<Record<Side, { readonly interestId: string; readonly classId: string }>>;
  ref?: string;
}

export function refOf(story: Story): string {
  if (story.ref === undefined) throw new Error('This story has not been proposed yet');
  return story.ref;
}
