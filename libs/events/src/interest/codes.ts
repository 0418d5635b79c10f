/** What a school needs if its class is to link, whoever the partner is; no needs of a single child. */
export const interestConstraints = [
  'short-journey',
  'walking-distance',
  'step-free-access',
  'small-groups',
  'single-sex-groups',
  'certain-weekdays-only',
  'not-in-fasting-weeks',
  'help-with-transport-costs',
] as const;
export type InterestConstraint = (typeof interestConstraints)[number];
