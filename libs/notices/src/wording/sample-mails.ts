import type {
  CourseMail,
  DeclinedMail,
  HowDidItGoMail,
  MeetingMail,
  NewTeacherMail,
  NextStepMail,
  ProposalMail,
  ReadyMail,
  ThankYouMail,
  TrainingMail,
  VisitSoonMail,
} from '@linking/domain/reminders/mail-facts.js';
import type { PlaceWords } from '../appointment-words.js';
import type { MailContent } from '../mail-content.js';
import type { LinkWords, MailWords } from '../mail-words.js';
import { mergedMail } from '../merged-mail.js';
import { interestReceivedMail } from '../n01-interest-received.js';
import { newInterestMail } from '../n02-new-interest.js';
import { interestWaitingMail } from '../n03-interest-waiting.js';
import { linkingPartnerMail } from '../n04-linking-partner.js';
import { pleaseAnswerMail } from '../n05-please-answer.js';
import { headteacherDeclinedMail } from '../n06-headteacher-declined.js';
import { signAgreementMail } from '../n07-sign-agreement.js';
import { stillToBeSignedMail } from '../n08-still-to-be-signed.js';
import { newHeadMail } from '../n09-for-a-new-head.js';
import { meetYourPartnerMail } from '../n09-meet-your-partner.js';
import { trainingPlaceMail } from '../n10-training-place.js';
import { trainingSoonMail } from '../n11-training-soon.js';
import { missedTrainingMail } from '../n12-missed-training.js';
import { nextStepMail } from '../n13-next-step.js';
import { firstExchangeMail } from '../n14-first-exchange.js';
import { firstMeetingMail } from '../n15-first-meeting.js';
import { readyForTheDayMail } from '../n17-ready-for-the-day.js';
import { howDidItGoMail } from '../n18-how-did-it-go.js';
import { planningHalfDayMail } from '../n19-planning-half-day.js';
import { visitMail } from '../n20-visit.js';
import { visitSoonMail } from '../n21-visit-soon.js';
import { thankYouMail } from '../n24-thank-you.js';
import { newTeacherMail } from '../n25-new-teacher.js';
import { aboutYourLinkMail } from '../n26-about-your-link.js';
import { whoIsYourTeacherMail } from '../n31-who-is-your-teacher.js';
import type { MailResource } from '../resource-words.js';
import { weeklyListMail } from '../n27-weekly-list.js';
import { dailyListMail } from '../n28-daily-list.js';
import { figuresMail } from '../n29-figures.js';
import { grantReportMail } from '../n30-report-to-a-funder.js';
import { writtenMail } from '../written-mail.js';

export const words: MailWords = {
  recipient: 'Saira Malik',
  programme: 'Bradford',
  askWho: { name: 'Aisha Khan', email: 'bradford@linking.example', phone: '01274 496 0000' },
  privacyHref: 'https://linking.example/privacy',
};
export const link: LinkWords = {
  ref: 'BRD-2026-014',
  year: '2026-27',
  ownSchool: 'St Mary’s Primary School',
  partnerSchool: 'Hill Top Academy',
  ownClass: '4 Oak',
  partnerClass: '4 Ash',
};
export const tom = { name: 'Tom Reed', email: 't.reed@hilltop.example', phone: '01274 496 0001' };
const head = { ...words, recipient: 'Helen Marsh' };
const page = { pageHref: 'https://linking.example/teacher/saira' };
const sign = { ...head, link, signHref: 'https://linking.example/sign/helen' };
const hall: PlaceWords = { kind: 'venue', name: 'Cartwright Hall', postcode: 'BD9 4NS' };
const atHillTop: PlaceWords = { kind: 'school', name: link.partnerSchool, own: false };
const atHome: PlaceWords = { kind: 'school', name: link.ownSchool, own: true };

const about = {
  linkRef: link.ref,
  side: 'a',
  ownUrn: '900001',
  partnerUrn: '900002',
  year: link.year,
  audience: 'teacher',
  partnerTeacherIds: ['tom'],
  mode: 'in-person',
  sequence: 0,
  stamp: '2026-10-05T09:00:00.000Z',
} as const;
const first = {
  ...about,
  number: 1,
  on: '2026-11-26',
  startsAt: '10:00',
  endsAt: '14:00',
  pupilsExpected: 58,
  venueId: 'hall',
} as const;
const visit = {
  ...about,
  number: 2,
  on: '2027-03-09',
  startsAt: '09:30',
  endsAt: '14:30',
  pupilsExpected: 58,
  hostSide: 'b',
} as const;

const training = (more: Partial<TrainingMail> = {}) => ({
  ...words,
  ...page,
  place: hall,
  facts: {
    rule: 'N10',
    sessionId: 'session',
    kind: 'initial-full',
    change: 'planned',
    waiting: false,
    basis: 'first-time',
    linkRefs: [link.ref],
    year: link.year,
    on: '2026-10-01',
    startsAt: '09:30',
    endsAt: '15:30',
    sequence: 0,
    stamp: '2026-09-14T09:00:00.000Z',
    ...more,
  } satisfies TrainingMail,
});
const planning = (more: Partial<TrainingMail> = {}) => {
  const { basis: _, ...facts } = training({ rule: 'N19', kind: 'planning-half', ...more }).facts;
  return { ...training(), facts: { ...facts, on: '2027-01-26', startsAt: '13:00', endsAt: '16:00' } };
};
const meeting = <Facts>(facts: Facts, place: PlaceWords) => ({
  ...words,
  ...page,
  link,
  place,
  partnerTeachers: [tom],
  facts,
});
const n15 = (more: Partial<MeetingMail> = {}): MeetingMail => ({
  ...first,
  rule: 'N15',
  change: 'planned',
  ...more,
});
const n20 = (more: Partial<MeetingMail> = {}): MeetingMail => ({
  ...visit,
  rule: 'N20',
  change: 'planned',
  ...more,
});
const venue = (more: Partial<MeetingMail> = {}) => {
  const { pageHref: _, ...said } = meeting(n15({ audience: 'venue', ...more }), hall);
  return { ...said, recipient: 'colleagues at Cartwright Hall' };
};
const n17: ReadyMail = { ...first, rule: 'N17' };
const n18 = (asking: 1 | 2): HowDidItGoMail => ({ ...first, rule: 'N18', asking });
const n21: VisitSoonMail = { ...visit, rule: 'N21', hosts: false };
const n25 = (more: Pick<NewTeacherMail, 'audience'> & Partial<NewTeacherMail>) => ({
  ...words,
  ...page,
  link,
  newTeacher: { name: 'Nadia Bell', email: 'n.bell@st-marys.example' },
  formerTeacher: { name: 'Ruth Aziz', email: 'r.aziz@st-marys.example' },
  partnerTeachers: [tom],
  facts: {
    rule: 'N25' as const,
    linkRef: link.ref,
    side: 'a' as const,
    ownUrn: '900001',
    partnerUrn: '900002',
    year: link.year,
    changedSide: 'a' as const,
    newTeacherId: 'nadia',
    formerTeacherId: 'ruth',
    partnerTeacherIds: ['tom'],
    ...more,
  },
});
const resources: readonly MailResource[] = [
  { title: 'Who am I? Six lessons', url: 'https://resources.example/who-am-i', audience: 'teachers' },
  { title: 'A family tree to fill in', url: 'https://resources.example/family', audience: 'families' },
];
const ofLink = {
  linkRef: link.ref,
  side: 'a',
  ownUrn: '900001',
  partnerUrn: '900002',
  year: link.year,
} as const;
const n13 = (more: Partial<Pick<NextStepMail, 'survey'>> = {}) => ({
  ...words,
  ...page,
  resources: [],
  facts: {
    rule: 'N13' as const,
    on: '2026-10-01',
    linkRefs: [link.ref],
    year: link.year,
    survey: false,
    sessionId: 'session',
    ...more,
  },
});
const n14 = (asking: 1 | 2) => ({
  ...words,
  ...page,
  link,
  facts: { rule: 'N14' as const, ...ofLink, asking },
});
const n24 = (more: Partial<ThankYouMail> = {}) => ({
  ...words,
  ...page,
  link,
  facts: {
    rule: 'N24' as const,
    ...ofLink,
    audience: 'teacher' as const,
    lastDay: '2027-07-22',
    goodbye: 'asked' as const,
    completed: false,
    survey: true,
    ...more,
  },
});
const n26 = (became: CourseMail['became'], more: Partial<CourseMail> = {}) => ({
  ...words,
  ...page,
  link,
  facts: {
    rule: 'N26' as const,
    ...ofLink,
    audience: 'teacher' as const,
    became,
    recordedOn: '2027-01-12',
    ...more,
  },
});
const n31 = (asking: 1 | 2) => {
  const { ownClass: _, partnerClass: __, ...unnamed } = link;
  return {
    ...head,
    link: unnamed,
    nameHref: 'https://linking.example/name-teacher/helen',
    facts: { rule: 'N31' as const, ...ofLink, asking, yearGroups: [4] },
  };
};
const interest = {
  ...head,
  school: link.ownSchool,
  urn: '900001',
  year: link.year,
  classes: 2,
  interestHref: 'https://linking.example/interests/6f3a1f0e-3a4b-4c55-9f52-1b9c0a4d2e11',
};
const proposal = (facts: Partial<ProposalMail>) => ({
  ...head,
  link,
  answerHref: 'https://linking.example/proposal/helen',
  partnerYears: 'Year 4',
  facts: {
    rule: 'N04' as const,
    linkRef: link.ref,
    side: 'a' as const,
    ownUrn: '900001',
    partnerUrn: '900002',
    year: link.year,
    partnerYearGroups: [4],
    partnerPupils: 30,
    distanceKm: 5.2,
    reasons: ['first-languages', 'faith', 'similar-age'] as const,
    ...facts,
  },
});
const declined = (facts: Partial<DeclinedMail>) => ({
  ...words,
  recipient: 'Aisha Khan',
  link,
  reason: 'staffing',
  linkHref: `https://linking.example/links/${link.ref}`,
  facts: {
    rule: 'N06' as const,
    linkRef: link.ref,
    side: 'a' as const,
    ownUrn: '900001',
    partnerUrn: '900002',
    year: link.year,
    reasonCode: 'staffing',
    wantsOtherPartner: true,
    partnerSaidYes: true,
    ...facts,
  },
});
const office = {
  ...words,
  askWho: { name: 'Schools Linking national office', email: 'office@linking.example' },
  askLine: 'Questions? Ask the national office:',
};
const atToday = 'https://linking.example/today?programme=bradford';
const listed = (title: string, line: string, todo: string, ref = link.ref) => ({
  title,
  href: `https://linking.example/links/${ref}`,
  lines: [`${ref}: ${line}`, `To do: ${todo}.`],
});
const moved = { change: 'moved', wasOn: '2026-11-19', sequence: 1 } as const;

/** Every mail as one person would get it, by the name of its sample. */
export const sampleMails: Readonly<Record<string, MailContent>> = {
  'n01-interest-received': interestReceivedMail(interest),
  'n02-new-interest': newInterestMail({ ...interest, recipient: 'Aisha Khan' }),
  'n03-interest-waiting': interestWaitingMail({
    ...interest,
    recipient: 'Aisha Khan',
    waitsSince: '2026-05-12',
  }),
  'n04-linking-partner': linkingPartnerMail(proposal({})),
  'n04-in-school': linkingPartnerMail({
    ...proposal({ partnerUrn: '900001', reasons: ['similar-age'] }),
    link: { ...link, partnerSchool: link.ownSchool },
  }),
  'n05-first-asking': pleaseAnswerMail(proposal({ rule: 'N05', asking: 1 })),
  'n05-second-asking': pleaseAnswerMail(proposal({ rule: 'N05', asking: 2 })),
  'n06-other-partner': headteacherDeclinedMail({
    ...declined({}),
    note: 'Two of our teachers leave at Christmas. We would like to link in spring.',
  }),
  'n06-no-other-partner': headteacherDeclinedMail(
    declined({ wantsOtherPartner: false, partnerSaidYes: false }),
  ),
  'n07-sign-agreement': signAgreementMail(sign),
  'n08-first-asking': stillToBeSignedMail({ ...sign, asking: 1 }),
  'n08-second-asking': stillToBeSignedMail({ ...sign, asking: 2 }),
  'n09-teacher': meetYourPartnerMail({
    ...words,
    ...page,
    link,
    audience: 'teacher',
    ownTeachers: [{ name: 'Saira Malik' }],
    partnerTeachers: [tom],
  }),
  'n09-head': meetYourPartnerMail({
    ...head,
    link,
    audience: 'head',
    ownTeachers: [{ name: 'Saira Malik' }],
    partnerTeachers: [tom],
  }),
  'n10-enrolled': trainingPlaceMail(training()),
  'n10-half-day': trainingPlaceMail(
    training({ kind: 'initial-half', basis: 'linked-before', endsAt: '12:30' }),
  ),
  'n10-waiting': trainingPlaceMail(training({ waiting: true })),
  'n10-place-came-free': trainingPlaceMail({ ...training(), cameFree: true }),
  'n10-moved': trainingPlaceMail(
    training({ change: 'moved', on: '2026-10-08', wasOn: '2026-10-01', sequence: 1 }),
  ),
  'n10-cancelled': trainingPlaceMail(training({ change: 'cancelled', sequence: 1 })),
  'n10-given-up': trainingPlaceMail(training({ change: 'cancelled', givenUp: true, sequence: 1 })),
  'n10-off-the-waiting-list': trainingPlaceMail(
    training({ change: 'cancelled', givenUp: true, waiting: true, sequence: 1 }),
  ),
  'n11-training-soon': trainingSoonMail(training({ rule: 'N11' })),
  'n11-planning-soon': trainingSoonMail(planning({ rule: 'N11' })),
  'n12-missed': missedTrainingMail({
    ...words,
    ...page,
    facts: { rule: 'N12', sessionId: 'session', kind: 'initial-full', on: '2026-10-01', year: link.year },
  }),
  'n13-next-step': nextStepMail(n13()),
  'n13-survey-and-resources': nextStepMail({ ...n13({ survey: true }), resources }),
  'n14-first-asking': firstExchangeMail(n14(1)),
  'n14-second-asking': firstExchangeMail(n14(2)),
  'n15-planned': firstMeetingMail(meeting(n15(), hall)),
  'n15-moved': firstMeetingMail(meeting(n15(moved), hall)),
  'n15-other-time': firstMeetingMail(meeting(n15({ change: 'moved', startsAt: '09:30', sequence: 1 }), hall)),
  'n15-in-school': firstMeetingMail({
    ...meeting(n15({ hostSide: 'a', partnerUrn: '900001' }), atHome),
    link: { ...link, partnerSchool: link.ownSchool },
  }),
  'n15-online': firstMeetingMail(
    meeting(n15({ change: 'online', mode: 'virtual', sequence: 1 }), { kind: 'online' }),
  ),
  'n15-cancelled': firstMeetingMail(meeting(n15({ change: 'cancelled', sequence: 1 }), hall)),
  'n15-link-ended': firstMeetingMail(
    meeting(n15({ change: 'cancelled', linkEnded: true, sequence: 1 }), hall),
  ),
  'n15-celebration': firstMeetingMail(meeting(n15({ number: 4, on: '2027-06-24' }), hall)),
  'n15-venue-planned': firstMeetingMail(venue()),
  'n15-venue-moved': firstMeetingMail(venue(moved)),
  'n15-venue-cancelled': firstMeetingMail(venue({ change: 'cancelled', sequence: 1 })),
  'n17-teacher': readyForTheDayMail({ ...meeting(n17, hall), resources }),
  'n17-venue': readyForTheDayMail({
    ...meeting({ ...n17, audience: 'venue' }, hall),
    resources,
    recipient: 'colleagues at Cartwright Hall',
  }),
  'n18-first-asking': howDidItGoMail(meeting(n18(1), hall)),
  'n18-second-asking': howDidItGoMail(meeting(n18(2), hall)),
  'n19-enrolled': planningHalfDayMail(planning()),
  'n19-waiting': planningHalfDayMail(planning({ waiting: true })),
  'n19-moved': planningHalfDayMail(planning({ change: 'moved', wasOn: '2027-01-19', sequence: 1 })),
  'n19-cancelled': planningHalfDayMail(planning({ change: 'cancelled', sequence: 1 })),
  'n19-given-up': planningHalfDayMail(planning({ change: 'cancelled', givenUp: true, sequence: 1 })),
  'n20-visitor': visitMail(meeting(n20(), atHillTop)),
  'n20-host': visitMail(meeting(n20({ hostSide: 'a' }), atHome)),
  'n20-moved': visitMail(
    meeting(n20({ change: 'moved', on: '2027-03-16', wasOn: '2027-03-09', sequence: 1 }), atHillTop),
  ),
  'n20-online': visitMail(
    meeting(n20({ change: 'online', mode: 'virtual', sequence: 1 }), { kind: 'online' }),
  ),
  'n20-cancelled': visitMail(meeting(n20({ change: 'cancelled', hostSide: 'a', sequence: 1 }), atHome)),
  'n21-visitor': visitSoonMail(meeting(n21, atHillTop)),
  'n21-host': visitSoonMail(meeting({ ...n21, hostSide: 'a', hosts: true }, atHome)),
  'n09-new-head': newHeadMail({
    ...sign,
    recipient: 'Dorothy Finch',
    ownTeachers: [{ name: 'Saira Malik' }],
  }),
  'n24-teacher': thankYouMail(n24()),
  'n24-complete': thankYouMail(n24({ goodbye: 'said', completed: true, survey: false })),
  'n24-head': thankYouMail({ ...n24({ audience: 'head' }), ...head }),
  'n24-head-with-form': thankYouMail({
    ...n24({ audience: 'head', completed: true }),
    ...head,
    interestHref: 'https://linking.example/interest',
  }),
  'n25-new': newTeacherMail(n25({ audience: 'new', needs: 'initial-half' })),
  'n25-former': newTeacherMail(n25({ audience: 'former', meeting: { ...first, sequence: 1 } })),
  'n25-former-no-meeting': newTeacherMail(n25({ audience: 'former' })),
  'n25-colleague': newTeacherMail(n25({ audience: 'colleague', changedSide: 'b' })),
  'n25-programme': newTeacherMail({
    ...n25({ audience: 'programme', needs: 'initial-full' }),
    recipient: 'Aisha Khan',
    pageHref: `https://linking.example/links/${link.ref}`,
  }),
  written: writtenMail({
    ...sign,
    recipient: 'Saira Malik',
    facts: { role: 'teacher', linkRefs: [link.ref, 'BRD-2026-021'] },
    subject: 'Coach times for the first meeting',
    text: 'The coach leaves ten minutes earlier than planned.\n\nPlease be at the gate at 09:20, with packed lunches.',
  }),
  'n26-paused': aboutYourLinkMail(n26('paused', { until: '2027-02-26' })),
  'n26-resumed': aboutYourLinkMail(n26('resumed')),
  'n26-withdrawn': aboutYourLinkMail(n26('withdrawn', { withdrew: 'b' })),
  'n26-withdrawn-own-head': aboutYourLinkMail({
    ...n26('withdrawn', { withdrew: 'a', audience: 'head' }),
    ...head,
  }),
  'n31-first-asking': whoIsYourTeacherMail(n31(1)),
  'n31-second-asking': whoIsYourTeacherMail(n31(2)),
  'n27-weekly': weeklyListMail({
    ...office,
    recipient: 'Aisha Khan',
    today: '2026-11-23',
    todayHref: atToday,
    headings: [
      {
        heading: 'Overdue (12)',
        counted: '12 overdue',
        count: 12,
        entries: [
          listed(
            'St Mary’s Primary School and Hill Top Academy: First exchange not sent',
            'Due from Hill Top Academy by Fri 20 Nov.',
            'phone Tom Reed, teacher at Hill Top Academy, 01274 496 0001',
          ),
        ],
        more: { text: 'and 11 more', href: 'https://linking.example/today/attention?programme=bradford' },
      },
      { heading: 'Not signed (0)', counted: '0 not signed', count: 0, entries: [] },
      {
        heading: 'Silent for more than 21 days (1)',
        counted: '1 silent',
        count: 1,
        entries: [
          listed(
            'Brook Lane Primary and St Aidan’s CofE Primary',
            'Nothing was recorded since Fri 16 Oct.',
            'ask one of the teachers how it goes',
            'BRD-2026-021',
          ),
        ],
      },
    ],
  }),
  'n27-nothing-open': weeklyListMail({
    ...office,
    recipient: 'Aisha Khan',
    today: '2026-11-23',
    todayHref: atToday,
    headings: [],
  }),
  'n28-daily': dailyListMail({
    ...office,
    recipient: 'Aisha Khan',
    day: '2026-11-24',
    todayHref: atToday,
    headings: [
      {
        heading: 'Declined (1)',
        counted: '1 declined',
        count: 1,
        entries: [
          listed(
            'St Mary’s Primary School and Hill Top Academy',
            'Hill Top Academy did not sign the agreement, recorded Mon 23 Nov.',
            'decide what follows, and tell the other school',
          ),
        ],
      },
    ],
  }),
  'n29-figures': figuresMail({
    ...office,
    recipient: 'Grace Okoro',
    today: '2026-12-01',
    network: '83 links (50 signed, 33 met), 9 proposals, 11 classes waiting, 5 overdue',
    programmes: [
      {
        name: 'Bradford',
        figures: '41 links (20 signed, 21 met), 5 proposals, 6 classes waiting, 3 overdue',
      },
      { name: 'Kent', figures: '42 links (30 signed, 12 met), 4 proposals, 5 classes waiting, 2 overdue' },
    ],
    todayHref: 'https://linking.example/today',
  }),
  'n30-first-asking': grantReportMail({
    ...office,
    recipient: 'Aisha Khan',
    funder: 'Stockport Homes',
    due: '2027-01-31',
    asking: 1,
    period: '1 September 2026 to 31 August 2027',
    programmes: 'Stockport',
    pays: 'Coach and venue',
    grantHref: 'https://linking.example/funders/6f3a1f0e-3a4b-4c55-9f52-1b9c0a4d2e11',
  }),
  'n30-second-asking': grantReportMail({
    ...office,
    recipient: 'Aisha Khan',
    funder: 'The Educational Trust of the Merchants and Weavers of Stockport',
    due: '2027-01-31',
    asking: 2,
    period: '1 September 2026 to 31 August 2027',
    programmes: 'Stockport and Tameside',
    grantHref: 'https://linking.example/funders/6f3a1f0e-3a4b-4c55-9f52-1b9c0a4d2e11',
  }),
  'merged-three': mergedMail([
    trainingSoonMail(planning({ rule: 'N11' })),
    visitSoonMail(meeting(n21, atHillTop)),
    howDidItGoMail(meeting(n18(1), hall)),
  ]),
};
