/** Why a command was refused: a code for programs, a sentence for people, and what to do next. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly sentence: string,
    readonly more: { readonly rule?: SoftRule; readonly nextStep?: string } = {},
  ) {
    super(sentence);
  }
}

/** Rules that ask for a reason and are then overridden. */
export type SoftRule =
  'class-in-two-links' | 'distance-limit' | 'linked-before' | 'neutral-venue-first' | 'two-meetings' | 'before-year-end';

export type RefusalCode =
  | 'REASON_REQUIRED'
  | 'SAME_CLASS'
  | 'SAME_SCHOOL'
  | 'DIFFERENT_SCHOOLS'
  | 'DIFFERENT_YEARS'
  | 'SCHOOL_CLOSED'
  | 'CLASS_NOT_OFFERED'
  | 'INTEREST_WITHDRAWN'
  | 'NOT_YOUR_PROGRAMME'
  | 'LINK_CLOSED'
  | 'LINK_NOT_BROKERED'
  | 'LINK_NOT_AGREED'
  | 'ALREADY_ANSWERED'
  | 'AGREEMENT_NOT_ISSUED'
  | 'AGREEMENT_ALREADY_SIGNED'
  | 'AGREEMENT_REVOKED'
  | 'ANSWER_TOO_EARLY'
  | 'AGREEMENT_TEXT_UNKNOWN'
  | 'ONE_SIGNATURE_ENOUGH'
  | 'TICK_MISSING'
  | 'SIGNER_NOT_NAMED'
  | 'PERSON_UNKNOWN'
  | 'PROGRAMME_UNKNOWN'
  | 'PROGRAMME_NOT_JOINED'
  | 'CODE_TAKEN'
  | 'AREA_TAKEN'
  | 'PROGRAMME_PAUSED'
  | 'PROGRAMME_LEFT'
  | 'SWITCHED_OFF'
  | 'COORDINATOR_MISSING'
  | 'NOT_COORDINATOR'
  | 'HANDS_OVER_TO_HERSELF'
  | 'STEP_TARGET_NOT_VALID'
  | 'TERM_DATES_NOT_VALID'
  | 'DISRUPTION_TOO_LONG'
  | 'DISRUPTION_UNKNOWN'
  | 'SCHOOL_UNKNOWN'
  | 'NOT_A_SUCCESSOR'
  | 'INTEREST_UNKNOWN'
  | 'DATE_IN_FUTURE'
  | 'DATE_NOT_KNOWN'
  | 'END_BEFORE_START'
  | 'NEW_DATE_PAST'
  | 'NEW_DATE_WITHOUT_STEP'
  | 'TEACHER_NOT_IN_LINK'
  | 'PERSON_NOT_IN_LINK'
  | 'TEACHER_ALREADY_ASSIGNED'
  | 'TRAINING_RECORDED_DIFFERENTLY'
  | 'RECORDED_DIFFERENTLY'
  | 'RATING_NOT_VALID'
  | 'PARENT_NUMBERS'
  | 'SURVEY_NUMBERS'
  | 'WORDS_MISSING'
  | 'CONSENT_MISSING'
  | 'PLACE_OF_MEETING_MISSING'
  | 'MEETING_ALREADY_PLANNED'
  | 'MEETING_NOT_PLANNED'
  | 'MEETING_ALREADY_HELD'
  | 'PUPIL_NUMBERS'
  | 'STEP_ALREADY_DONE'
  | 'GOODBYE_MISSING'
  | 'ENTRY_NOT_FOUND'
  | 'ENTRY_VOIDED'
  | 'ENTRY_CHANGED'
  | 'ENTRY_FIELD_UNKNOWN'
  | 'ENTRY_NOT_MENDABLE'
  | 'VENUE_UNKNOWN'
  | 'SESSION_NOT_HELD_YET'
  | 'SESSION_PAST'
  | 'SESSION_CANCELLED'
  | 'ATTENDANCE_RECORDED'
  | 'NOT_INVITED'
  | 'CLASS_ALREADY_PAIRED'
  | 'INTEREST_ALREADY_PLACED'
  | 'INTEREST_NOT_PLACED'
  | 'YEAR_NOT_VALID'
  | 'LINK_UNKNOWN'
  | 'NOBODY_WITHDREW'
  | 'NO_CLASS_STAYED'
  | 'LINK_CONTINUED'
  | 'NOTHING_MISSING';
