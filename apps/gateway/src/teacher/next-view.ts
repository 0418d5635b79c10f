import { randomUUID } from 'node:crypto';
import type { ExchangeKind, MeetingNumber } from '@linking/events/link/link-events.js';
import { meetingOf } from '@linking/domain/link/link.js';
import { dueExchange } from '@linking/domain/link/due-exchange.js';
import { teacherNext, type TeacherNext } from '@linking/domain/link/teacher-next.js';
import type { OneButtonView } from '../pages/components/button.js';
import { fullDay, longDay } from '@linking/words/format.js';
import type { TeacherNextView } from '../pages/teacher/teacher-view.js';
import { capital, exchangeNames, listText, outcomeText, trainingNames } from '@linking/words/link-terms.js';
import { meetingInSentence, ownSchool, partnerName, wherePlace, type Taught } from './teacher-words.js';

/** What she is told to do next, in one sentence with its date, and the button that says it is done. */
export function nextView(taught: Taught, href: string): TeacherNextView {
  const next = teacherNext(taught.link, taught.side, taught.today, taught.personId);
  return { buttons: [], ...inWords(next, taught, href) };
}

/** Work that is due while a meeting comes first. */
export function sendToo(taught: Taught, href: string): TeacherNextView | undefined {
  const { link, side, today, personId } = taught;
  const { step } = teacherNext(link, side, today, personId);
  const isBehindMeeting = step === 'tell-meeting' || step === 'get-ready';
  const what = isBehindMeeting ? dueExchange(link, side, today) : undefined;
  if (what === undefined) return undefined;
  const view = sending({ step: 'send', what }, partnerName(taught), href, today);
  return { ...view, buttons: view.buttons.map((button) => ({ ...button, look: 'secondary' })) };
}

function inWords(
  next: TeacherNext,
  taught: Taught,
  href: string,
): Omit<TeacherNextView, 'buttons'> & Partial<Pick<TeacherNextView, 'buttons'>> {
  const partner = partnerName(taught);
  const named = (number: MeetingNumber) => meetingInSentence(taught, number);
  switch (next.step) {
    case 'closed':
      return {
        sentence: `This link has ended: ${outcomeText(taught.link).toLowerCase()}. There is nothing left to do.`,
      };
    case 'paused':
      return {
        sentence: `This link is paused${next.until === undefined ? '' : ` until ${longDay(next.until)}`}. Nothing is asked of you until it goes on.`,
      };
    case 'await-partner':
      return {
        sentence: 'Your local facilitator is still talking with both headteachers.',
        detail: 'You hear from us as soon as the two classes are linked.',
      };
    case 'await-signatures':
      return { sentence: `The agreement waits for ${signers(next.of, taught)}.` };
    case 'train':
      return training(next, taught.today);
    case 'tell-meeting':
      return {
        on: next.on,
        sentence: `How did it go? Tell us of ${named(next.number)} on ${fullDay(next.on)}.`,
        onward: { href: `${href}/met-${next.number}`, label: 'Record the meeting' },
        detail: 'Two numbers of pupils, two of adults, two questions: about a minute.',
      };
    case 'get-ready':
      return {
        on: next.on,
        sentence: `${capital(named(next.number))} is on ${fullDay(next.on)}. Are you ready for the day?`,
        onward: { href: `${href}/ready-${next.number}`, label: 'Get ready for the day' },
        ...placeDetail(next.number, taught),
      };
    case 'send':
      return sending(next, partner, href, taught.today);
    case 'meet':
      return {
        on: next.on,
        sentence: `${capital(named(next.number))} is on ${fullDay(next.on)}.`,
        ...placeDetail(next.number, taught),
        also: somethingElse(href),
      };
    case 'await-plan':
      return {
        sentence: `${dueBy(`${capital(named(next.number))} needs a date`, next.by, taught.today)} Your local facilitator arranges it with you both.`,
        also: somethingElse(href),
      };
    case 'await-end':
      return {
        sentence: `You have done everything. Thank you for linking with ${partner}.`,
        also: somethingElse(href),
      };
  }
}

function signers(of: readonly ('a' | 'b')[], taught: Taught): string {
  const { names, link } = taught;
  return listText(
    of.map((side) =>
      side === taught.side ? `${ownSchool(taught)}, your school` : names.school(link.sides[side].urn),
    ),
  );
}

function training({ kind, on, missedOn, by }: Extract<TeacherNext, { step: 'train' }>, today: string) {
  const what = `initial training (${trainingNames[kind].toLowerCase()})`;
  if (on !== undefined) return { on, sentence: `Your ${what} is on ${fullDay(on)}.` };
  if (missedOn !== undefined) {
    return {
      sentence: `You could not be at the training on ${longDay(missedOn)}. Ask your local facilitator for another date.`,
    };
  }
  return {
    sentence: `${dueBy(`Your ${what} comes first`, by, today)} Your local facilitator tells you the day.`,
  };
}

function sending(
  { what, by }: Extract<TeacherNext, { step: 'send' }>,
  partner: string,
  href: string,
  today: string,
): Omit<TeacherNextView, 'buttons'> & Pick<TeacherNextView, 'buttons'> {
  const [only] = what.kinds;
  const things = {
    first: `your first work to ${partner}: ${listText(what.kinds.map((kind) => exchangeNames[kind]))}`,
    curiosity: `your curiosity questions to ${partner}`,
    goodbye: `your goodbye to ${partner}`,
  };
  return {
    ...(by === undefined ? {} : { on: by }),
    sentence: dueBy(`Send ${things[what.step]}`, by, today),
    ...(what.kinds.length > 1 ? { detail: 'Sent already? Say what, in one tap.' } : {}),
    buttons:
      what.kinds.length === 1 && only !== undefined
        ? [sentButton(href, only, 'Yes, we sent it')]
        : what.kinds.map((kind) => sentButton(href, kind, `Yes, we sent ${exchangeNames[kind]}`)),
    also: somethingElse(href),
  };
}

const sentButton = (href: string, kind: ExchangeKind, label: string): OneButtonView => ({
  action: `${href}/sent`,
  label,
  look: 'primary',
  csrf: '',
  idempotencyKey: randomUUID(),
  hidden: { kind, tap: 'yes' },
});

const somethingElse = (href: string) => ({ href: `${href}/sent`, label: 'We sent something else' });

function placeDetail(number: MeetingNumber, taught: Taught) {
  const meeting = meetingOf(taught.link, number);
  if (meeting === undefined) return {};
  const times = meeting.startsAt === undefined ? '' : `, ${meeting.startsAt} to ${meeting.endsAt}`;
  return { detail: `${capital(wherePlace(taught, meeting))}${times}.` };
}

/** Nothing lapses by itself: what was due is still asked for. */
function dueBy(sentence: string, by: string | undefined, today: string): string {
  if (by === undefined) return `${sentence}.`;
  return by < today ? `${sentence}. It was due by ${longDay(by)}.` : `${sentence}, by ${longDay(by)}.`;
}
