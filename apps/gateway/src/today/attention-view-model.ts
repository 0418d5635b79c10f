import type { Side } from '@linking/events/link/link-events.js';
import type {
  AnswerTask,
  LinkTask,
  MeetingTask,
  PersonTask,
  StepTask,
  TrainingTask,
} from '@linking/domain/link/link-tasks.js';
import { bothSides } from '@linking/domain/link/link.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { TROUBLE_DAYS } from '@linking/application/mails/mail-troubles.js';
import { numberOf } from '../links/call-text.js';
import { capital, codeText, listText, meetingNames, sideText, trainingNames } from '../links/link-terms.js';
import { academicYear, counted, longDay, phoneNumber, weekdayDay } from '../pages/format.js';
import type { AttentionItemView, CallView } from '../pages/today/today-view.js';
import { workingDaysWaited } from '../interests/waiting-text.js';
import { DAYS_TO_RING, dayOf, keyOf, urgencyOf, type AttentionItem } from './attention.js';
import { NAMED_SCHOOLS, type AttentionNames } from './attention-names.js';
import { stepWords } from './attention-words.js';
import { daysBetween, onDay, soonText } from './days-text.js';

export interface AttentionMaterial {
  readonly today: string;
  readonly names: AttentionNames;
  /** Name of a programme, for who looks after several. */
  readonly programme?: (slug: string) => string;
}

type Words = Omit<AttentionItemView, 'key' | 'edge' | 'tag'> & { readonly tag: string };

/** One item in the words of a coordinator. */
export function attentionItemView(item: AttentionItem, material: AttentionMaterial): AttentionItemView {
  const urgency = urgencyOf(item, material.today);
  const { tag, number, ...words } = wordsOf(item, material);
  const programme = material.programme?.(item.programme);
  const numbers = [programme, number].filter((part) => part !== undefined).join(' · ');
  return {
    key: keyOf(item),
    edge: urgency,
    tag: { tone: urgency, text: tag },
    ...(numbers === '' ? {} : { number: numbers }),
    ...words,
  };
}

function wordsOf(item: AttentionItem, material: AttentionMaterial): Words {
  switch (item.kind) {
    case 'task':
      return taskWords(item.ref, item.task, material);
    case 'register':
      return registerWords(item, material);
    case 'waiting':
      return waitingWords(item, material);
    case 'year-end':
      return yearEndWords(item, material);
    case 'unplaced':
      return unplacedWords(item, material);
    case 'venue-full':
      return venueWords(item, material);
    case 'refused':
      return refusedWords(item, material);
    case 'mail':
      return mailWords(item, material);
  }
}

const hrefOf = (ref: string, command?: string, preset: Readonly<Record<string, string>> = {}) =>
  command === undefined
    ? `/links/${ref}`
    : `/links/${ref}/record/${command}?${new URLSearchParams({ ...preset, from: 'today' }).toString()}`;

function schoolsOf(ref: string, names: AttentionNames, sides: readonly Side[] = bothSides): string {
  const link = names.link(ref);
  return listText(sides.map((side) => sideText(link, side, names)));
}

function taskWords(ref: string, task: LinkTask, material: AttentionMaterial): Words {
  return { number: ref, subject: schoolsOf(ref, material.names), ...aboutALink(ref, task, material) };
}

function aboutALink(ref: string, task: LinkTask, material: AttentionMaterial): AboutALink {
  switch (task.kind) {
    case 'step':
      return stepTaskWords(ref, task, material);
    case 'training-missed':
      return missedWords(ref, task, material);
    case 'agreement-declined':
    case 'agreement-revoked':
      return answerWords(ref, task, material);
    case 'contact-lost':
      return lostWords(ref, task, material);
    case 'new-teacher-training':
      return newcomerWords(ref, task, material);
    case 'meeting-not-ready':
    case 'meeting-not-recorded':
      return meetingWords(ref, task, material);
  }
}

type AboutALink = Omit<Words, 'number' | 'subject'>;

function stepTaskWords(ref: string, task: StepTask, { today, names }: AttentionMaterial): AboutALink {
  const { step, due, agreed, awaited } = task;
  const { title, rule, closes } = stepWords[step];
  const late = due < today;
  const sides = awaited.map(({ side }) => side);
  const from = sides.length === 1 ? ` from ${schoolsOf(ref, names, sides)}` : '';
  return {
    tag: late ? `${counted(daysBetween(due, today), 'day')} overdue` : `Due ${soonText(due, today)}`,
    title: { href: hrefOf(ref), label: sides.length === 1 ? title.one : title.both },
    sentence: agreed ? `Agreed by phone for ${weekdayDay(due)}${from}.` : `Due${from} by ${weekdayDay(due)}.`,
    calls: late ? awaited.map((who) => callOf(ref, who, names)) : [],
    why: [
      rule,
      agreed
        ? `The new date that was agreed by phone was ${longDay(due)}.`
        : `For this link that is ${longDay(due)}.`,
      `It leaves this list when ${closes}, when the step is skipped with a reason, or when you record a call with a new date.`,
    ],
    button: late
      ? { href: hrefOf(ref, 'record-discussion', { step }), label: 'Phoned' }
      : { href: hrefOf(ref), label: 'Open the link' },
  };
}

function callOf(
  ref: string,
  { side, personId, role }: StepTask['awaited'][number],
  names: AttentionNames,
): CallView {
  const { urn } = names.link(ref).sides[side];
  const { name } = names.person(personId, role, urn);
  const number = numberOf(names, personId, role, urn);
  const who = `${name}, ${role} at ${names.school(urn)}`;
  return number === undefined
    ? { who }
    : { who, number: phoneNumber(number), href: `tel:${number.replace(/[^+\d]/g, '')}` };
}

function meetingWords(ref: string, task: MeetingTask, { today, names }: AttentionMaterial): AboutALink {
  const { number, due, sides } = task;
  const meeting = meetingNames[number];
  if (task.kind === 'meeting-not-recorded') {
    return {
      tag: `${counted(daysBetween(due, today), 'day')} ago`,
      title: { href: hrefOf(ref), label: `Record the ${meeting.toLowerCase()}` },
      sentence: `It was planned for ${weekdayDay(due)}, and nothing is recorded since.`,
      calls: [],
      why: [
        'A meeting is recorded once its day is past: it counts in the figures only then.',
        `This one was planned for ${longDay(due)}.`,
        'It leaves this list when the meeting is recorded, moved to another day or cancelled.',
      ],
      button: {
        href: hrefOf(ref, 'record-meeting-held', { number: String(number) }),
        label: 'Record it',
      },
    };
  }
  const [side = 'a'] = sides;
  return {
    tag: soonText(due, today, 'capital'),
    title: { href: hrefOf(ref), label: 'Risk assessment not confirmed' },
    sentence: `${meeting} on ${weekdayDay(due)}. ${sides.length === 1 ? schoolsOf(ref, names, sides) : 'Neither school'} has ${sides.length === 1 ? 'not ' : ''}confirmed.`,
    calls: [],
    why: [
      'Each school confirms its own risk assessment before a meeting in person.',
      `The meeting is on ${longDay(due)}, and from ten days before it is shown in red.`,
      'It leaves this list when each school has confirmed, or when the meeting goes online.',
    ],
    button: {
      href: hrefOf(ref, 'ready-for-the-day', { number: String(number), side }),
      label: 'Record it',
    },
  };
}

function missedWords(ref: string, task: TrainingTask, { names }: AttentionMaterial): AboutALink {
  const { urn } = names.link(ref).sides[task.side];
  return {
    tag: 'No new date',
    title: {
      href: hrefOf(ref),
      label: `${names.person(task.teacherId, 'teacher', urn).name} missed the training`,
    },
    sentence: `It was ${onDay(task.due)}. No other session is booked.`,
    calls: [callOf(ref, { side: task.side, personId: task.teacherId, role: 'teacher' }, names)],
    why: [
      'One teacher of each class comes to the initial training.',
      `The session that was missed was ${onDay(task.due)}.`,
      'It leaves this list when the teacher is enrolled for another session, was trained elsewhere, or the step is skipped with a reason.',
    ],
    button: { href: '/training', label: 'Find another session' },
  };
}

function answerWords(
  ref: string,
  { kind, side, headId, due, reasonCode }: AnswerTask,
  { names }: AttentionMaterial,
): AboutALink {
  const declined = kind === 'agreement-declined';
  return {
    tag: declined ? 'Declined' : 'Taken back',
    title: { href: hrefOf(ref), label: declined ? 'Agreement declined' : 'Agreement taken back' },
    sentence: `${schoolsOf(ref, names, [side])}${declined ? ' said no' : ': taken back'} on ${weekdayDay(due)}. Reason: ${codeText(reasonCode)}.`,
    calls: [callOf(ref, { side, personId: headId, role: 'headteacher' }, names)],
    why: [
      'Each school signs the agreement. When one does not, you decide what follows.',
      declined
        ? `The school declined on ${longDay(due)}.`
        : `The agreement was taken back on ${longDay(due)}.`,
      'It leaves this list when the agreement is sent again or signed, or when the link is closed.',
    ],
    button: { href: hrefOf(ref, 'issue-agreement'), label: 'Send it again' },
  };
}

function lostWords(ref: string, task: PersonTask, { names }: AttentionMaterial): AboutALink {
  const { side, personId, role, due } = task;
  const link = names.link(ref);
  const { urn } = link.sides[side];
  const { name } = names.person(personId, role, urn);
  const office = names.schoolRecord(urn)?.telephone;
  const who = `School office of ${names.school(urn)}`;
  return {
    tag: 'Contact lost',
    title: { href: hrefOf(ref), label: `${name} cannot be reached` },
    sentence: `${capital(role)} of ${schoolsOf(ref, names, [side])}, since ${weekdayDay(due)}. Phone the school.`,
    calls: [
      office === undefined
        ? { who }
        : { who, number: phoneNumber(office), href: `tel:${office.replace(/[^+\d]/g, '')}` },
    ],
    why: [
      'Mails to this person have stopped, so the school has to be phoned.',
      `Contact was lost on ${longDay(due)}.`,
      'It leaves this list when the person can be reached again, or when somebody takes over.',
    ],
    button:
      role === 'teacher'
        ? {
            href: hrefOf(ref, 'replace-teacher', { side, teacherId: personId }),
            label: 'Somebody takes over',
          }
        : { href: hrefOf(ref, 'change-headteacher', { side }), label: 'New headteacher' },
  };
}

function newcomerWords(ref: string, task: PersonTask, { names }: AttentionMaterial): AboutALink {
  const { side, personId, due, needs = 'initial-full' } = task;
  const { name } = names.person(personId, 'teacher', names.link(ref).sides[side].urn);
  return {
    tag: 'New teacher',
    title: { href: hrefOf(ref), label: `${name} needs training` },
    sentence: `Took over on ${weekdayDay(due)}. Needs the ${trainingNames[needs].toLowerCase()}.`,
    calls: [callOf(ref, { side, personId, role: 'teacher' }, names)],
    why: [
      'Whoever takes a class over is trained as well; the link stays where it is.',
      `The change was on ${longDay(due)}.`,
      'It leaves this list when the teacher is enrolled or trained, or when the step is skipped with a reason.',
    ],
    button: { href: '/training', label: 'Find a session' },
  };
}

type ItemOf<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { readonly kind: Kind }>;

function registerWords(item: ItemOf<'register'>, { today }: AttentionMaterial): Words {
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

function yearEndWords(
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

function unplacedWords(item: ItemOf<'unplaced'>, { today, names }: AttentionMaterial): Words {
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

function waitingWords(item: ItemOf<'waiting'>, { names }: AttentionMaterial): Words {
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

function venueWords(item: ItemOf<'venue-full'>, { names }: AttentionMaterial): Words {
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

function refusedWords(item: ItemOf<'refused'>, { names }: AttentionMaterial): Words {
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

function mailWords(item: ItemOf<'mail'>, { names }: AttentionMaterial): Words {
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
