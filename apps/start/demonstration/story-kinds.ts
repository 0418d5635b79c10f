import type { StoryKind, Twist } from './story.js';

export interface Plot {
  readonly kind: StoryKind;
  readonly twist: Twist | undefined;
}

type Plots = readonly (readonly [StoryKind, number, readonly (Twist | undefined)[]])[];

/** How far 46 links have come by 23 November 2026: the year of Bradford, and the mixture of the others. */
const runningYear: Plots = [
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
      'entered-late',
      'new-teacher',
      'new-head',
    ],
  ],
  ['meeting-planned', 8, ['moved', 'host-school', 'shared-venue', 'shared-venue', 'online']],
  ['exchanged', 5, ['paused', 'new-teacher']],
  ['one-side-sent', 4, []],
  ['trained', 2, ['closed-early']],
  ['signed', 5, ['withdrawn', 'refused-mail', 'sent-again']],
  ['class-to-follow', 2, ['contact-lost']],
  ['half-signed', 1, []],
  ['issued', 2, ['agreement-declined']],
  ['brokered', 1, []],
  ['proposed', 3, ['declined']],
];

/** How 50 links of a finished year ended. */
const finishedYear: Plots = [
  [
    'completed-3',
    26,
    [
      'training-missing',
      'corrected',
      'voided',
      'moved',
      'moved',
      'moved',
      'online',
      'in-school',
      'new-teacher',
      'new-teacher',
      'celebrated',
      'celebrated',
      'celebrated',
      'celebrated',
      'entered-late',
      'entered-late',
      'paused',
      'host-school',
      'sent-again',
    ],
  ],
  [
    'completed-2',
    12,
    [
      'moved',
      'online',
      'entered-late',
      'new-teacher',
      'training-missing',
      'paused',
      'new-head',
      'contact-lost',
    ],
  ],
  ['completed-1', 2, ['online']],
  ['met', 5, ['withdrew-late', 'withdrew-late', 'withdrew-late', 'closed-incomplete', 'closed-incomplete']],
  ['signed', 2, ['withdrawn', 'withdrawn']],
  ['proposed', 3, ['declined', 'declined', 'declined']],
];

const plotsOf = (plots: Plots): readonly Plot[] =>
  plots.flatMap(([kind, count, twists]) =>
    Array.from({ length: count }, (_, index) => ({ kind, twist: twists[index] })),
  );

export const plotsOfRunningYear = plotsOf(runningYear);
export const plotsOfFinishedYear = plotsOf(finishedYear);
