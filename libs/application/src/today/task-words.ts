import { escalationLevels } from '@linking/events/correspondence/codes.js';
import type { EscalationLevel } from '@linking/events/correspondence/correspondence-events.js';
import type { Side } from '@linking/events/link/link-events.js';
import { levelOn } from '@linking/domain/link/escalation.js';
import type {
  AnswerTask,
  DateTask,
  LinkTask,
  MeetingTask,
  PersonTask,
  StepTask,
  TrainingTask,
} from '@linking/domain/link/link-tasks.js';
import { numberOf } from '../links/call-text.js';
import { capital, codeText, meetingNames, trainingNames } from '@linking/words/link-terms.js';
import { counted, longDay, phoneNumber, weekdayDay } from '@linking/words/format.js';
import { type AttentionNames } from './attention-names.js';
import { stepWords } from './step-words.js';
import { daysBetween, onDay, soonText } from './days-text.js';

import type { AttentionMaterial, Call, Words } from './attention-material.js';
import { hrefOf, schoolsOf } from './link-words.js';

/** A task that follows from a link. */
export function taskWords(ref: string, task: LinkTask, material: AttentionMaterial): Words {
  return { number: ref, subject: schoolsOf(ref, material.names), ...aboutALink(ref, task, material) };
}

type AboutALink = Omit<Words, 'number' | 'subject'>;

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
    case 'another-date-asked':
      return dateWords(ref, task, material);
  }
}

function stepTaskWords(ref: string, task: StepTask, { today, names }: AttentionMaterial): AboutALink {
  const { step, due, agreed, awaited, escalation } = task;
  const { title, rule, closes } = stepWords[step];
  const people = awaited.map((who) => callOf(ref, who, names));
  const late = due < today;
  const level = levelOn(escalation, today);
  const sides = awaited.map(({ side }) => side);
  const from = sides.length === 1 ? ` from ${schoolsOf(ref, names, sides)}` : '';
  return {
    tag: late
      ? `${level === undefined ? '' : levelTags[level]}${counted(daysBetween(due, today), 'day')} overdue`
      : `Due ${soonText(due, today)}`,
    title: { href: hrefOf(ref), label: sides.length === 1 ? title.one : title.both },
    sentence: [
      agreed ? `Agreed by phone for ${weekdayDay(due)}${from}.` : `Due${from} by ${weekdayDay(due)}.`,
      ...(level === undefined ? [] : [levelSentence(level, sides.length)]),
    ].join(' '),
    calls: late
      ? [...people, ...(level === undefined || level === 'red' ? [] : officeCalls(ref, sides, names, people))]
      : [],
    ...(level === 'letter'
      ? {
          also: sides.map((side) => ({
            href: `/links/${ref}/letters/${step}/${side}`,
            label: `Letter to the head of ${schoolsOf(ref, names, [side])}`,
          })),
        }
      : {}),
    why: [
      rule,
      agreed
        ? `The new date that was agreed by phone was ${longDay(due)}.`
        : `For this link that is ${longDay(due)}.`,
      ...(late ? [chainSentence(escalation)] : []),
      `It leaves this list when ${closes}, when the step is skipped with a reason, or when you record a call with a new date.`,
    ],
    button: late
      ? { href: hrefOf(ref, 'record-discussion', { step }), label: 'Phoned' }
      : { href: hrefOf(ref), label: 'Open the link' },
  };
}

const levelTags: Readonly<Record<EscalationLevel, string>> = {
  red: '',
  'phone-school': 'Phone the school · ',
  letter: 'Letter ready · ',
};

function levelSentence(level: EscalationLevel, schools: number): string {
  switch (level) {
    case 'red':
      return 'Phone.';
    case 'phone-school':
      return schools === 1 ? 'Phone the school.' : 'Phone the schools.';
    case 'letter':
      return schools === 1
        ? 'A letter to the headteacher is ready to print.'
        : 'Letters to the headteachers are ready to print.';
  }
}

function chainSentence(escalation: StepTask['escalation']): string {
  const [red, phone, letter] = escalationLevels.map((level) => longDay(escalation[level]));
  return `It is red from ${red} on; from ${phone} on the school is to be phoned, and from ${letter} on a letter is ready. A call that you record stops this.`;
}

/** The office is phoned as well, unless its number stands there already for somebody without one. */
function officeCalls(
  ref: string,
  sides: readonly Side[],
  names: AttentionNames,
  people: readonly Call[],
): readonly Call[] {
  const urns = new Set(sides.map((side) => names.link(ref).sides[side].urn));
  return [...urns].flatMap((urn) => {
    const telephone = names.schoolRecord(urn)?.telephone;
    if (telephone === undefined) return [];
    const office = called(`School office of ${names.school(urn)}`, telephone);
    return people.some(({ number }) => number === office.number) ? [] : [office];
  });
}

const called = (who: string, number: string): Call => ({
  who,
  number: phoneNumber(number),
  href: `tel:${number.replace(/[^+\d]/g, '')}`,
});

function callOf(
  ref: string,
  { side, personId, role }: StepTask['awaited'][number],
  names: AttentionNames,
): Call {
  const { urn } = names.link(ref).sides[side];
  const { name } = names.person(personId, role, urn);
  const number = numberOf(names, personId, role, urn);
  const who = `${name}, ${role} at ${names.school(urn)}`;
  return number === undefined ? { who } : called(who, number);
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

function dateWords(
  ref: string,
  { number, side, on, due, reasonCode }: DateTask,
  { names }: AttentionMaterial,
): AboutALink {
  const meeting = meetingNames[number];
  const preset = { number: String(number), reasonCode, ...(on === undefined ? {} : { on }) };
  return {
    tag: 'Another date?',
    title: { href: hrefOf(ref), label: `Another date asked for the ${meeting.toLowerCase()}` },
    sentence: [
      `${schoolsOf(ref, names, [side])} asks: it is planned for ${weekdayDay(due)}.`,
      ...(on === undefined ? [] : [`${weekdayDay(on)} would be better.`]),
      `Reason: ${codeText(reasonCode)}.`,
    ].join(' '),
    calls: [],
    also: [
      {
        href: hrefOf(ref, 'decline-another-date', { number: String(number), side }),
        label: 'Say that the date stands',
      },
    ],
    why: [
      'A teacher may ask on her page for another date of a meeting. Nothing moves before you say so.',
      `The meeting is planned for ${longDay(due)}.`,
      'It leaves this list when the meeting is moved, cancelled or held, or when you say that the date stands.',
    ],
    button: { href: hrefOf(ref, 'reschedule-meeting', preset), label: 'Move the meeting' },
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
    calls: [office === undefined ? { who } : called(who, office)],
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
