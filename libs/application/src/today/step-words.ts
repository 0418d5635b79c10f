import type { TargetedStep } from '@linking/events/link/link-events.js';

/** What is said of a step that is near or past its target. */
interface StepWords {
  /** `one`: a single school is waited for. */
  readonly title: { readonly one: string; readonly both: string };
  readonly rule: string;
  readonly closes: string;
}

const same = (title: string) => ({ one: title, both: title });

export const stepWords: Readonly<Record<TargetedStep, StepWords>> = {
  brokering: {
    title: { one: 'Head has not answered', both: 'Neither head has answered' },
    rule: 'Both headteachers are asked to answer within three weeks of the proposal.',
    closes: 'both headteachers have answered',
  },
  agreement: {
    title: { one: 'Head has not signed', both: 'Neither head has signed' },
    rule: 'An agreement is to be signed within ten school days of being sent.',
    closes: 'the signature is recorded',
  },
  classes: {
    title: same('Class or teacher not named'),
    rule: 'Classes and teachers are to be named in September.',
    closes: 'class and teacher are confirmed',
  },
  training: {
    title: same('Initial training not recorded'),
    rule: 'Teachers are trained in September and October.',
    closes: 'the training is recorded',
  },
  exchange: {
    title: { one: 'First exchange not sent', both: 'First exchange not sent by either class' },
    rule: 'Each class sends something to the other in the autumn.',
    closes: 'both classes have sent something',
  },
  'first-meeting': {
    title: same('First meeting not held'),
    rule: 'The classes meet for the first time by the end of January.',
    closes: 'the first meeting is recorded',
  },
  curiosity: {
    title: same('Curiosity questions not sent'),
    rule: 'Between their meetings the classes send each other questions.',
    closes: 'the questions are recorded',
  },
  visits: {
    title: same('Visits not held'),
    rule: 'Each class visits the other in the spring or summer term.',
    closes: 'both visits are recorded',
  },
  goodbye: {
    title: same('Goodbye not recorded'),
    rule: 'The classes say goodbye before the summer.',
    closes: 'the goodbye is recorded',
  },
};
