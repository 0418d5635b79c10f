import { mailTitles } from '@linking/notices/mail-titles.js';
import { TROUBLE_DAYS } from '../mails/mail-troubles.js';
import { codeText, listText, trainingNames } from '@linking/words/link-terms.js';
import { academicYear, counted, longDay, weekdayDay } from '@linking/words/format.js';
import { workingDaysWaited } from '@linking/words/waiting-text.js';
import { DAYS_TO_RING, dayOf } from './attention.js';
import { NAMED_SCHOOLS, type AttentionNames } from './attention-names.js';
import { daysBetween } from './days-text.js';

import type { AttentionMaterial, ItemOf, Words } from './attention-material.js';
import { hrefOf, schoolsOf } from './link-words.js';

export function registerWords(item: ItemOf<'register'>, { today }: AttentionMaterial): Words {
  const { on, teachers, sessionId, kindOfTraining } = item;
  const href = `/training/${sessionId}`;
  return {
    tag: `${counted(daysBetween(on, today), 'day')} ago`,
    title: { href, label: 'Register the training day' },
    subject: `${trainingNames[kindOfTraining]}, ${weekdayDay(on)}`,
    sentence: `${counted(teachers, 'teacher was', 'teachers were')} booked. Mark who came, so that their links move on.`,
    calls: [],
    why: [
      'Who came to a session is recorded in its register.',
      `The session was on ${longDay(on)}.`,
      'It leaves this list when the register is saved.',
    ],
    button: { href, label: 'Mark attendance' },
  };
}

export function yearEndWords(
  { programme, year, links, on }: ItemOf<'year-end'>,
  { today }: AttentionMaterial,
): Words {
  const which = academicYear(year);
  const href = `/programmes/${programme}/year-end/${year}`;
  return {
    tag: on < today ? 'Year over' : `Ends ${weekdayDay(on)}`,
    title: { href, label: `Close the year ${which}` },
    subject: `${counted(links, 'link')} still open`,
    sentence: 'Complete them, or close them with what is missing.',
    calls: [],
    why: [
      'Links close at the end of their year, and none of them by itself.',
      `The year ends on ${longDay(on)}.`,
      'It leaves this list when no link of the year is open any more.',
    ],
    button: { href, label: 'Close the year' },
  };
}

function someSchools(all: readonly string[], names: AttentionNames): string {
  const urns = [...new Set(all)];
  const named = urns.slice(0, NAMED_SCHOOLS).map((urn) => names.school(urn));
  const more = urns.length - named.length;
  return listText(more === 0 ? named : [...named, counted(more, 'more school')]);
}

export function unplacedWords(item: ItemOf<'unplaced'>, { today, names }: AttentionMaterial): Words {
  const waited = workingDaysWaited(item.since, today);
  return {
    tag: waited > DAYS_TO_RING ? `${counted(waited, 'working day')} old` : 'To be placed',
    title: {
      href: '/waiting/unplaced',
      label: `${counted(item.interests, 'interest has', 'interests have')} no programme`,
    },
    subject: someSchools(item.urns, names),
    sentence: `The first of them asked on ${longDay(item.since)}.`,
    calls: [],
    why: [
      'An interest from outside every programme’s area, or from where that is not clear, waits for the national office.',
      `Each school hears from the national office within ${DAYS_TO_RING} working days.`,
      'An interest leaves this list when it is placed with a programme or declined, or when its school withdraws.',
    ],
    button: { href: '/waiting/unplaced', label: 'Place them' },
  };
}

export function waitingWords(item: ItemOf<'waiting'>, { names }: AttentionMaterial): Words {
  return {
    tag: 'Waiting on you',
    title: {
      href: `/waiting?${new URLSearchParams({ programme: item.programme }).toString()}`,
      label: `${counted(item.classes, 'class wants', 'classes want')} a partner`,
    },
    subject: someSchools(item.urns, names),
    sentence: `The first of them asked on ${longDay(item.since)}.`,
    calls: [],
    why: [
      'Every class whose headteacher wishes to link waits until it has a partner.',
      `The first of these asked on ${longDay(item.since)}.`,
      'A class leaves this list when it is proposed for a link, or when its school withdraws.',
    ],
    button: { href: '/links/propose', label: 'Find partners' },
  };
}

export function venueWords(item: ItemOf<'venue-full'>, { names }: AttentionMaterial): Words {
  const [first = ''] = item.meetings;
  const [ref = '', number = '1'] = first.split(' ');
  const refs = item.meetings.map((meeting) => meeting.split(' ')[0] ?? '');
  const room = item.linksAtOnce === 1 ? 'one link' : counted(item.linksAtOnce, 'link');
  return {
    tag: 'Clash',
    number: ref,
    title: {
      href: hrefOf(ref),
      label: `${counted(refs.length, 'link')} at once, room for ${item.linksAtOnce}`,
    },
    subject: `${names.venue(item.venueId)}, ${weekdayDay(item.on)}`,
    sentence: `${listText(refs)} meet there at the same time.`,
    calls: [],
    why: [
      `${names.venue(item.venueId)} takes ${room} at a time, as its entry among the venues says.`,
      `The meetings are on ${longDay(item.on)}.`,
      'It leaves this list when one of them is moved to another day, time or place.',
    ],
    button: { href: hrefOf(ref, 'reschedule-meeting', { number }), label: 'Move a meeting' },
  };
}

export function refusedWords(item: ItemOf<'refused'>, { names }: AttentionMaterial): Words {
  const paired = item.code === 'CLASS_ALREADY_PAIRED';
  return {
    tag: paired ? 'Paired twice' : 'To decide',
    number: item.ref,
    title: {
      href: hrefOf(item.ref),
      label: paired ? 'A class was paired twice at the same moment' : 'Something could not be carried over',
    },
    subject: schoolsOf(item.ref, names),
    sentence: item.sentence,
    calls: [],
    why: [
      'What is recorded in one place is carried into every link that it concerns; this was refused there.',
      `It was recorded on ${longDay(item.on)}.`,
      'It leaves this list when this link has ended: decide which of the two goes on.',
    ],
    button: { href: hrefOf(item.ref), label: 'Open the link' },
  };
}

function recipientOf(
  { content, personId }: ItemOf<'mail'>['mail'],
  names: AttentionNames,
  urn: string,
): string {
  if ('audience' in content && content.audience === 'venue')
    return content.venueId === undefined ? 'the venue' : names.venue(content.venueId);
  return names.person(personId, 'colleague', urn).name;
}

export function mailWords(item: ItemOf<'mail'>, { names }: AttentionMaterial): Words {
  const { mail } = item;
  const link = names.link(mail.subject);
  const known = link.programme !== '';
  const name = recipientOf(mail, names, link.sides.a.urn);
  const href = `/outbox/${encodeURIComponent(mail.id)}`;
  const noAddress = mail.reason === 'no-address';
  return {
    tag: 'Not sent',
    ...(known ? { number: mail.subject } : {}),
    title: { href, label: noAddress ? `No e-mail address of ${name}` : `A mail did not reach ${name}` },
    subject: known ? schoolsOf(mail.subject, names) : name,
    sentence: `“${mailTitles[mail.content.rule]}” was due on ${weekdayDay(dayOf(item))}: ${codeText(mail.reason ?? 'it failed')}.`,
    calls: [],
    why: [
      'A mail that reached nobody is shown, because the school does not know what it should.',
      `It was due on ${longDay(dayOf(item))}.`,
      `It leaves this list when a later mail reaches this person, or after ${TROUBLE_DAYS} days.`,
    ],
    button: { href, label: 'Open the mail' },
  };
}
