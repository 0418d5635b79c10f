import type { CorrespondenceEventName } from '@linking/events/correspondence/correspondence-events.js';
import type { GrantEventName } from '@linking/events/grant/grant-events.js';
import type { ImportEventName } from '@linking/events/import/import-events.js';
import type { InterestEventName } from '@linking/events/interest/interest-events.js';
import type { publishedLanguage, StreamKind } from '@linking/events/known-types.js';
import type { LedgerEventName } from '@linking/events/ledger/ledger-events.js';
import type { LinkEventName } from '@linking/events/link/link-events.js';
import type { LogEventName } from '@linking/events/log/log-events.js';
import type { PersonEventName } from '@linking/events/person/person-events.js';
import type { ProgrammeEventName } from '@linking/events/programme/programme-events.js';
import type { RulesEventName } from '@linking/events/rules/rules-events.js';
import type { SchoolEventName } from '@linking/events/school/school-events.js';
import type { TrainingEventName } from '@linking/events/training/training-events.js';
import type { UserEventName } from '@linking/events/user/user-events.js';
import type { VenueEventName } from '@linking/events/venue/venue-events.js';

/** What each event says, in one sentence. A new event does not compile until it stands here. */
const link: Readonly<Record<LinkEventName, string>> = {
  InterestRecorded: "A school's interest and the class it offers, copied into the link when it was proposed.",
  LinkProposed:
    'Two classes are proposed as a link, with the reasons and what was known of both schools that day.',
  ProposalSent: 'The proposal went to both schools.',
  ProposalAccepted: 'One headteacher said yes.',
  ProposalDeclined: 'One headteacher said no, and whether the school wants another partner.',
  DiscussionRecorded: 'Something was talked about; a step may have got a new date.',
  LinkBrokered: 'Both headteachers have said yes (said beside the second yes).',
  LinkNotFormed: 'The proposal came to nothing; the link is closed.',
  AgreementIssued: 'One school is asked to sign this text of the agreement.',
  AgreementSigned: 'One school signed; the seal proves later who signed what.',
  AgreementDeclined: 'One school does not sign what it was sent.',
  AgreementRevoked: 'A request to sign, or a signature, is taken back.',
  LinkAgreed: 'Every signature that the link needs is there (said beside the last one).',
  ClassConfirmed: 'A school named its class, its number of pupils and its teachers.',
  ClassDetailsChanged: 'A class is renamed, grows or becomes a mixed one; only what changed is said.',
  TeacherAssigned: 'A teacher joins a class: as another one, as a job share, or as cover between two days.',
  TeacherReplaced: 'One teacher takes a class over from another.',
  HeadteacherChanged: 'A school has a new headteacher.',
  SchoolSucceeded: 'A school of the link closed and another goes on: the side passes to it.',
  ContactLost: 'Mails do not reach this person any more.',
  ContactRestored: 'This person can be reached again.',
  TrainingRequirementSet: 'Which initial training a teacher needs, and why.',
  TeacherEnrolled: 'A teacher has a place in a session (carried from its register).',
  EnrolmentWithdrawn: 'A teacher gave up a place, or the session was cancelled.',
  TrainingAttended: 'A teacher was trained.',
  TrainingMissed: 'A teacher did not come to the training.',
  WorkExchanged: 'One class sent work to the other: that it happened, never the work itself.',
  MeetingPlanned: 'A meeting has a day, a time and a place.',
  ReadyForTheDay: 'One school says how ready it is for a meeting.',
  AnotherDateAsked: 'A school would rather meet on another day.',
  AnotherDateDeclined: 'The day of a meeting stands, though a school asked for another.',
  MeetingRescheduled: 'A meeting moved to another day or time.',
  MeetingMovedOnline: 'A meeting will be virtual.',
  MeetingCancelled: 'A meeting does not take place.',
  MeetingHeld: 'The classes met.',
  VisitsPlanned: 'Both visits have a day (said beside the second plan).',
  StepSkipped: 'A step is left out for a reason.',
  LinkPaused: 'The link rests: nothing is asked of it.',
  LinkResumed: 'The link goes on after a pause.',
  LinkWithdrawn: 'A school left, or both did; how far the link had come stays with it.',
  FinalExchangeCompleted:
    'The goodbye is recorded and the celebration held or skipped (said beside the last fact).',
  CatchUpCompleted: 'A teacher made up for a training that she missed.',
  ParentsInvolved: 'Parents took part, and how many.',
  ReflectionRecorded: 'A class looked back on a meeting, or on the link.',
  SurveyResultRecorded: 'What a class answered as a whole, or that it answered; never what a child did.',
  TestimonialRecorded: 'Somebody said words that may be quoted, and who agreed to it.',
  LinkReBrokered: 'The class that stayed goes on in another link.',
  LinkClosedIncomplete: 'The year is over and these steps were not recorded.',
  LinkCompleted: 'The link is complete, with the number of its meetings.',
  GuardOverridden: 'A soft rule was passed for this reason.',
  EntryCorrected: 'One value of an earlier entry was wrong: it counts with the new one.',
  EntryVoided: 'An earlier entry should never have been made: it counts no more.',
};

const interest: Readonly<Record<InterestEventName, string>> = {
  InterestReceived: 'A school wishes to link, with these classes.',
  InterestUnplaced: 'No programme has it: its school lies in no area, or not in one alone.',
  InterestRouted: 'The programme of its area, or the one the national office chose, has it.',
  InterestHandedOver: 'One programme handed it to another.',
  InterestKept: 'It stays where it is although it lies elsewhere.',
  InterestDeclined: 'No programme can take the school.',
  InterestHeadChanged: 'The school has another headteacher.',
  ClassOffered: 'The school offers a class more.',
  OfferedClassChanged: 'The class as it is now.',
  ClassWithdrawn: 'One class is offered no more.',
  ClassPaired: 'A class is in a link.',
  ClassReleased: 'A class is out of a link again.',
  SchoolSucceeded: 'Its school closed and another goes on: the interest passes to it.',
  InterestWithdrawn: 'The school took its interest back.',
};

const training: Readonly<Record<TrainingEventName, string>> = {
  SessionPlanned: 'A training session has a day, a time and seats.',
  SessionMoved: 'The session as it is from now on: another day, time or place.',
  SessionCancelled: 'The session does not take place.',
  PlaceTaken: 'A teacher has a seat.',
  WaitingForPlace: 'The session is full: a teacher waits for a seat.',
  PlaceGivenUp: 'A teacher gave up a seat, or waits no more.',
  AttendanceRecorded:
    'Who came and who did not; a later entry for a teacher counts instead of an earlier one.',
};

const programme: Readonly<Record<ProgrammeEventName, string>> = {
  ProgrammeProposed: 'A local programme wants to join; until it has, it has no links.',
  ProgrammeJoined: 'A local programme joined the network.',
  ProgrammeStarted: 'Its links begin.',
  ProgrammePaused: 'It takes no new classes and links for a while.',
  ProgrammeResumed: 'It goes on after a pause.',
  YearOpened: 'An academic year is prepared: what the year before had is offered for it again.',
  RecruitmentChanged: 'Whether schools are taken for a year.',
  PrioritiesSet: 'What the place asks for in one year.',
  ResourcesSet:
    'The public pages that its mails name, in their order; titles and addresses are kept outside the log.',
  ProgrammeLeft: 'It left the network; what it did stays.',
  AreaChanged: 'The local authorities and districts that it covers.',
  ProgrammeDetailsChanged: 'Its name, host organisation, other names and distance limit.',
  CoordinatorAppointed: 'Somebody coordinates it from this day on.',
  CoordinatorEnded: 'The last day of a coordinator.',
  MailboxSet: 'Where answers to its mails go; the address itself is kept outside the log.',
  SwitchTurned: 'A part of the product is in use, or not any more.',
  DigestTurned: 'A list by mail to its mailbox is wanted no more, or again.',
  StepsChanged: 'Its own target days and usual lengths, in a new version.',
  TermDatesEntered: 'Terms, closed days and days to avoid of one academic year.',
  DisruptionDeclared: 'A storm or a closure: these days are no school days.',
  DisruptionLifted: 'A disruption is over, or did not happen.',
  FacilitatorTitleSet: 'What letters call the coordinator; the words are kept outside the log.',
  MailWordingChanged:
    'A mail of this programme has other words from now on; the text is kept outside the log.',
  MailWordingDropped: 'The national wording of a mail holds again.',
  MailsHeld:
    'Mails wait, until a day or until they are released. What cancels or moves something goes all the same.',
  MailRuleChanged: 'A rule of mails has other days, or is off, in a new version.',
  MailsReleased: 'Mails that waited go again, unless it is too late.',
};

const correspondence: Readonly<Record<CorrespondenceEventName, string>> = {
  ReminderSent: 'A mail was handed over to the mail server, or put into the outbox.',
  ReminderSkipped: 'A mail was not sent because it was not wanted any more, or too late.',
  ReminderFailed: 'A mail could not be delivered.',
  MessageBounced: 'A mail came back. When its address does not exist, mails to it wait for a coordinator.',
  MailAskedAgain: 'Somebody asked for a mail once more, with the reason.',
  PeopleWrittenTo: 'A coordinator wrote to chosen people; the words are kept apart and may be erased.',
  MailWritten: 'A mail that a coordinator wrote to chosen people concerns this link.',
  AddressConfirmed: 'An address from which a mail came back is right after all, and is tried again.',
  CoordinatorEscalated:
    'A step stays open: 10, 15 or 21 school days after its day the coordinator’s list shows it as more urgent.',
};

const person: Readonly<Record<PersonEventName, string>> = {
  PersonRegistered: 'An adult is known: that she is, never who she is.',
  PersonDetailsChanged: 'What is known of an adult changed: the names of the fields only.',
};

const venue: Readonly<Record<VenueEventName, string>> = {
  VenueBriefed: 'The people at the venue were told of the programme.',
  VenueBriefingVoided: 'A briefing was recorded by mistake, or under a wrong day: it counts no more.',
  VenueAdded: 'A programme has a venue where classes can meet.',
};

const grant: Readonly<Record<GrantEventName, string>> = {
  GrantAdded: 'A funder pays for programmes in this time.',
  GrantChanged: 'The grant as it is from now on.',
  GrantReportDelivered: 'A report to the funder was delivered: nobody is reminded of it any more.',
  GrantEnded: 'The last day of a grant, and why.',
};

const imports: Readonly<Record<ImportEventName, string>> = {
  SchoolsImported: 'A file of the schools register was read, with what it changed in numbers.',
};

const school: Readonly<Record<SchoolEventName, string>> = {
  SchoolAddedByHand: 'A school that the register does not have yet was added by hand.',
  SchoolJoined: 'A school that was added by hand is this school of the register.',
};

const user: Readonly<Record<UserEventName, string>> = {
  UserAdded: 'Somebody has an account with these roles.',
  UserDetailsChanged: 'Her name or address changed: the names of the fields only.',
  UserRolesChanged: 'Her roles and programmes, as they are from now on.',
  PasswordOffered: 'A one-time address to set a password was made.',
  PasswordSet: 'A password was set; every other session ended with it.',
  UserClosed: 'Her account is closed.',
  UserReopened: 'Her account is open again.',
};

const rules: Readonly<Record<RulesEventName, string>> = {
  MailWordingChanged: 'A mail of every programme without own words has other words from now on.',
  MailWordingDropped: 'The wording that comes with the product holds again.',
};

const ledger: Readonly<Record<LedgerEventName, string>> = {
  LedgerKeyRotated:
    'Another key signs the ledger from now on; the old and the new one have both signed this.',
  LedgerKeyReplaced:
    'The key of the ledger was lost and another one signs from now on; the old one has not handed over to it.',
};

const log: Readonly<Record<LogEventName, string>> = {
  LogCreated: 'Which log this is: the database that belongs to it remembers the same id.',
};

export const eventSentences = {
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
} satisfies {
  readonly [Kind in StreamKind]: Readonly<Record<keyof (typeof publishedLanguage)[Kind], string>>;
};
