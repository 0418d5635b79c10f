import type { ExchangeKind, MeetingNumber, SkippableStep } from '@linking/events/link/link-events.js';
import { firstExchangeKinds } from '@linking/domain/link/due-exchange.js';
import {
  isAgreed,
  isSkipped,
  meetingOf,
  otherSide,
  type Link,
  type Meeting,
} from '@linking/domain/link/link.js';
import { overdueSteps, type TargetedStep } from '@linking/domain/link/overdue.js';
import { trainedOn } from '@linking/domain/link/stage.js';
import { teacherNext, type TeacherNext } from '@linking/domain/link/teacher-next.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { longDay } from '@linking/words/format.js';
import type { YearStepView } from '../pages/teacher/teacher-view.js';
import { codeText, exchangeNames, capital, listText } from '@linking/words/link-terms.js';
import { meetingTitle, partnerName, wherePlace, whenText, type Taught } from './teacher-words.js';

/** A day after every target of the year. */
const NEVER = '9999-12-31';

/** `key` tells which of the steps is the next thing to do. */
type Step = Omit<YearStepView, 'actions'> & { readonly key: string; readonly actions?: readonly LinkTo[] };

/** The year of one class as a list: what was done, what is planned, and by when the year asks for the rest. */
export function yearSteps(
  taught: Taught,
  sessions: readonly DiarySession[],
  href: string,
): readonly YearStepView[] {
  const steps: readonly Step[] = [
    trainingStep(taught, sessions),
    exchangeStep(taught, 'First exchange', firstExchangeKinds, 'exchange'),
    meetingStep(taught, 1, href),
    exchangeStep(taught, 'Curiosity questions', ['curiosity-questions'], 'curiosity'),
    planningStep(taught, sessions),
    meetingStep(taught, 2, href),
    meetingStep(taught, 3, href),
    ...(meetingOf(taught.link, 4) === undefined ? [] : [meetingStep(taught, 4, href)]),
    exchangeStep(taught, 'Goodbye', ['goodbye'], 'goodbye'),
  ];
  const next = keyOf(teacherNext(taught.link, taught.side, taught.today, taught.personId));
  return steps.map(({ key, ...step }) => ({
    actions: [],
    ...step,
    ...(key === next && step.state === 'ahead' ? { state: 'next' as const } : {}),
  }));
}

/** The step of the list that the next thing to do belongs to; none while there is nothing to do. */
function keyOf(next: TeacherNext): string | undefined {
  switch (next.step) {
    case 'train':
      return 'training';
    case 'send':
      return { first: 'exchange', curiosity: 'curiosity', goodbye: 'goodbye' }[next.what.step];
    case 'tell-meeting':
    case 'get-ready':
    case 'meet':
    case 'await-plan':
      return `meeting-${next.number}`;
    case 'closed':
    case 'paused':
    case 'await-partner':
    case 'await-signatures':
    case 'await-end':
      return undefined;
  }
}

function trainingStep(taught: Taught, sessions: readonly DiarySession[]): Step {
  const { link, side, personId } = taught;
  const named = { key: 'training', name: 'Initial training' };
  const done = trainedOn(link, side);
  if (done !== undefined) return { ...named, state: 'done', when: longDay(done), details: [] };
  if (isSkipped(link, 'training', side)) return skipped(named);
  const place = sessions.find(
    ({ kind, places }) =>
      kind !== 'planning-half' &&
      places.some(
        ({ teacherId, status, attended }) =>
          teacherId === personId && status === 'taken' && attended === undefined,
      ),
  );
  return {
    ...named,
    state: 'ahead',
    when: place === undefined ? byText(taught, 'training', 'September or October') : whenText(place),
    details: [],
  };
}

function planningStep({ link, side, personId }: Taught, sessions: readonly DiarySession[]): Step {
  const named = { key: 'planning', name: 'Planning half-day' };
  const attended = link.training.find(
    (record) => record.side === side && record.kind === 'planning-half' && record.status === 'attended',
  );
  if (attended !== undefined) return { ...named, state: 'done', when: longDay(attended.on), details: [] };
  if (isSkipped(link, 'planning', side)) return skipped(named);
  const session = sessions.find(
    ({ kind, places }) => kind === 'planning-half' && places.some(({ teacherId }) => teacherId === personId),
  );
  return {
    ...named,
    state: 'ahead',
    when: session === undefined ? 'January or February' : whenText(session),
    details: ['You and your partner plan the two visits.'],
  };
}

function exchangeStep(
  taught: Taught,
  name: string,
  kinds: readonly ExchangeKind[],
  target: 'exchange' | 'curiosity' | 'goodbye',
): Step {
  const { link, side } = taught;
  const named = { key: target, name };
  const isFirst = target === 'exchange';
  const of = (from: typeof side) =>
    link.exchanges.filter(({ fromSide, kind }) => fromSide === from && (isFirst || kinds.includes(kind)));
  const [own, partner] = [of(side)[0], of(otherSide(side))[0]];
  const details =
    partner === undefined
      ? []
      : [`${partnerName(taught)} sent ${exchangeNames[partner.kind]} on ${longDay(partner.on)}.`];
  if (own !== undefined) {
    const what = isFirst ? [`You sent ${exchangeNames[own.kind]}.`] : [];
    return { ...named, state: 'done', when: longDay(own.on), details: [...what, ...details] };
  }
  if (isSkipped(link, target === 'goodbye' ? 'goodbye' : 'exchange', side)) return skipped(named);
  const usual = {
    exchange: 'October or November',
    curiosity: 'between the meetings',
    goodbye: 'June or July',
  };
  const asks = isFirst ? [`${capital(listText(kinds.map((kind) => exchangeNames[kind])))}.`] : [];
  return {
    ...named,
    state: 'ahead',
    when: byText(taught, target, usual[target]),
    details: [...asks, ...details],
  };
}

const skippedAs: Readonly<Record<MeetingNumber, SkippableStep>> = {
  1: 'first-meeting',
  2: 'visit-2',
  3: 'visit-3',
  4: 'celebration',
};

function meetingStep(taught: Taught, number: MeetingNumber, href: string): Step {
  const { link, today } = taught;
  const meeting = meetingOf(link, number);
  const named = {
    key: `meeting-${number}`,
    name: meetingTitle(taught, meeting ?? { number, mode: 'in-person' }),
  };
  if (meeting?.status === 'held') {
    return { ...named, state: 'done', when: longDay(meeting.on), details: [cameText(taught, meeting)] };
  }
  if (isSkipped(link, skippedAs[number])) return skipped(named);
  const record = { href: `${href}/met-${number}`, label: 'Record that you met' };
  const open = link.outcome === 'open' && link.paused === undefined && isAgreed(link);
  if (meeting?.status !== 'planned') {
    const usual = number === 1 ? 'November to January' : 'spring or summer term';
    const when = byText(taught, number === 1 ? 'first-meeting' : 'visits', usual);
    const cancelled = meeting === undefined ? [] : [`Cancelled for ${longDay(meeting.on)}.`];
    return {
      ...named,
      state: 'ahead',
      when: `No date yet: ${when}`,
      details: cancelled,
      actions: open && nextToHold(link) === number ? [record] : [],
    };
  }
  const ready = { href: `${href}/ready-${number}`, label: 'Get ready for the day' };
  const otherDate = { href: `${href}/date-${number}`, label: 'Ask for another date' };
  const before = meeting.on > today && meeting.mode === 'in-person' ? [ready] : [];
  return {
    ...named,
    state: 'ahead',
    when: whenText(meeting),
    details: [
      `${capital(wherePlace(taught, meeting))}.`,
      ...askedTexts(taught, meeting),
      ...readyTexts(taught, meeting),
    ],
    actions: open ? [...before, ...(meeting.on <= today ? [record] : [otherDate])] : [],
  };
}

/** The first of the three meetings that was neither held nor left out. */
const nextToHold = (link: Link) =>
  ([1, 2, 3] as const).find(
    (number) => meetingOf(link, number)?.status !== 'held' && !isSkipped(link, skippedAs[number]),
  );

function cameText(taught: Taught, meeting: Meeting): string {
  const { pupilsA = 0, pupilsB = 0 } = meeting;
  const [own, partner] = taught.side === 'a' ? [pupilsA, pupilsB] : [pupilsB, pupilsA];
  return `${own} pupils of yours and ${partner} of ${partnerName(taught)}.`;
}

/** Whether she or her partner would rather meet on another day, and what was said to that. */
function askedTexts(taught: Taught, { asked = {} }: Meeting): readonly string[] {
  const [own, partner] = [asked[taught.side], asked[otherSide(taught.side)]];
  return [
    ...(own === undefined
      ? []
      : own.declined === undefined
        ? [`You asked for another date on ${longDay(own.since)}. Until you hear from us this one stands.`]
        : [`You asked for another date, and it cannot be moved: ${codeText(own.declined)}.`]),
    ...(partner === undefined || partner.declined !== undefined
      ? []
      : [`${partnerName(taught)} asked for another date. Until you hear from us this one stands.`]),
  ];
}

/** What each school said of the day: hers, then the other. */
function readyTexts(taught: Taught, meeting: Meeting): readonly string[] {
  if (meeting.mode === 'virtual') return [];
  const { side } = taught;
  const own = meeting.ready[side];
  const partner = meeting.ready[otherSide(side)];
  return [
    own === undefined
      ? 'Risk assessment and transport: not yet confirmed by you.'
      : `You: risk assessment ${codeText(own.riskAssessment)}, transport ${codeText(own.transport)}.`,
    partner?.riskAssessment === 'confirmed'
      ? `${partnerName(taught)} has confirmed its risk assessment.`
      : `${partnerName(taught)} has not confirmed its risk assessment yet.`,
  ];
}

const skipped = (named: Pick<Step, 'key' | 'name'>): Step => ({
  ...named,
  state: 'skipped',
  when: 'left out this year',
  details: [],
});

/** `by 30 November 2026` once the year asks for it, until then when it usually is. */
function byText({ link, today }: Taught, step: TargetedStep, usual: string): string {
  const target = overdueSteps(link, NEVER).find((open) => open.step === step)?.target;
  if (target === undefined) return usual;
  return `${target < today ? 'was due ' : ''}by ${longDay(target)}`;
}
