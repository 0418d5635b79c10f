/** Codes of the link stream, once: types, body schemas and checks are all made from these lists. */
export const sides = ['a', 'b'] as const;
export const linkKinds = ['between-schools', 'in-school'] as const;
export const meetingModes = ['in-person', 'virtual'] as const;
export const meetingNumbers = [1, 2, 3, 4] as const;
export const trainingKinds = ['initial-full', 'initial-half', 'planning-half'] as const;
export const exchangeKinds = [
  'photographs',
  'first-names',
  'identity-work',
  'curiosity-questions',
  'work',
  'digital',
  'goodbye',
] as const;
export const exchangeModes = ['post', 'hand', 'digital', 'not-known'] as const;
export const keyQuestions = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export const signatureMeans = ['mailed-page', 'paper', 'with-interest'] as const;
export const riskAssessments = ['confirmed', 'not-confirmed', 'not-known'] as const;
export const transports = ['booked', 'not-needed', 'not-yet'] as const;
export const proposalMeans = ['conversation', 'phone', 'e-mail', 'page'] as const;
export const skippableSteps = [
  'training',
  'exchange',
  'first-meeting',
  'planning',
  'visit-2',
  'visit-3',
  'celebration',
  'goodbye',
] as const;
/** Steps that are to be done by a day of the year, in its order. */
export const targetedSteps = [
  'brokering',
  'agreement',
  'classes',
  'training',
  'exchange',
  'first-meeting',
  'curiosity',
  'visits',
  'goodbye',
] as const;
/** What a link may lack when its year ends. */
export const missingSteps = [
  'brokering',
  'agreement',
  'training',
  'first-meeting',
  'visit-2',
  'visit-3',
  'celebration',
  'goodbye',
] as const;
/** Who may sign for a school. */
export const signerRoles = [
  'headteacher',
  'job-share-headteacher',
  'acting-headteacher',
  'executive-headteacher',
  'deputy-headteacher',
  'trust-officer',
] as const;
/** Why a school does not sign, or takes its signature back. */
export const agreementReasons = [
  'transport-costs',
  'teacher-release',
  'curriculum-time',
  'staff-changes',
  'not-the-right-year',
  'other',
] as const;
/** Curriculum subjects and policy tags of exchanges; the founding texts' words. */
export const subjects = [
  'pshe',
  'pshce',
  'citizenship',
  'english',
  'geography',
  're',
  'history',
  'art',
  'music',
  'drama',
  'pe',
  'computing',
  'science',
  'mathematics',
  'languages',
] as const;
export const policyTags = [
  'smsc',
  'british-values',
  'prevent',
  'pshe',
  'relationships-education',
  'rse',
  'citizenship',
] as const;
export const venueActivities = [
  'drama',
  'outdoor-sports',
  'speaking-and-listening',
  'geography',
  're',
  'art',
  'music',
  'games',
  'other',
] as const;
/** How parents took part. */
export const parentKinds = [
  'information-meeting',
  'came-along',
  'helped',
  'shared-a-skill',
  'celebration',
  'other',
] as const;
export const surveyRounds = ['pre', 'post'] as const;
export const surveyInstruments = ['class-survey', 'show-of-hands', 'teacher-rated'] as const;
/** O1 interest in other cultures, O2 confidence in social mixing, O3 awareness of others, O4 belonging, O5 comfort with difference. */
export const surveyOutcomes = ['O1', 'O2', 'O3', 'O4', 'O5'] as const;
/** Who said something that may be quoted. Adults only. */
export const testimonialRoles = [
  'headteacher',
  'teacher',
  'teaching-assistant',
  'parent',
  'governor',
  'venue-staff',
  'other',
] as const;
