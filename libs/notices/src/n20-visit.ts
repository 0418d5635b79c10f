import { entryAttached, fullDay, whatChanged } from './appointment-words.js';
import { button, list, paragraph, type MailContent, type MailPart } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerOf, upperFirst, YOUR_PAGE } from './mail-words.js';
import { hosts, meetingFacts, partnerContacts, pleaseRing } from './meeting-words.js';
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
      return `${mailTitles.N20} on ${day}: you ${hosts(facts) ? 'host' : 'go to'} ${link.partnerSchool}`;
    case 'moved':
      return `${mailTitles.N20} has moved to ${day}`;
    case 'online':
      return `Now online: your visit on ${day}`;
    case 'cancelled':
      return `Cancelled: your visit on ${day}`;
  }
}

function leadOf({ facts, link }: MeetingMailWords): string {
  const partner = partnerOf(link);
  if (facts.change !== 'planned') {
    return whatChanged(
      hosts(facts) ? `The visit of ${partner} to your school` : `The visit with ${partner}`,
      facts,
    );
  }
  if (facts.hostSide === undefined) return `It is fixed: your class and ${partner} meet again.`;
  return hosts(facts)
    ? `It is fixed: ${partner} comes to visit your class.`
    : `It is fixed: your class visits ${partner}.`;
}

function whatFollows(words: MeetingMailWords): readonly MailPart[] {
  const { facts } = words;
  const host = hosts(facts);
  if (facts.change === 'cancelled') {
    return [
      paragraph(
        `${host ? 'Please tell your school office.' : 'Please cancel your transport.'} ` +
          'Your local facilitator will look for another day with both of you.',
      ),
    ];
  }
  if (facts.change === 'online' || facts.mode === 'virtual') {
    return [
      paragraph(
        'The classes stay at their own schools: no transport is needed. ' +
          'Agree with your partner which of you starts the call, and try it out once beforehand.',
      ),
    ];
  }
  if (facts.change === 'moved') {
    return [
      paragraph(
        host ? 'Please tell your school office.' : 'Please move your transport and tell your school office.',
      ),
    ];
  }
  return [
    paragraph('To be seen to before the day:'),
    host
      ? list(
          'tell your school office, and where the coach may stop',
          'a room where both classes can mix, and a place for lunch',
          'the risk assessment of your own school',
        )
      : list('transport, which your school books and pays', 'the risk assessment of your own school'),
    ...partnerContacts(`${upperFirst('your')} linking partner:`, words),
  ];
}
