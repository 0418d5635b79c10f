import type { CorrespondenceEventName } from './correspondence/correspondence-events.js';
import type { GrantEventName } from './grant/grant-events.js';
import type { ImportEventName } from './import/import-events.js';
import type { InterestEventName } from './interest/interest-events.js';
import type { LedgerEventName } from './ledger/ledger-events.js';
import type { LinkEventName } from './link/link-events.js';
import type { LogEventName } from './log/log-events.js';
import type { PersonEventName } from './person/person-events.js';
import type { ProgrammeEventName } from './programme/programme-events.js';
import type { RulesEventName } from './rules/rules-events.js';
import type { SchoolEventName } from './school/school-events.js';
import type { TrainingEventName } from './training/training-events.js';
import type { UserEventName } from './user/user-events.js';
import type { VenueEventName } from './venue/venue-events.js';

// Records, not lists: a name added to or taken from the published language fails to compile here.
const link: Record<LinkEventName, true> = {
  InterestRecorded: true,
  LinkProposed: true,
  ProposalSent: true,
  ProposalAccepted: true,
  ProposalDeclined: true,
  DiscussionRecorded: true,
  LinkBrokered: true,
  LinkNotFormed: true,
  AgreementIssued: true,
  AgreementSigned: true,
  AgreementDeclined: true,
  AgreementRevoked: true,
  LinkAgreed: true,
  ClassConfirmed: true,
  ClassDetailsChanged: true,
  TeacherAssigned: true,
  TeacherReplaced: true,
  HeadteacherChanged: true,
  SchoolSucceeded: true,
  ContactLost: true,
  ContactRestored: true,
  TrainingRequirementSet: true,
  TeacherEnrolled: true,
  EnrolmentWithdrawn: true,
  TrainingAttended: true,
  TrainingMissed: true,
  CatchUpCompleted: true,
  WorkExchanged: true,
  MeetingPlanned: true,
  ReadyForTheDay: true,
  AnotherDateAsked: true,
  AnotherDateDeclined: true,
  MeetingRescheduled: true,
  MeetingMovedOnline: true,
  MeetingCancelled: true,
  MeetingHeld: true,
  VisitsPlanned: true,
  ParentsInvolved: true,
  ReflectionRecorded: true,
  SurveyResultRecorded: true,
  TestimonialRecorded: true,
  StepSkipped: true,
  LinkPaused: true,
  LinkResumed: true,
  LinkWithdrawn: true,
  LinkReBrokered: true,
  FinalExchangeCompleted: true,
  LinkCompleted: true,
  LinkClosedIncomplete: true,
  GuardOverridden: true,
  EntryCorrected: true,
  EntryVoided: true,
};

/** Every event of the link stream. */
export const linkEventNames = Object.keys(link) as readonly LinkEventName[];

const interest: Record<InterestEventName, true> = {
  InterestReceived: true,
  InterestUnplaced: true,
  InterestRouted: true,
  InterestHandedOver: true,
  InterestKept: true,
  InterestDeclined: true,
  InterestHeadChanged: true,
  ClassOffered: true,
  OfferedClassChanged: true,
  ClassWithdrawn: true,
  ClassPaired: true,
  ClassReleased: true,
  InterestWithdrawn: true,
  SchoolSucceeded: true,
};
const training: Record<TrainingEventName, true> = {
  SessionPlanned: true,
  SessionMoved: true,
  SessionCancelled: true,
  PlaceTaken: true,
  WaitingForPlace: true,
  PlaceGivenUp: true,
  AttendanceRecorded: true,
};
const programme: Record<ProgrammeEventName, true> = {
  ProgrammeProposed: true,
  ProgrammeJoined: true,
  ProgrammeStarted: true,
  ProgrammePaused: true,
  ProgrammeResumed: true,
  ProgrammeLeft: true,
  AreaChanged: true,
  ProgrammeDetailsChanged: true,
  CoordinatorAppointed: true,
  CoordinatorEnded: true,
  MailboxSet: true,
  SwitchTurned: true,
  DigestTurned: true,
  StepsChanged: true,
  YearOpened: true,
  RecruitmentChanged: true,
  PrioritiesSet: true,
  ResourcesSet: true,
  TermDatesEntered: true,
  DisruptionDeclared: true,
  DisruptionLifted: true,
  FacilitatorTitleSet: true,
  MailWordingChanged: true,
  MailWordingDropped: true,
  MailsHeld: true,
  MailsReleased: true,
  MailRuleChanged: true,
};
const correspondence: Record<CorrespondenceEventName, true> = {
  ReminderSent: true,
  ReminderSkipped: true,
  ReminderFailed: true,
  MessageBounced: true,
  MailAskedAgain: true,
  PeopleWrittenTo: true,
  MailWritten: true,
  AddressConfirmed: true,
  CoordinatorEscalated: true,
};
const person: Record<PersonEventName, true> = { PersonRegistered: true, PersonDetailsChanged: true };
const venue: Record<VenueEventName, true> = {
  VenueAdded: true,
  VenueBriefed: true,
  VenueBriefingVoided: true,
};
const grant: Record<GrantEventName, true> = {
  GrantAdded: true,
  GrantChanged: true,
  GrantReportDelivered: true,
  GrantEnded: true,
};
const imports: Record<ImportEventName, true> = { SchoolsImported: true };
const school: Record<SchoolEventName, true> = { SchoolAddedByHand: true, SchoolJoined: true };
const log: Record<LogEventName, true> = { LogCreated: true };
const user: Record<UserEventName, true> = {
  UserAdded: true,
  UserDetailsChanged: true,
  UserRolesChanged: true,
  PasswordOffered: true,
  PasswordSet: true,
  UserClosed: true,
  UserReopened: true,
};

const rules: Record<RulesEventName, true> = { MailWordingChanged: true, MailWordingDropped: true };
const ledger: Record<LedgerEventName, true> = { LedgerKeyRotated: true, LedgerKeyReplaced: true };

/** The published language, by what the streams are of. */
export const publishedLanguage = {
  link,
  interest,
  training,
  programme,
  correspondence,
  person,
  venue,
  grant,
  import: imports,
  school,
  user,
  rules,
  ledger,
  log,
} as const;

/** Whose facts are ours: every stream's name begins with one of these. */
export const streamPrefixes: readonly string[] = Object.keys(publishedLanguage).map((kind) => `${kind}-`);

type PublishedLanguage = typeof publishedLanguage;
export type StreamKind = keyof PublishedLanguage;
/** The name of any event of the published language. */
export type EventName = { [Kind in StreamKind]: keyof PublishedLanguage[Kind] }[StreamKind];
