import type { ChangeableRule } from '@linking/events/programme/programme-events.js';

/** Whether a rule sends anything, and on which days. */
export interface RuleTiming {
  readonly on: boolean;
  /** How many days before or after; one a time of asking. */
  readonly days: readonly number[];
}

/** What a rule asks about: the streams whose facts make its mails. */
export type RuleSubject = 'interest' | 'link' | 'session';

interface RuleShape {
  readonly counts: 'days-before' | 'days-after' | 'school-days-after' | 'working-days-after' | 'weeks-before';
  /** What the days are counted from, as the end of "7 days before …". */
  readonly from: string;
  readonly days: readonly { readonly usual: number; readonly least: number; readonly most: number }[];
  /** So many days lie between two times of asking. */
  readonly apart?: number;
  readonly about: readonly RuleSubject[];
}

/** Who does not answer is asked again: a first asking that had to wait for the mail server goes up to a week later. */
const askedAgain = {
  counts: 'school-days-after',
  days: [
    { usual: 5, least: 3, most: 10 },
    { usual: 10, least: 8, most: 20 },
  ],
  apart: 5,
  about: ['link'],
} as const;

/** On a day and a week after, or later. */
const onItsDay = {
  counts: 'days-after',
  days: [
    { usual: 0, least: 0, most: 14 },
    { usual: 7, least: 7, most: 28 },
  ],
  apart: 7,
  about: ['link'],
} as const;

/** The scheduled rules whose days a programme may change, with the national days and their limits. */
export const ruleShapes: Readonly<Record<ChangeableRule, RuleShape>> = {
  N03: {
    counts: 'working-days-after',
    from: 'the interest came to the programme',
    days: [{ usual: 5, least: 2, most: 20 }],
    about: ['interest'],
  },
  N05: { ...askedAgain, from: 'the proposal was sent' },
  N08: { ...askedAgain, from: 'the agreement was sent' },
  N11: {
    counts: 'days-before',
    from: 'the training',
    days: [{ usual: 7, least: 2, most: 21 }],
    about: ['session'],
  },
  N13: {
    counts: 'days-after',
    from: 'the training',
    days: [{ usual: 1, least: 1, most: 10 }],
    about: ['session', 'link'],
  },
  N14: { ...onItsDay, from: 'the target of the first exchange' },
  N17: {
    counts: 'days-before',
    from: 'the meeting',
    days: [{ usual: 7, least: 3, most: 9 }],
    about: ['link'],
  },
  N18: {
    counts: 'days-after',
    from: 'the meeting',
    days: [
      { usual: 1, least: 1, most: 5 },
      { usual: 7, least: 7, most: 21 },
    ],
    about: ['link'],
  },
  N21: {
    counts: 'days-before',
    from: 'the visit',
    days: [{ usual: 14, least: 10, most: 42 }],
    about: ['link'],
  },
  N24: {
    counts: 'weeks-before',
    from: 'the last school week',
    days: [{ usual: 0, least: 0, most: 3 }],
    about: ['link'],
  },
  N31: { ...onItsDay, from: 'school begins in September' },
};

export const isChangeable = (rule: string): rule is ChangeableRule => rule in ruleShapes;

/** Own days, by rule; the national ones where nothing is said. */
export type RuleTimings = Readonly<Partial<Record<ChangeableRule, RuleTiming>>>;

export const nationalTiming = (rule: ChangeableRule): RuleTiming => ({
  on: true,
  days: ruleShapes[rule].days.map(({ usual }) => usual),
});

export const timingOf = (rule: ChangeableRule, own: RuleTimings = {}): RuleTiming =>
  own[rule] ?? nationalTiming(rule);

/** The days of a rule of one time of asking; `undefined` while it is off. */
export function onlyDays(rule: ChangeableRule, own: RuleTimings | undefined): number | undefined {
  const { on, days } = timingOf(rule, own);
  return on ? days[0] : undefined;
}

/** The days of a rule that asks twice; `undefined` while it is off. */
export function bothDays(
  rule: ChangeableRule,
  own: RuleTimings | undefined,
): { readonly 1: number; readonly 2: number } | undefined {
  const { on, days } = timingOf(rule, own);
  const [first, second] = days;
  return on && first !== undefined && second !== undefined ? { 1: first, 2: second } : undefined;
}
