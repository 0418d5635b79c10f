import { SignedPage } from '../src/pages/agreement/signed-page.js';
import { SigningPage } from '../src/pages/agreement/signing-page.js';
import { AccountPage } from '../src/pages/accounts/account-page.js';
import { ForgottenPasswordPage } from '../src/pages/accounts/forgotten-password-page.js';
import { PasswordAddressPage } from '../src/pages/accounts/password-address-page.js';
import { SignInPage } from '../src/pages/accounts/sign-in-page.js';
import { UserListPage } from '../src/pages/accounts/user-list-page.js';
import { UserPage } from '../src/pages/accounts/user-page.js';
import { ProposalPage } from '../src/pages/proposal/proposal-page.js';
import { ClockPage } from '../src/pages/demonstration/clock-page.js';
import { CalendarPage } from '../src/pages/calendar/calendar-page.js';
import { InterestPage } from '../src/pages/interests/interest-page.js';
import { UnplacedPage } from '../src/pages/interests/unplaced-page.js';
import { WaitingListPage } from '../src/pages/interests/waiting-list-page.js';
import { FormPage } from '../src/pages/forms/form-page.js';
import { MessagePage, errorView, notFoundView } from '../src/pages/layout/message-page.js';
import type { PageFrame } from '../src/pages/layout/page-frame.js';
import { renderPage } from '../src/pages/layout/render-page.js';
import { AuditPage } from '../src/pages/audit/audit-page.js';
import { AuditedLinksPage } from '../src/pages/audit/audited-links-page.js';
import { EventPage } from '../src/pages/audit/event-page.js';
import { ReadsPage } from '../src/pages/audit/reads-page.js';
import { RedactedPage } from '../src/pages/audit/redacted-page.js';
import { SamplePage } from '../src/pages/audit/sample-page.js';
import { TimelinePage } from '../src/pages/audit/timeline-page.js';
import { EvidencePage } from '../src/pages/audit/evidence-page.js';
import { OperationsPage } from '../src/pages/operations/operations-page.js';
import { NothingToAskPage } from '../src/pages/forms/nothing-to-ask-page.js';
import { CommandListPage } from '../src/pages/links/command-list-page.js';
import { LinkListPage } from '../src/pages/links/link-list-page.js';
import { LinkPage } from '../src/pages/links/link-page.js';
import { MailPage } from '../src/pages/outbox/mail-page.js';
import { OutboxPage } from '../src/pages/outbox/outbox-page.js';
import { RemindersPage } from '../src/pages/reminders/reminders-page.js';
import { DisruptionPage } from '../src/pages/programmes/disruption-page.js';
import { OpeningPage } from '../src/pages/programmes/opening-page.js';
import { ProgrammeListPage } from '../src/pages/programmes/programme-list-page.js';
import { ProgrammePage } from '../src/pages/programmes/programme-page.js';
import { TermDatesPage } from '../src/pages/programmes/term-dates-page.js';
import { ConfirmPage } from '../src/pages/public-form/confirm-page.js';
import { PublicFormPage } from '../src/pages/public-form/public-form-page.js';
import { AddSchoolPage } from '../src/pages/schools/add-school-page.js';
import { SchoolImportPage } from '../src/pages/schools/school-import-page.js';
import { PartnersPage } from '../src/pages/interests/partners-page.js';
import { ProposePage } from '../src/pages/interests/propose-page.js';
import { SchoolPage } from '../src/pages/schools/school-page.js';
import { SchoolListPage } from '../src/pages/schools/school-list-page.js';
import { AttentionPage } from '../src/pages/today/attention-page.js';
import { TodayPage } from '../src/pages/today/today-page.js';
import { SheetFilledPage } from '../src/pages/sheet/sheet-filled-page.js';
import { SheetPage } from '../src/pages/sheet/sheet-page.js';
import { SheetRowPage } from '../src/pages/sheet/sheet-row-page.js';
import { SessionListPage } from '../src/pages/training/session-list-page.js';
import { SessionPage } from '../src/pages/training/session-page.js';
import { TeacherFormPage } from '../src/pages/teacher/teacher-form-page.js';
import { TeacherPage } from '../src/pages/teacher/teacher-page.js';
import { CertificatesPage } from '../src/pages/year-end/certificates-page.js';
import { YearEndPage } from '../src/pages/year-end/year-end-page.js';
import { WordingListPage } from '../src/pages/wording/wording-list-page.js';
import { WordingPage } from '../src/pages/wording/wording-page.js';
import { VenueListPage } from '../src/pages/venues/venue-list-page.js';
import { VenuePage } from '../src/pages/venues/venue-page.js';
import * as audits from './audit-samples.js';
import * as audited from './audited-link-samples.js';
import * as wordings from './wording-samples.js';
import * as accounts from './account-samples.js';
import * as proposals from './proposal-samples.js';
import * as agreements from './agreement-samples.js';
import * as calendars from './calendar-samples.js';
import { meetingHeldFormWithErrors, planMeetingForm } from './form-samples.js';
import { coordinatorFrame, visitorFrame } from './frame-samples.js';
import * as interests from './interest-samples.js';
import * as links from './link-samples.js';
import * as publicForms from './public-form-samples.js';
import * as schools from './school-samples.js';
import * as openings from './opening-samples.js';
import * as programmes from './programme-samples.js';
import * as sheets from './sheet-samples.js';
import * as lists from './list-samples.js';
import * as days from './today-samples.js';
import * as trainings from './training-samples.js';
import * as teachers from './teacher-samples.js';
import * as yearEnds from './year-end-samples.js';
import * as operations from './operations-samples.js';
import { remindersSample } from './reminders-samples.js';

const crumbs = [
  { href: '/links', label: 'Links' },
  { href: '/links?programme=BRD', label: 'Bradford 2026–27' },
];
const linksFrame: PageFrame = { ...coordinatorFrame('/links'), crumbs };
const flashed: PageFrame = {
  ...linksFrame,
  flash: {
    tone: 'green',
    text: 'The meeting is planned.',
    more: ['26 November 2026 is a day to avoid: parents’ evening.'],
  },
};
const eyebrow = 'BRD-2026-014 · Brook Lane Primary and St Aidan’s CofE Primary';

/** Every page with a made-up view: for render specs and to look at in a browser. */
export const samplePages: Readonly<Record<string, () => string>> = {
  'sign-in': () => renderPage(SignInPage, { frame: visitorFrame(), view: agreements.signIn }),
  'forgotten-password': () =>
    renderPage(ForgottenPasswordPage, {
      frame: visitorFrame(),
      view: { state: 'ask', form: accounts.forgottenForm },
    }),
  'forgotten-password-asked': () =>
    renderPage(ForgottenPasswordPage, {
      frame: visitorFrame(),
      view: { state: 'asked', demonstration: true },
    }),
  'forgotten-password-no-mail': () =>
    renderPage(ForgottenPasswordPage, { frame: visitorFrame(), view: { state: 'no-mail' } }),
  operations: () =>
    renderPage(OperationsPage, {
      frame: coordinatorFrame('/operations'),
      view: operations.viewOf(operations.calm),
    }),
  'operations-paused': () =>
    renderPage(OperationsPage, {
      frame: coordinatorFrame('/operations'),
      view: operations.viewOf(operations.troubled),
    }),
  'operations-stopped': () =>
    renderPage(OperationsPage, {
      frame: coordinatorFrame('/operations'),
      view: operations.viewOf(operations.stopped),
    }),
  users: () => renderPage(UserListPage, { frame: coordinatorFrame('/users'), view: accounts.userList }),
  'users-empty': () =>
    renderPage(UserListPage, { frame: coordinatorFrame('/users'), view: accounts.userListEmpty }),
  user: () => renderPage(UserPage, { frame: coordinatorFrame('/users'), view: accounts.user }),
  'user-errors': () => renderPage(UserPage, { frame: coordinatorFrame('/users'), view: accounts.userErrors }),
  'user-add': () =>
    renderPage(FormPage, {
      frame: coordinatorFrame('/users'),
      view: { title: 'Add a user', form: accounts.addUser },
    }),
  programmes: () =>
    renderPage(ProgrammeListPage, { frame: coordinatorFrame('/programmes'), view: programmes.programmeList }),
  'programmes-empty': () =>
    renderPage(ProgrammeListPage, {
      frame: coordinatorFrame('/programmes'),
      view: programmes.programmeListEmpty,
    }),
  programme: () =>
    renderPage(ProgrammePage, { frame: coordinatorFrame('/programmes'), view: programmes.programmeOfOffice }),
  'programme-new': () =>
    renderPage(ProgrammePage, {
      frame: coordinatorFrame('/programmes'),
      view: programmes.programmeOfCoordinator,
    }),
  'programme-add': () =>
    renderPage(FormPage, {
      frame: coordinatorFrame('/programmes'),
      view: { title: 'Add a programme', form: programmes.addProgramme },
    }),
  'programme-steps': () =>
    renderPage(FormPage, {
      frame: coordinatorFrame('/programmes'),
      view: { title: 'Steps of the year', eyebrow: 'Bradford', form: programmes.steps },
    }),
  'opening-before': () =>
    renderPage(OpeningPage, { frame: coordinatorFrame('/programmes'), view: openings.before }),
  opening: () => renderPage(OpeningPage, { frame: coordinatorFrame('/programmes'), view: openings.opened }),
  disruption: () =>
    renderPage(DisruptionPage, { frame: coordinatorFrame('/programmes'), view: programmes.disruption }),
  'disruption-done': () =>
    renderPage(DisruptionPage, { frame: coordinatorFrame('/programmes'), view: programmes.disruptionDone }),
  'term-dates': () =>
    renderPage(TermDatesPage, { frame: coordinatorFrame('/programmes'), view: programmes.termDates }),
  'password-address': () =>
    renderPage(PasswordAddressPage, { frame: coordinatorFrame('/users'), view: accounts.passwordAddress }),
  account: () => renderPage(AccountPage, { frame: coordinatorFrame('/account'), view: accounts.account }),
  'account-errors': () =>
    renderPage(AccountPage, { frame: coordinatorFrame('/account'), view: accounts.accountErrors }),
  clock: () => renderPage(ClockPage, { frame: coordinatorFrame('/clock'), view: accounts.clock }),
  'clock-empty': () =>
    renderPage(ClockPage, { frame: coordinatorFrame('/clock'), view: accounts.clockEmpty }),
  today: () => renderPage(TodayPage, { frame: coordinatorFrame('/today'), view: days.today }),
  'today-national': () =>
    renderPage(TodayPage, { frame: coordinatorFrame('/today'), view: days.todayOfNationalOffice }),
  'today-calm': () => renderPage(TodayPage, { frame: coordinatorFrame('/today'), view: days.calmDay }),
  'today-attention': () =>
    renderPage(AttentionPage, { frame: coordinatorFrame('/today'), view: days.attentionPage }),
  links: () => renderPage(LinkListPage, { frame: coordinatorFrame('/links'), view: lists.linkList }),
  'links-empty': () =>
    renderPage(LinkListPage, { frame: coordinatorFrame('/links'), view: lists.emptyLinkList }),
  sheet: () => renderPage(SheetPage, { frame: linksFrame, view: sheets.sheet }),
  'sheet-read': () => renderPage(SheetPage, { frame: linksFrame, view: sheets.sheetForReading }),
  'sheet-empty': () => renderPage(SheetPage, { frame: linksFrame, view: { ...sheets.sheet, rows: [] } }),
  'sheet-row': () => renderPage(SheetRowPage, { frame: linksFrame, view: sheets.sheetRow }),
  'sheet-filled': () => renderPage(SheetFilledPage, { frame: linksFrame, view: sheets.sheetFilled }),
  link: () => renderPage(LinkPage, { frame: flashed, view: links.linkToday }),
  waiting: () =>
    renderPage(WaitingListPage, { frame: coordinatorFrame('/waiting'), view: interests.waitingList }),
  interest: () => renderPage(InterestPage, { frame: coordinatorFrame('/waiting'), view: interests.interest }),
  'interest-unplaced': () =>
    renderPage(InterestPage, { frame: coordinatorFrame('/waiting'), view: interests.unplacedInterest }),
  unplaced: () => renderPage(UnplacedPage, { frame: coordinatorFrame('/waiting'), view: interests.unplaced }),
  'unplaced-empty': () =>
    renderPage(UnplacedPage, { frame: coordinatorFrame('/waiting'), view: interests.nothingUnplaced }),
  'link-not-formed': () => renderPage(LinkPage, { frame: linksFrame, view: links.linkNotFormed }),
  'link-errors': () => renderPage(LinkPage, { frame: linksFrame, view: links.linkWithErrors }),
  'link-past': () => renderPage(LinkPage, { frame: linksFrame, view: links.linkInThePast }),
  commands: () => renderPage(CommandListPage, { frame: linksFrame, view: lists.commandList }),
  audit: () => renderPage(AuditPage, { frame: linksFrame, view: audits.nothingAltered }),
  'audit-altered': () => renderPage(AuditPage, { frame: linksFrame, view: audits.altered }),
  'audited-links': () => renderPage(AuditedLinksPage, { frame: linksFrame, view: audited.auditedLinks }),
  'audited-links-none': () =>
    renderPage(AuditedLinksPage, { frame: linksFrame, view: audited.noAuditedLinks }),
  timeline: () => renderPage(TimelinePage, { frame: linksFrame, view: audited.timeline }),
  'timeline-of-nothing': () =>
    renderPage(TimelinePage, { frame: linksFrame, view: audited.timelineOfNothing }),
  event: () => renderPage(EventPage, { frame: linksFrame, view: audited.event }),
  redacted: () => renderPage(RedactedPage, { frame: linksFrame, view: audited.redacted }),
  'sample-drawn': () => renderPage(SamplePage, { frame: linksFrame, view: audited.drawnSample }),
  'sample-to-draw': () => renderPage(SamplePage, { frame: linksFrame, view: audited.sampleToDraw }),
  reads: () => renderPage(ReadsPage, { frame: linksFrame, view: audited.reads }),
  'reads-none': () => renderPage(ReadsPage, { frame: linksFrame, view: audited.noReads }),
  evidence: () => renderPage(EvidencePage, { frame: linksFrame, view: audits.evidence }),
  'nothing-to-ask': () =>
    renderPage(NothingToAskPage, {
      frame: linksFrame,
      view: {
        title: 'Several meetings took place',
        empty: {
          title: 'No meeting waits to be recorded',
          sentence: 'A meeting stands here from the day for which it was planned.',
          onward: { href: '/links', label: 'Back to the links' },
        },
      },
    }),
  form: () =>
    renderPage(FormPage, {
      frame: linksFrame,
      view: { title: 'Plan a meeting', eyebrow, form: planMeetingForm },
    }),
  'form-errors': () =>
    renderPage(FormPage, {
      frame: linksFrame,
      view: {
        title: 'Record a meeting',
        eyebrow,
        intro: 'What happened can be recorded even when it was never planned.',
        known: [{ key: 'Planned', value: 'Thursday 26 November 2026, Cliffe Castle Museum' }],
        form: meetingHeldFormWithErrors,
      },
    }),
  reminders: () =>
    renderPage(RemindersPage, { frame: coordinatorFrame('/reminders'), view: remindersSample }),
  outbox: () => renderPage(OutboxPage, { frame: coordinatorFrame('/reminders'), view: lists.outbox }),
  mail: () => renderPage(MailPage, { frame: coordinatorFrame('/reminders'), view: lists.mail }),
  'wording-list': () =>
    renderPage(WordingListPage, { frame: coordinatorFrame('/programmes'), view: wordings.wordingList }),
  wording: () => renderPage(WordingPage, { frame: coordinatorFrame('/programmes'), view: wordings.wording }),
  'wording-refused': () =>
    renderPage(WordingPage, { frame: coordinatorFrame('/programmes'), view: wordings.wordingRefused }),
  'wording-read': () =>
    renderPage(WordingPage, { frame: coordinatorFrame('/programmes'), view: wordings.wordingRead }),
  signing: () => renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingOpen }),
  'signing-errors': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingWithErrors }),
  'signing-signed': () => renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingSigned }),
  'signing-expired': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingExpired }),
  'signing-sent-again': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: { state: 'sent-again' } }),
  'signing-new-head': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingForNewHead }),
  'signing-decline': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingDecline }),
  'signing-declined': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingDeclined }),
  proposal: () => renderPage(ProposalPage, { frame: visitorFrame(), view: proposals.proposalOpen }),
  'proposal-no': () => renderPage(ProposalPage, { frame: visitorFrame(), view: proposals.proposalNo }),
  'proposal-accepted': () =>
    renderPage(ProposalPage, { frame: visitorFrame(), view: proposals.proposalAccepted }),
  'proposal-declined': () =>
    renderPage(ProposalPage, { frame: visitorFrame(), view: proposals.proposalDeclined }),
  'proposal-ended': () => renderPage(ProposalPage, { frame: visitorFrame(), view: proposals.proposalEnded }),
  'proposal-expired': () =>
    renderPage(ProposalPage, { frame: visitorFrame(), view: proposals.proposalExpired }),
  'proposal-paused': () =>
    renderPage(ProposalPage, {
      frame: visitorFrame(),
      view: { state: 'paused', contact: { name: 'Amina Khan', email: 'bradford@linking.example' } },
    }),
  'proposal-not-found': () =>
    renderPage(ProposalPage, { frame: visitorFrame(), view: { state: 'not-found' } }),
  'signing-revoked': () =>
    renderPage(SigningPage, { frame: visitorFrame(), view: agreements.signingRevoked }),
  'signing-not-found': () => renderPage(SigningPage, { frame: visitorFrame(), view: { state: 'not-found' } }),
  signed: () => renderPage(SignedPage, { frame: visitorFrame(), view: agreements.signed }),
  teacher: () => renderPage(TeacherPage, { frame: visitorFrame(), view: teachers.teacherYear }),
  'teacher-two-links': () =>
    renderPage(TeacherPage, { frame: visitorFrame(), view: teachers.teacherTwoLinks }),
  'teacher-replaced': () =>
    renderPage(TeacherPage, { frame: visitorFrame(), view: teachers.teacherReplaced }),
  'teacher-calendar': () =>
    renderPage(TeacherPage, { frame: visitorFrame(), view: teachers.teacherCalendar }),
  'teacher-expired': () => renderPage(TeacherPage, { frame: visitorFrame(), view: teachers.teacherExpired }),
  'teacher-sent-again': () =>
    renderPage(TeacherPage, { frame: visitorFrame(), view: { state: 'sent-again' } }),
  'teacher-not-found': () => renderPage(TeacherPage, { frame: visitorFrame(), view: { state: 'not-found' } }),
  'teacher-meeting': () =>
    renderPage(TeacherFormPage, { frame: visitorFrame(), view: teachers.teacherMeetingForm }),
  calendar: () => renderPage(CalendarPage, { frame: coordinatorFrame('/calendar'), view: calendars.month }),
  'calendar-list': () =>
    renderPage(CalendarPage, { frame: coordinatorFrame('/calendar'), view: calendars.weekByWeek }),
  'calendar-national': () =>
    renderPage(CalendarPage, { frame: coordinatorFrame('/calendar'), view: calendars.national }),
  'calendar-empty': () =>
    renderPage(CalendarPage, { frame: coordinatorFrame('/calendar'), view: calendars.emptyMonth }),
  training: () =>
    renderPage(SessionListPage, { frame: coordinatorFrame('/training'), view: trainings.sessionList }),
  session: () => renderPage(SessionPage, { frame: coordinatorFrame('/training'), view: trainings.session }),
  'session-day': () =>
    renderPage(SessionPage, { frame: coordinatorFrame('/training'), view: trainings.sessionOnTheDay }),
  'session-cancelled': () =>
    renderPage(SessionPage, { frame: coordinatorFrame('/training'), view: trainings.sessionCancelled }),
  'session-enrol': () =>
    renderPage(FormPage, { frame: coordinatorFrame('/training'), view: trainings.enrolment }),
  venue: () => renderPage(VenuePage, { frame: coordinatorFrame('/venues'), view: calendars.venue }),
  'venue-empty': () =>
    renderPage(VenuePage, { frame: coordinatorFrame('/venues'), view: calendars.emptyVenue }),
  venues: () => renderPage(VenueListPage, { frame: coordinatorFrame('/venues'), view: lists.venueList }),
  schools: () => renderPage(SchoolListPage, { frame: coordinatorFrame('/schools'), view: lists.schoolList }),
  school: () => renderPage(SchoolPage, { frame: coordinatorFrame('/schools'), view: schools.closedSchool }),
  'school-quiet': () =>
    renderPage(SchoolPage, { frame: coordinatorFrame('/schools'), view: schools.quietSchool }),
  partners: () => renderPage(PartnersPage, { frame: coordinatorFrame('/waiting'), view: schools.partners }),
  'partners-none': () =>
    renderPage(PartnersPage, { frame: coordinatorFrame('/waiting'), view: schools.noPartners }),
  propose: () => renderPage(ProposePage, { frame: coordinatorFrame('/waiting'), view: schools.proposal }),
  'school-add': () =>
    renderPage(AddSchoolPage, { frame: coordinatorFrame('/schools'), view: publicForms.addSchool }),
  ...publicFormPages(),
  'schools-import': () =>
    renderPage(SchoolImportPage, { frame: coordinatorFrame('/schools'), view: lists.schoolImport }),
  'link-that-goes-on': () => renderPage(LinkPage, { frame: linksFrame, view: yearEnds.linkThatGoesOn }),
  'year-end': () => renderPage(YearEndPage, { frame: linksFrame, view: yearEnds.yearEnd }),
  'year-end-to-read': () => renderPage(YearEndPage, { frame: linksFrame, view: yearEnds.yearEndToRead }),
  'year-end-over': () => renderPage(YearEndPage, { frame: linksFrame, view: yearEnds.yearEndOver }),
  certificates: () => renderPage(CertificatesPage, { frame: linksFrame, view: yearEnds.certificates }),
  'certificates-none': () =>
    renderPage(CertificatesPage, { frame: linksFrame, view: yearEnds.noCertificates }),
  'not-found': () => renderPage(MessagePage, { frame: visitorFrame(), view: notFoundView('/') }),
  error: () => renderPage(MessagePage, { frame: visitorFrame(), view: errorView('/', '0d4a1c2e') }),
};

function publicFormPages(): Readonly<Record<string, () => string>> {
  const form = {
    notInUse: publicForms.notInUse,
    findSchool: publicForms.findSchool,
    wrongUrn: publicForms.wrongUrn,
  };
  const more = {
    openForm: publicForms.openForm,
    formOfNoArea: publicForms.formOfNoArea,
    sent: publicForms.sent,
  };
  const { confirmOpen, confirmRecorded, confirmExpired } = publicForms;
  const frame = visitorFrame();
  return Object.fromEntries([
    ...Object.entries({ ...form, ...more }).map(([name, view]) => [
      `public-form-${name}`,
      () => renderPage(PublicFormPage, { frame, view }),
    ]),
    ...Object.entries({ confirmOpen, confirmRecorded, confirmExpired }).map(([name, view]) => [
      `public-form-${name}`,
      () => renderPage(ConfirmPage, { frame, view }),
    ]),
  ]);
}
