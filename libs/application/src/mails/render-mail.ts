import type {
  AboutLink,
  AboutMeeting,
  ProposalMail,
  TrainingMail,
} from '@linking/domain/reminders/mail-facts.js';
import type { ResourceStep } from '@linking/events/programme/programme-events.js';
import type { PlaceWords } from '@linking/notices/appointment-words.js';
import { meetingEntry, trainingEntry } from '@linking/notices/calendar/appointment-entries.js';
import type { CalendarEntry } from '@linking/notices/calendar/calendar-entry.js';
import type { MailContact, MailContent } from '@linking/notices/mail-content.js';
import { YOUR_FACILITATOR, type LinkWords, type MailWords } from '@linking/notices/mail-words.js';
import type { MeetingWords } from '@linking/notices/meeting-words.js';
import { interestReceivedMail } from '@linking/notices/n01-interest-received.js';
import { newInterestMail } from '@linking/notices/n02-new-interest.js';
import { interestWaitingMail } from '@linking/notices/n03-interest-waiting.js';
import { linkingPartnerMail } from '@linking/notices/n04-linking-partner.js';
import { pleaseAnswerMail } from '@linking/notices/n05-please-answer.js';
import { headteacherDeclinedMail } from '@linking/notices/n06-headteacher-declined.js';
import { signAgreementMail } from '@linking/notices/n07-sign-agreement.js';
import { stillToBeSignedMail } from '@linking/notices/n08-still-to-be-signed.js';
import { newHeadMail } from '@linking/notices/n09-for-a-new-head.js';
import { meetYourPartnerMail } from '@linking/notices/n09-meet-your-partner.js';
import { trainingPlaceMail } from '@linking/notices/n10-training-place.js';
import { trainingSoonMail } from '@linking/notices/n11-training-soon.js';
import { missedTrainingMail } from '@linking/notices/n12-missed-training.js';
import { nextStepMail } from '@linking/notices/n13-next-step.js';
import { firstExchangeMail } from '@linking/notices/n14-first-exchange.js';
import { firstMeetingMail } from '@linking/notices/n15-first-meeting.js';
import { readyForTheDayMail } from '@linking/notices/n17-ready-for-the-day.js';
import { howDidItGoMail } from '@linking/notices/n18-how-did-it-go.js';
import { planningHalfDayMail } from '@linking/notices/n19-planning-half-day.js';
import { visitMail } from '@linking/notices/n20-visit.js';
import { visitSoonMail } from '@linking/notices/n21-visit-soon.js';
import { thankYouMail } from '@linking/notices/n24-thank-you.js';
import { newTeacherMail } from '@linking/notices/n25-new-teacher.js';
import { aboutYourLinkMail } from '@linking/notices/n26-about-your-link.js';
import { whoIsYourTeacherMail } from '@linking/notices/n31-who-is-your-teacher.js';
import { weeklyListMail } from '@linking/notices/n27-weekly-list.js';
import { dailyListMail } from '@linking/notices/n28-daily-list.js';
import { figuresMail } from '@linking/notices/n29-figures.js';
import { grantReportMail } from '@linking/notices/n30-report-to-a-funder.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { writtenMail } from '@linking/notices/written-mail.js';
import type { TrainingWords } from '@linking/notices/training-words.js';
import { codeText, yearGroupsText } from '@linking/words/link-terms.js';
import { calledAs } from '@linking/notices/wording/called-as.js';
import { fillingsOf } from '@linking/notices/wording/fillings.js';
import { worded } from '@linking/notices/wording/worded.js';
import { wordingNow } from './choose-wordings.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import { mailDomain, privacyAddress } from './mail-settings.js';

/** In whose name a mail goes that no programme sends. */
export const OFFICE = 'Schools Linking national office';

/**
 * What a mail says, with today's names, in the words that were chosen for it. Without `personalAddress` its button shows
 * "[personal link]".
 */
export async function mailContent(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl' | 'nationalOffice'>,
  personalAddress?: string,
): Promise<MailContent> {
  const content = await productContent(mail, lookup, settings, personalAddress);
  const programme = await lookup.programme(mail.programme);
  const wording = wordingNow(mail, programme);
  const text = wording === undefined ? undefined : await lookup.wordingText(wording.hash);
  const facilitator = programme?.facilitator ?? YOUR_FACILITATOR;
  const chosen = text === undefined ? content : worded(content, text, fillingsOf(content.about, facilitator));
  return calledAs(chosen, facilitator);
}

/** The same in the words that come with the product. */
async function productContent(
  mail: Mail,
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl' | 'nationalOffice'>,
  personalAddress?: string,
): Promise<MailContent> {
  const facts = mail.content;
  const words = await mailWords(mail, lookup, settings);
  const page = personalAddress === undefined ? {} : { pageHref: personalAddress };
  const sign = personalAddress === undefined ? {} : { signHref: personalAddress };
  const answer = personalAddress === undefined ? {} : { answerHref: personalAddress };
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
    case 'N03': {
      const school = await schoolName(facts.urn, lookup);
      const interestHref = `${settings.publicUrl}/interests/${facts.interestId}`;
      return interestWaitingMail({ ...words, ...facts, school, interestHref });
    }
    case 'N04':
      return linkingPartnerMail({ ...words, ...answer, ...(await proposalWords(facts, lookup)) });
    case 'N05':
      return pleaseAnswerMail({ ...words, ...answer, ...(await proposalWords(facts, lookup)) });
    case 'N06': {
      const note = facts.noteId === undefined ? undefined : await lookup.note(facts.noteId);
      return headteacherDeclinedMail({
        ...words,
        link: await linkWords(facts, lookup),
        facts,
        reason: codeText(facts.reasonCode),
        ...(note === undefined ? {} : { note }),
        linkHref: `${settings.publicUrl}/links/${facts.linkRef}`,
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
    case 'N13':
      return nextStepMail({
        ...words,
        ...page,
        facts,
        resources: await resources(mail, 'first-exchange', lookup),
      });
    case 'N14':
      return firstExchangeMail({ ...words, ...page, facts, link: await linkWords(facts, lookup) });
    case 'N15':
      return firstMeetingMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N17':
      return readyForTheDayMail({
        ...words,
        ...page,
        ...(await meetingWords(facts, lookup)),
        resources: await resources(mail, 'meetings', lookup),
      });
    case 'N18':
      return howDidItGoMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N20':
      return visitMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N21':
      return visitSoonMail({ ...words, ...page, ...(await meetingWords(facts, lookup)) });
    case 'N24': {
      const takesForms = (await lookup.programme(mail.programme))?.takesForms === true;
      return thankYouMail({
        ...words,
        ...page,
        facts,
        link: await linkWords(facts, lookup),
        ...(takesForms ? { interestHref: `${settings.publicUrl}/interest` } : {}),
      });
    }
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
    case 'N26':
      return aboutYourLinkMail({ ...words, ...page, facts, link: await linkWords(facts, lookup) });
    case 'N31': {
      const name = personalAddress === undefined ? {} : { nameHref: personalAddress };
      return whoIsYourTeacherMail({ ...words, ...name, facts, link: await linkWords(facts, lookup) });
    }
    case 'N27':
      return weeklyListMail({ ...asked(words, settings), ...(await lookup.digests.weekly(facts)) });
    case 'N28':
      return dailyListMail({ ...asked(words, settings), ...(await lookup.digests.daily(facts)) });
    case 'N29':
      return figuresMail({ ...asked(words, settings), ...(await lookup.digests.figures(facts)) });
    case 'N30':
      return grantReportMail({ ...asked(words, settings), ...(await lookup.digests.grantReport(facts)) });
    case 'written':
      return writtenMail({
        ...words,
        facts,
        subject: (await lookup.note(facts.subjectId)) ?? mailTitles.written,
        text: (await lookup.note(facts.textId)) ?? '[These words were erased.]',
      });
  }
}

/** Who works in a programme or in the office asks the office. */
const asked = (words: MailWords, { nationalOffice }: Pick<MailSettings, 'nationalOffice'>): MailWords => ({
  ...words,
  askWho: { name: OFFICE, email: nationalOffice },
  askLine: 'Questions? Ask the national office:',
});

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
    case 'N03':
    case 'N04':
    case 'N05':
    case 'N06':
    case 'N07':
    case 'N08':
    case 'N09':
    case 'N11':
    case 'N12':
    case 'N13':
    case 'N14':
    case 'N17':
    case 'N18':
    case 'N21':
    case 'N24':
    case 'N26':
    case 'N31':
    case 'N27':
    case 'N28':
    case 'N29':
    case 'N30':
    case 'written':
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
  settings: Pick<MailSettings, 'publicUrl' | 'nationalOffice'>,
): Promise<MailWords> {
  if (mail.programme === '') {
    return {
      recipient: (await recipientName(mail, lookup)) ?? 'colleague',
      programme: OFFICE,
      askWho: { name: OFFICE, email: settings.nationalOffice },
      privacyHref: privacyAddress(settings),
    };
  }
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
  if (mailbox === 'user') return (await lookup.user(personId))?.name;
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

async function proposalWords(facts: ProposalMail, lookup: MailLookup) {
  return {
    facts,
    link: await linkWords(facts, lookup),
    partnerYears: yearGroupsText(facts.partnerYearGroups),
  };
}

/** What the programme names to help with a step. */
const resources = async ({ programme }: Mail, step: ResourceStep, lookup: MailLookup) =>
  ((await lookup.programme(programme))?.resources ?? []).filter((resource) => resource.step === step);

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
