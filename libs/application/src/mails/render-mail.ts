import type { AboutLink, AboutMeeting, TrainingMail } from '@linking/domain/reminders/mail-facts.js';
import type { PlaceWords } from '@linking/notices/appointment-words.js';
import { meetingEntry, trainingEntry } from '@linking/notices/calendar/appointment-entries.js';
import type { CalendarEntry } from '@linking/notices/calendar/calendar-entry.js';
import type { MailContact, MailContent } from '@linking/notices/mail-content.js';
import type { LinkWords, MailWords } from '@linking/notices/mail-words.js';
import type { MeetingWords } from '@linking/notices/meeting-words.js';
import { interestReceivedMail } from '@linking/notices/n01-interest-received.js';
import { newInterestMail } from '@linking/notices/n02-new-interest.js';
import { signAgreementMail } from '@linking/notices/n07-sign-agreement.js';
import { stillToBeSignedMail } from '@linking/notices/n08-still-to-be-signed.js';
import { newHeadMail } from '@linking/notices/n09-for-a-new-head.js';
import { meetYourPartnerMail } from '@linking/notices/n09-meet-your-partner.js';
import { trainingPlaceMail } from '@linking/notices/n10-training-place.js';
import { trainingSoonMail } from '@linking/notices/n11-training-soon.js';
import { missedTrainingMail } from '@linking/notices/n12-missed-training.js';
import { firstMeetingMail } from '@linking/notices/n15-first-meeting.js';
import { readyForTheDayMail } from '@linking/notices/n17-ready-for-the-day.js';
import { howDidItGoMail } from '@linking/notices/n18-how-did-it-go.js';
import { planningHalfDayMail } from '@linking/notices/n19-planning-half-day.js';
import { visitMail } from '@linking/notices/n20-visit.js';
import { visitSoonMail } from '@linking/notices/n21-visit-soon.js';
import { newTeacherMail } from '@linking/notices/n25-new-teacher.js';
import type { TrainingWords } from '@linking/notices/training-words.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import { mailDomain, privacyAddress } from './mail-settings.js';

/** What a mail says, with today's names. Without `personalAddress` its button shows "[personal link]". */
export async function mailContent(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl'>,
  personalAddress?: string,
): Promise<MailContent> {
  const facts = mail.content;
  const words = await mailWords(mail, lookup, settings);
  const page = personalAddress === undefined ? {} : { pageHref: personalAddress };
  const sign = personalAddress === undefined ? {} : { signHref: personalAddress };
  switch (facts.rule) {
    case 'N01':
      return interestReceivedMail({ ...words, ...facts, school: await schoolName(facts.urn, lookup) });
    case 'N02': {
      const school = await schoolName(facts.urn, lookup);
      return newInterestMail({
        ...words,
        ...facts,
        school,
        interestHref: `${settings.publicUrl}/interests/${facts.interestId}`,
      });
    }
    case 'N07':
      return signAgreementMail({ ...words, ...sign, link: await linkWords(facts, lookup) });
    case 'N08': {
      const { asking = 1 } = facts;
      return stillToBeSignedMail({ ...words, ...sign, asking, link: await linkWords(facts, lookup) });
    }
    case 'N09':
      if (facts.audience === 'new-head') {
        return newHeadMail({
          ...words,
          ...sign,
          link: await linkWords(facts, lookup),
          ownTeachers: await contacts(facts.ownTeacherIds, lookup),
        });
      }
      return meetYourPartnerMail({
        ...words,
        ...page,
        link: await linkWords(facts, lookup),
        audience: facts.audience,
        ownTeachers: await contacts(facts.ownTeacherIds, lookup),
        partnerTeachers: await contacts(facts.partnerTeacherIds, lookup),
      });
    case 'N10':
      return trainingPlaceMail({ ...words, ...page, ...(await trainingWords(mail, facts, lookup)) });
    case 'N19':
      return planningHalfDayMail({ ...words, ...page, ...(await trainingWords(mail, facts, lookup)) });
    case 'N11':
      return trainingSoonMail({ ...words, ...page, ...(await trainingWords(mail, facts, lookup)) });
    case 'N12':
      return missedTrainingMail({ ...words, ...page, facts });
    case 'N15':
      return firstMeetingMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N17':
      return readyForTheDayMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N18':
      return howDidItGoMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N20':
      return visitMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N21':
      return visitSoonMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N25':
      return newTeacherMail({
        ...words,
        ...page,
        facts,
        link: await linkWords(facts, lookup),
        newTeacher: await someone(facts.newTeacherId, lookup),
        formerTeacher: await someone(facts.formerTeacherId, lookup),
        partnerTeachers: await contacts(facts.partnerTeacherIds, lookup),
      });
  }
}

/** The calendar entry that goes with a mail; `undefined` for mails that go alone. */
export async function mailCalendar(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'mailFrom'>,
): Promise<CalendarEntry | undefined> {
  const facts = mail.content;
  const domain = mailDomain(settings);
  switch (facts.rule) {
    case 'N10':
    case 'N19': {
      if (facts.waiting) return undefined;
      const place = await venueWords(facts.venueId, lookup);
      return trainingEntry({ ...facts, ...(await calendarWords(mail, lookup)), place }, domain);
    }
    case 'N15':
    case 'N20': {
      const version = { ...facts, ...(await calendarWords(mail, lookup)) };
      return entryOfMeeting(version, lookup, domain);
    }
    case 'N25': {
      if (facts.meeting === undefined) return undefined;
      const version = { ...facts.meeting, ...(await calendarWords(mail, lookup)), cancelled: true };
      return entryOfMeeting(version, lookup, domain);
    }
    case 'N01':
    case 'N02':
    case 'N07':
    case 'N08':
    case 'N09':
    case 'N11':
    case 'N12':
    case 'N17':
    case 'N18':
    case 'N21':
      return undefined;
  }
}

async function entryOfMeeting(
  meeting: Omit<AboutMeeting, 'audience'> & { readonly cancelled: boolean; readonly programme: string },
  lookup: MailLookup,
  domain: string,
): Promise<CalendarEntry> {
  const link = await linkWords(meeting, lookup);
  const { ownSchool, partnerSchool } = link;
  const [a, b] = meeting.side === 'a' ? [ownSchool, partnerSchool] : [partnerSchool, ownSchool];
  const place = await meetingPlace(meeting, link, lookup);
  return meetingEntry({ ...meeting, place, ref: meeting.linkRef, schools: { a, b } }, domain);
}

async function calendarWords({ content, programme }: Mail, lookup: MailLookup) {
  return {
    cancelled: 'change' in content && content.change === 'cancelled',
    programme: (await lookup.programme(programme))?.name ?? programme,
  };
}

async function mailWords(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl'>,
): Promise<MailWords> {
  const programme = await lookup.programme(mail.programme);
  if (programme === undefined) throw new Error(`Mail ${mail.id}: programme ${mail.programme} is not known`);
  const { name, mailbox, contactName, phone } = programme;
  const recipient = mail.mailbox === 'programme' ? contactName : await recipientName(mail, lookup);
  return {
    recipient: recipient ?? 'colleague',
    programme: name,
    askWho: { name: contactName, email: mailbox, ...(phone === undefined ? {} : { phone }) },
    privacyHref: privacyAddress(settings),
  };
}

async function recipientName({ mailbox, personId }: Mail, lookup: MailLookup): Promise<string | undefined> {
  if (mailbox !== 'venue') return (await lookup.person(personId))?.name;
  const venue = await lookup.venue(personId);
  return venue === undefined ? undefined : `colleagues at ${venue.name}`;
}

const schoolName = async (urn: string, lookup: MailLookup) =>
  (await lookup.school(urn))?.name ?? `school ${urn}`;

async function linkWords(facts: AboutLink, lookup: MailLookup): Promise<LinkWords> {
  const note = async (id?: string) => (id === undefined ? undefined : lookup.note(id));
  const [ownSchool, partnerSchool, ownClass, partnerClass] = await Promise.all([
    schoolName(facts.ownUrn, lookup),
    schoolName(facts.partnerUrn, lookup),
    note(facts.ownClassNameId),
    note(facts.partnerClassNameId),
  ]);
  return {
    ref: facts.linkRef,
    year: facts.year,
    ownSchool,
    partnerSchool,
    ...(ownClass === undefined ? {} : { ownClass }),
    ...(partnerClass === undefined ? {} : { partnerClass }),
  };
}

type OfTraining = Pick<TrainingWords, 'facts' | 'place' | 'cameFree'>;

async function trainingWords(mail: Mail, facts: TrainingMail, lookup: MailLookup): Promise<OfTraining> {
  const isNew = facts.change === 'planned' && !facts.waiting;
  return {
    facts,
    place: await venueWords(facts.venueId, lookup),
    cameFree: isNew && (await lookup.waitedForPlace(facts.sessionId, mail.personId)),
  };
}

type OfMeeting<Facts extends AboutMeeting> = Pick<
  MeetingWords<Facts>,
  'facts' | 'link' | 'place' | 'partnerTeachers'
>;

async function meetingWords<Facts extends AboutMeeting>(
  facts: Facts,
  lookup: MailLookup,
): Promise<OfMeeting<Facts>> {
  const link = await linkWords(facts, lookup);
  return {
    facts,
    link,
    place: await meetingPlace(facts, link, lookup),
    partnerTeachers: await contacts(facts.partnerTeacherIds, lookup),
  };
}

async function meetingPlace(
  { mode, venueId, hostSide, side }: Omit<AboutMeeting, 'audience'>,
  { ownSchool, partnerSchool }: LinkWords,
  lookup: MailLookup,
): Promise<PlaceWords> {
  if (mode === 'virtual') return { kind: 'online' };
  if (venueId !== undefined || hostSide === undefined) return venueWords(venueId, lookup);
  const own = hostSide === side;
  return { kind: 'school', name: own ? ownSchool : partnerSchool, own };
}

async function venueWords(venueId: string | undefined, lookup: MailLookup): Promise<PlaceWords> {
  const venue = venueId === undefined ? undefined : await lookup.venue(venueId);
  return venue === undefined ? { kind: 'to-follow' } : { kind: 'venue', ...venue };
}

async function contacts(ids: readonly string[], lookup: MailLookup): Promise<readonly MailContact[]> {
  const people = await Promise.all(ids.map((id) => lookup.person(id)));
  return people.filter((person) => person !== undefined);
}

/** Somebody who was erased is not named any more. */
const someone = async (id: string, lookup: MailLookup): Promise<MailContact> =>
  (await lookup.person(id)) ?? { name: 'a colleague' };
