import type { MeetingMail } from '@linking/domain/reminders/mail-facts.js';
import { atPlace, entryAttached, fullDay, movedTo, whatChanged } from './appointment-words.js';
import { button, list, paragraph, type MailContent, type MailPart } from './mail-content.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerOf, upperFirst, YOUR_PAGE } from './mail-words.js';
import {
  afterCancelling,
  asVenue,
  meetingFacts,
  meetingName,
  pleaseRing,
  STAY_AT_SCHOOL,
  travels,
  venueAnswer,
  venueFacts,
  yourPartner,
  type MeetingWords,
} from './meeting-words.js';

export type MeetingMailWords = MeetingWords<MeetingMail>;

/** N15, to both teachers and the venue when the first meeting (or the celebration) is planned or changes. */
export function firstMeetingMail(words: MeetingMailWords): MailContent {
  return words.facts.audience === 'venue' ? toVenue(words) : toTeacher(words);
}

function toTeacher(words: MeetingMailWords): MailContent {
  return mailAbout(words, {
    subject: subjectOf(words),
    parts: [
      paragraph(leadOf(words)),
      meetingFacts(words),
      ...whatFollows(words),
      paragraph(entryAttached(words.facts.change)),
      ...pleaseRing(words, words.facts.change),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(words.link),
  });
}

function subjectOf({ facts, place }: MeetingMailWords): string {
  const [name, day] = [meetingName(facts), fullDay(facts.on)];
  switch (facts.change) {
    case 'planned':
      return `${upperFirst(name)}${atPlace(place)} on ${day}`;
    case 'moved':
      return movedTo(facts, `${name}${atPlace(place)}`);
    case 'online':
      return `Now online: ${name} on ${day}`;
    case 'cancelled':
      return `Cancelled: ${name} on ${day}`;
  }
}

function leadOf({ facts, link }: MeetingMailWords): string {
  const partner = partnerOf(link);
  if (facts.change !== 'planned') return whatChanged(`The ${meetingName(facts)} with ${partner}`, facts);
  return facts.number === 1
    ? `The day is set: your class and ${partner} meet for the first time.`
    : `The day is set: your class and ${partner} celebrate their year together.`;
}

function whatFollows(words: MeetingMailWords): readonly MailPart[] {
  const { change, mode } = words.facts;
  if (change === 'cancelled') {
    const transport = travels(words) ? 'Please cancel your transport. ' : '';
    return [paragraph(`${transport}${afterCancelling(words.facts)}`)];
  }
  if (mode === 'virtual')
    return [paragraph(STAY_AT_SCHOOL), ...(change === 'planned' ? yourPartner(words) : [])];
  if (change === 'moved') {
    return [paragraph(`Please tell your school office${travels(words) ? ', and move your transport' : ''}.`)];
  }
  return [
    paragraph('Before the day:'),
    list(
      'Your school makes its own risk assessment.',
      ...(travels(words) ? ['Your school books and pays the transport.'] : []),
      'You and your partner plan what the children do together.',
    ),
    ...yourPartner(words),
  ];
}

function toVenue(words: MeetingMailWords): MailContent {
  const { change } = words.facts;
  const planned = change === 'planned';
  return mailAbout(words, {
    subject: subjectOf(words),
    parts: [
      paragraph(leadForVenue(words)),
      venueFacts(words),
      paragraph(venueFollows(change)),
      paragraph(entryAttached(change)),
      ...(planned ? [] : [paragraph(ANSWER_US)]),
    ],
    button: button(planned ? 'Tell us if this does not suit you' : 'Write back to us', venueAnswer(words)),
    why: asVenue(words),
  });
}

/** A programme has a mailbox and no telephone number: a mail asks for nothing that its reader cannot do. */
const ANSWER_US = 'Please answer this e-mail with a short word, so that we know it has reached you.';

function leadForVenue({ facts, place, programme }: MeetingMailWords): string {
  const toYou = place.kind === 'venue' ? ` to ${place.name}` : '';
  switch (facts.change) {
    case 'planned':
      return `Two school classes are coming${toYou} with Schools Linking ${programme}. Thank you for having them.`;
    case 'moved':
      return whatChanged('The meeting of two school classes with you', facts);
    case 'online':
    case 'cancelled':
      return `Two school classes were to come${toYou} on ${fullDay(facts.on)}. They are not coming after all.`;
  }
}

function venueFollows(change: MeetingMail['change']): string {
  switch (change) {
    case 'planned':
      return 'Please keep the room for them. When anything changes, we write at once.';
    case 'moved':
      return 'Please keep the room for the new time; the old one is free again.';
    case 'online':
    case 'cancelled':
      return 'The room is free again. We are sorry, and thank you for having kept it.';
  }
}
