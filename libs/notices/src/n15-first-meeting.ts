import type { MeetingMail } from '@linking/domain/reminders/mail-facts.js';
import { atPlace, entryAttached, fullDay, whatChanged } from './appointment-words.js';
import { button, contact, list, paragraph, type MailContent, type MailPart } from './mail-content.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerOf, upperFirst, YOUR_PAGE } from './mail-words.js';
import {
  asVenue,
  meetingFacts,
  meetingName,
  partnerContacts,
  pleaseRing,
  venueAnswer,
  venueFacts,
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

export function subjectOf({ facts, place }: Pick<MeetingMailWords, 'facts' | 'place'>): string {
  const [name, day] = [meetingName(facts), fullDay(facts.on)];
  switch (facts.change) {
    case 'planned':
      return `${upperFirst(name)}${atPlace(place)} on ${day}`;
    case 'moved':
      return `Moved to ${day}: ${name}${atPlace(place)}`;
    case 'online':
      return `Now online: ${name} on ${day}`;
    case 'cancelled':
      return `Cancelled: ${name} on ${day}`;
  }
}

function leadOf({ facts, link }: MeetingMailWords): string {
  const name = meetingName(facts);
  if (facts.change !== 'planned') return whatChanged(`The ${name} with ${partnerOf(link)}`, facts);
  return facts.number === 1
    ? `It is fixed: your class and ${partnerOf(link)} meet for the first time.`
    : `It is fixed: your class and ${partnerOf(link)} celebrate their year together.`;
}

function whatFollows(words: MeetingMailWords): readonly MailPart[] {
  const { change, mode } = words.facts;
  if (change === 'cancelled') {
    return [
      paragraph(
        'Please cancel your transport. Your local facilitator will look for another day with both of you.',
      ),
    ];
  }
  if (change === 'online' || mode === 'virtual') {
    return [
      paragraph(
        'The classes stay at their own schools: no transport is needed. ' +
          'Agree with your partner which of you starts the call, and try it out once beforehand.',
      ),
    ];
  }
  if (change === 'moved') return [paragraph('Please move your transport and tell your school office.')];
  return [
    paragraph('To be seen to before the day:'),
    list(
      'the risk assessment of your own school',
      'transport, which your school books and pays',
      'a plan with your partner for what the children do together',
    ),
    ...partnerContacts('Your linking partner:', words),
  ];
}

function toVenue(words: MeetingMailWords): MailContent {
  const { facts, askWho } = words;
  return mailAbout(words, {
    subject: subjectOf(words),
    parts: [
      paragraph(leadForVenue(words)),
      venueFacts(words),
      paragraph(venueFollows(facts.change)),
      paragraph(entryAttached(facts.change)),
      ...(facts.change === 'planned'
        ? []
        : [paragraph('Please ring us as well, so that we know this has reached you:'), contact(askWho)]),
    ],
    button: button('Tell us if this does not suit you', venueAnswer(words)),
    why: asVenue(words),
  });
}

function leadForVenue({ facts, place, programme }: MeetingMailWords): string {
  const toYou = place.kind === 'venue' ? ` to ${place.name}` : '';
  switch (facts.change) {
    case 'planned':
      return `Two school classes come${toYou} for Schools Linking ${programme}. Thank you for having them.`;
    case 'moved':
      return whatChanged('The meeting of two school classes with you', facts);
    case 'online':
    case 'cancelled':
      return `Two school classes were to come${toYou} on ${fullDay(facts.on)}. They do not come after all.`;
  }
}

function venueFollows(change: MeetingMail['change']): string {
  switch (change) {
    case 'planned':
      return 'Please keep the room for them. A week before we write again, with what there is to think of.';
    case 'moved':
      return 'Please keep the room for the new time; the old one is free again.';
    case 'online':
    case 'cancelled':
      return 'The room is free again. We are sorry about it, and thank you for having kept it.';
  }
}
