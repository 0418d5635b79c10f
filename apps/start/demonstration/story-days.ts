import type { Story } from './story.js';

/** First and last day. */
export type Days = readonly [from: string, to: string];

/** When the steps of an autumn fall. */
export interface AutumnDays {
  readonly proposed: Days;
  readonly classNamed: Days;
  readonly workSent: Days;
  readonly surveyed: Days;
  readonly meetingPlanned: Days;
}

/** A link that continues another one begins when that one has ended, in October. */
export function autumnDays({ first, twist }: Pick<Story, 'first' | 'twist'>): AutumnDays {
  const days = (from: string, to: string): Days => [`${first}-${from}`, `${first}-${to}`];
  if (twist === 'continues') {
    return {
      proposed: days('10-21', '10-23'),
      classNamed: days('11-17', '11-20'),
      workSent: days('11-30', '12-11'),
      surveyed: days('11-30', '12-11'),
      meetingPlanned: days('12-01', '12-08'),
    };
  }
  return {
    proposed: twist === 'second-link' ? days('07-13', '07-15') : days('06-29', '07-10'),
    classNamed: days('09-03', '09-14'),
    workSent: days('10-05', '10-22'),
    surveyed: days('10-05', '10-16'),
    meetingPlanned: days('10-06', '10-13'),
  };
}
