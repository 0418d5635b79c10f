/** Codes of the programme stream, once: types, body schemas and forms are all made from these lists. */
export const programmeSwitches = [
  'matching',
  'surveys',
  'venue-diary',
  'reflection',
  'testimonials',
  'funders',
  'public-interest-form',
  'e-mailed-proposals',
  'signature-with-interest',
] as const;
/** Lists by mail to the programme's mailbox; on until they are turned off. */
export const digests = ['weekly-list', 'daily-list'] as const;
/** Whether a programme takes schools for a year. */
export const recruitmentStates = ['open', 'waiting-list', 'closed'] as const;
/** What a place asks of its schools, beside what each school hopes for. */
export const localPriorities = [
  'community-cohesion',
  'belonging',
  'new-arrivals',
  'faith-dialogue',
  'rural-urban',
  'oracy',
  'pupil-voice',
  'transition',
  'anti-racism',
] as const;
export const closureKinds = ['inset', 'closed', 'holiday'] as const;
export const avoidedKinds = ['eid-al-fitr', 'eid-al-adha', 'diwali', 'sats', 'other'] as const;
export const disruptionReasons = [
  'storm',
  'snow',
  'flood',
  'strike',
  'illness',
  'building-closed',
  'other',
] as const;
export const pauseReasons = ['no-coordinator', 'no-funding', 'host-organisation-changes', 'other'] as const;
/** Rules of scheduled mails whose days a programme may change. */
export const changeableRules = [
  'N03',
  'N05',
  'N08',
  'N11',
  'N13',
  'N14',
  'N17',
  'N18',
  'N21',
  'N24',
  'N31',
] as const;
/** Why mails wait. */
export const holdReasons = [
  'school-asked',
  'date-not-certain',
  'illness',
  'loss-at-school',
  'mails-look-wrong',
  'other',
] as const;
export const leaveReasons = [
  'no-funding',
  'joins-another-programme',
  'host-organisation-ended',
  'other',
] as const;
/** The steps with which public pages may help, and for whom they are made. */
export const resourceSteps = ['first-exchange', 'meetings'] as const;
export const resourceAudiences = ['teachers', 'families'] as const;
