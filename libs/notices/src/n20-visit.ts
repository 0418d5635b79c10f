import { entryAttached, fullDay, movedTo, whatChanged } from './appointment-words.js';
import { button, list, paragraph, type MailContent, type MailPart } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerInShort, partnerOf, YOUR_PAGE } from './mail-words.js';
import {
  afterCancelling,
  hosts,
  meetingFacts,
  pleaseRing,
  STAY_AT_SCHOOL,
  travels,
  yourPartner,
} from './meeting-words.js';
import type { MeetingMailWords } from './n15-first-meeting.js';

/** N20, to both teachers: one mail a visit when it is planned or changes. */
export function visitMail(words: MeetingMailWords): MailContent {
  const { facts, link } = words;
  return mailAbout(words, {
    subject: subjectOf(words),
    parts: [
      paragraph(leadOf(words)),
      meetingFacts(words),
      ...whatFollows(words),
      paragraph(entryAttached(facts.change)),
      ...pleaseRing(words, facts.change),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}

function subjectOf({ facts, link }: MeetingMailWords): string {
  const day = fullDay(facts.on);
  switch (facts.change) {
    case 'planned':
      if (facts.hostSide === undefined) return `${mailTitles.N20} on ${day}`;
      return `${mailTitles.N20} on ${day}: you ${hosts(facts) ? 'host' : 'go to'} ${partnerInShort(link)}`;
    case 'moved':
      return movedTo(facts, 'your visit');
    case 'online':
      return `Now online: your visit on ${day}`;
    case 'cancelled':
      return `Cancelled: your visit on ${day}`;
  }
}

function leadOf({ facts, link }: MeetingMailWords): string {
  const partner = partnerOf(link);
  const known = facts.hostSide !== undefined;
  if (facts.change !== 'planned') {
    const what = known && !hosts(facts) ? `Your visit to ${partner}` : `The visit of ${partner}`;
    return whatChanged(known ? what : `The visit with ${partner}`, facts);
  }
  if (!known) return `The day is set: your class and ${partner} meet again.`;
  return hosts(facts)
    ? `The day is set: ${partner} comes to visit your class.`
    : `The day is set: your class visits ${partner}.`;
}

function whatFollows(words: MeetingMailWords): readonly MailPart[] {
  const { change, mode } = words.facts;
  if (change === 'cancelled') {
    const first = travels(words) ? 'Please cancel your transport.' : 'Please tell your school office.';
    return [paragraph(`${first} ${afterCancelling(words.facts)}`)];
  }
  if (mode === 'virtual')
    return [paragraph(STAY_AT_SCHOOL), ...(change === 'planned' ? yourPartner(words) : [])];
  if (change === 'moved') {
    return [paragraph(`Please tell your school office${travels(words) ? ', and move your transport' : ''}.`)];
  }
  return [
    paragraph('Before the day:'),
    hosts(words.facts)
      ? list(
          'Tell your school office, and your partner which door to come to.',
          'Keep a room where both classes can mix, and a place for lunch.',
          'Your school makes its own risk assessment.',
        )
      : list(
          ...(travels(words) ? ['Your school books and pays the transport.'] : []),
          'Your school makes its own risk assessment.',
          'You and your partner plan what the children do together.',
        ),
    ...yourPartner(words),
  ];
}
