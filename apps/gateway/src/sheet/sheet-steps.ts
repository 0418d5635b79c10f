import type { MeetingNumber, Side, SkippableStep } from '@linking/events/link/link-events.js';
import type { TargetedStep } from '@linking/domain/link/overdue.js';

/** One column of the sheet: a step of a link, or one side's part in it. */
export interface SheetStep {
  /** As the address and the cells name it. */
  readonly key: string;
  readonly heading: string;
  readonly side?: Side;
  /** What a date in this column means, for the copy as XLSX and for whoever asks. */
  readonly means: string;
  /** The target that makes it late. */
  readonly target: TargetedStep;
  /** The step that is left out with a reason; absent where none may be. */
  readonly skippable?: SkippableStep;
  /** Present for a meeting: only meetings can be planned. */
  readonly meeting?: MeetingNumber;
}

const ofBothSides = (step: Omit<SheetStep, 'side'>): readonly SheetStep[] =>
  (['a', 'b'] as const).map((side) => ({ ...step, key: `${step.key}-${side}`, side }));

export const sheetSteps: readonly SheetStep[] = [
  {
    key: 'brokered',
    heading: 'Brokered',
    means: 'The day on which the second headteacher said yes.',
    target: 'brokering',
  },
  ...ofBothSides({
    key: 'agreement',
    heading: 'Agreement',
    means: 'The day on which the school signed the agreement.',
    target: 'agreement',
  }),
  ...ofBothSides({
    key: 'training',
    heading: 'Training',
    means: 'The first day on which a teacher of the class had the initial training that she needs.',
    target: 'training',
    skippable: 'training',
  }),
  ...ofBothSides({
    key: 'exchange',
    heading: 'Exchange',
    means:
      'The day on which the class first sent work. A date that is typed here is kept as work, by a way that is not known.',
    target: 'exchange',
    skippable: 'exchange',
  }),
  {
    key: 'meeting-1',
    heading: 'First meeting',
    means: 'The day on which the classes met for the first time, or the day that is planned.',
    target: 'first-meeting',
    skippable: 'first-meeting',
    meeting: 1,
  },
  {
    key: 'meeting-2',
    heading: 'First visit',
    means: 'The day of the visit to one of the schools, or the day that is planned.',
    target: 'visits',
    skippable: 'visit-2',
    meeting: 2,
  },
  {
    key: 'meeting-3',
    heading: 'Second visit',
    means: 'The day of the visit to the other school, or the day that is planned.',
    target: 'visits',
    skippable: 'visit-3',
    meeting: 3,
  },
  {
    key: 'goodbye',
    heading: 'Goodbye',
    means: 'The day on which the classes said goodbye. A date that is typed here is kept for both classes.',
    target: 'goodbye',
    skippable: 'goodbye',
  },
];

export const sheetStep = (key: unknown) => sheetSteps.find((step) => step.key === key);
