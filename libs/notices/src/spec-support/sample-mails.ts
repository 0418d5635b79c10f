import type {
  HowDidItGoMail,
  MeetingMail,
  NewTeacherMail,
  ReadyMail,
  TrainingMail,
  VisitSoonMail,
} from '@linking/domain/reminders/mail-facts.js';
import type { PlaceWords } from '../appointment-words.js';
import type { MailContent } from '../mail-content.js';
import type { LinkWords, MailWords } from '../mail-words.js';
import { mergedMail } from '../merged-mail.js';
import { interestReceivedMail } from '../n01-interest-received.js';
import { newInterestMail } from '../n02-new-interest.js';
import { signAgreementMail } from '../n07-sign-agreement.js';
import { stillToBeSignedMail } from '../n08-still-to-be-signed.js';
import { newHeadMail } from '../n09-for-a-new-head.js';
import { meetYourPartnerMail } from '../n09-meet-your-partner.js';
import { trainingPlaceMail } from '../n10-training-place.js';
import { trainingSoonMail } from '../n11-training-soon.js';
import { missedTrainingMail } from '../n12-missed-training.js';
import { firstMeetingMail } from '../n15-first-meeting.js';
import { readyForTheDayMail } from '../n17-ready-for-the-day.js';
import { howDidItGoMail } from '../n18-how-did-it-go.js';
import { planningHalfDayMail } from '../n19-planning-half-day.js';
import { visitMail } from '../n20-visit.js';
import { visitSoonMail } from '../n21-visit-soon.js';
import { newTeacherMail } from '../n25-new-teacher.js';

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
const interest = {
  ...head,
  school: link.ownSchool,
  urn: '900001',
  year: link.year,
  classes: 2,
  interestHref: 'https://linking.example/interests/6f3a1f0e-3a4b-4c55-9f52-1b9c0a4d2e11',
};
const moved = { change: 'moved', wasOn: '2026-11-19', sequence: 1 } as const;

/** Every mail as one person would get it, by the name of its sample. */
export const sampleMails: Readonly<Record<string, MailContent>> = {
  'n01-interest-received': interestReceivedMail(interest),
  'n02-new-interest': newInterestMail({ ...interest, recipient: 'Aisha Khan' }),
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
  'n15-celebration': firstMeetingMail(meeting(n15({ number: 4, on: '2027-06-24' }), hall)),
  'n15-venue-planned': firstMeetingMail(venue()),
  'n15-venue-moved': firstMeetingMail(venue(moved)),
  'n15-venue-cancelled': firstMeetingMail(venue({ change: 'cancelled', sequence: 1 })),
  'n17-teacher': readyForTheDayMail(meeting(n17, hall)),
  'n17-venue': readyForTheDayMail({
    ...meeting({ ...n17, audience: 'venue' }, hall),
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
  'n25-new': newTeacherMail(n25({ audience: 'new', needs: 'initial-half' })),
  'n25-former': newTeacherMail(n25({ audience: 'former', meeting: { ...first, sequence: 1 } })),
  'n25-former-no-meeting': newTeacherMail(n25({ audience: 'former' })),
  'n25-colleague': newTeacherMail(n25({ audience: 'colleague', changedSide: 'b' })),
  'n25-programme': newTeacherMail({
    ...n25({ audience: 'programme', needs: 'initial-full' }),
    recipient: 'Aisha Khan',
    pageHref: `https://linking.example/links/${link.ref}`,
  }),
  'merged-three': mergedMail([
    trainingSoonMail(planning({ rule: 'N11' })),
    visitSoonMail(meeting(n21, atHillTop)),
    howDidItGoMail(meeting(n18(1), hall)),
  ]),
};
