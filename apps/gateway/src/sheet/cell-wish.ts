import type { LinkRequest } from '@linking/application/links/link-request.js';
import type { LinkCommand } from '@linking/domain/link/commands.js';
import { decide } from '@linking/domain/link/decide.js';
import { meetingOf, type Link } from '@linking/domain/link/link.js';
import { Refusal } from '@linking/domain/refusal.js';
import { dateValues } from '../pages/forms/date-field.js';
import { longDay } from '@linking/words/format.js';
import type { AskedCommand } from './asked-form.js';
import { cellOf, entriesBehind } from './sheet-cell.js';
import type { SheetStep } from './sheet-steps.js';
import { readTyped } from './typed-day.js';

/** What typing in a cell asks of its link. */
export type CellWish =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The day is all that the command wants. */
  | { readonly kind: 'request'; readonly request: LinkRequest; readonly on: string }
  /** Nothing is invented: a form asks for what the day does not say. */
  | { readonly kind: 'form'; readonly form: AskedForm };

export interface AskedForm {
  readonly command: AskedCommand;
  /** What the cell settles, such as which meeting; not asked again. */
  readonly settled: Readonly<Record<string, string>>;
  /** Boxes that are filled, over what the form fills by itself. */
  readonly values: Readonly<Record<string, string>>;
  /** Entries that are mended together with the first one: both classes said goodbye in one. */
  readonly besides: readonly string[];
  /** The day that was typed. */
  readonly on?: string;
}

/** Pure: the rules are asked first, so that nobody fills in a form only to be refused. */
export function cellWish(link: Link, step: SheetStep, text: string, today: string): CellWish {
  const early = step.key === 'brokered' || step.key.startsWith('agreement');
  const typed = readTyped(text, { year: link.year, today, early });
  switch (typed.kind) {
    case 'unreadable':
      return { kind: 'refused', sentence: typed.sentence };
    case 'nothing':
      return cleared(link, step, today);
    case 'skip':
      return skipped(link, step, today);
    case 'day': {
      const wish = dated(link, step, typed.day, today);
      return wish.kind === 'refused' && typed.guessed && typed.day > today
        ? {
            ...wish,
            sentence: `${wish.sentence} It was read as ${longDay(typed.day)}: type the year if it was another.`,
          }
        : wish;
    }
  }
}

function cleared(link: Link, step: SheetStep, today: string): CellWish {
  const cell = cellOf(link, step, today);
  switch (cell.state) {
    case 'done':
    case 'skipped':
      return mended(link, step, cell, today);
    case 'planned':
      return asked(
        link,
        today,
        { type: 'CancelMeeting', number: step.meeting ?? 1, reasonCode: 'other' },
        'cancel-meeting',
        {
          settled: numbered(step),
        },
      );
    case 'due':
    case 'open':
    case 'not-needed':
      return { kind: 'nothing' };
  }
}

function skipped(link: Link, { skippable, side, heading }: SheetStep, today: string): CellWish {
  if (skippable === undefined) {
    return { kind: 'refused', sentence: `“${heading}” cannot be skipped: record when it was done.` };
  }
  const sided: { readonly side?: 'a' | 'b' } = side === undefined ? {} : { side };
  return asked(
    link,
    today,
    { type: 'SkipStep', step: skippable, ...sided, reasonCode: 'other' },
    'skip-step',
    {
      settled: { step: skippable, side: side ?? '' },
    },
  );
}

function dated(link: Link, step: SheetStep, on: string, today: string): CellWish {
  const cell = cellOf(link, step, today);
  if (cell.state === 'done') {
    return cell.on === on ? { kind: 'nothing' } : mended(link, step, cell, today, on);
  }
  if (step.meeting !== undefined) return meetingOn(link, step, on, today);
  const { key, side = 'a' } = step;
  if (key === 'brokered') return { kind: 'request', request: { type: 'Broker' }, on };
  if (key === 'goodbye') return { kind: 'request', request: { type: 'CompleteFinalExchange' }, on };
  if (key.startsWith('exchange')) {
    return {
      kind: 'request',
      request: { type: 'RecordExchange', fromSide: side, kind: 'work', mode: 'not-known' },
      on,
    };
  }
  return key.startsWith('agreement') ? signedOn(link, side, on, today) : trainedOn(link, side, on, today);
}

function signedOn(link: Link, side: 'a' | 'b', on: string, today: string): CellWish {
  const trial: LinkCommand = {
    type: 'SignAgreement',
    side,
    signerId: '',
    signerRole: 'headteacher',
    textVersion: link.agreement[side].textVersion ?? '',
    agreed: true,
    means: 'paper',
    seal: '',
    documentHash: '',
    namedBySchool: true,
    currentTextVersion: '',
  };
  return asked(link, today, trial, 'sign-agreement', {
    on,
    settled: { side },
    values: dateValues('occurredOn', on),
  });
}

function trainedOn(link: Link, side: 'a' | 'b', on: string, today: string): CellWish {
  const { teachers } = link.sides[side];
  const [teacher] = teachers;
  if (teacher === undefined) {
    const sentence = 'No teacher of this class is known yet. Confirm the class with its teacher first.';
    return { kind: 'refused', sentence };
  }
  const { teacherId, needs: kind } = teacher;
  const trial: LinkCommand = { type: 'RecordTrainingAttended', side, teacherId, kind, minutes: 1 };
  return asked(link, today, trial, 'record-training-attended', {
    on,
    settled: teachers.length === 1 ? { teacher: `${side}.${teacherId}` } : {},
    values: { ...dateValues('occurredOn', on), kind: teachers.length === 1 ? kind : '', minutes: '' },
  });
}

function meetingOn(link: Link, step: SheetStep, on: string, today: string): CellWish {
  const number = step.meeting ?? 1;
  const known = meetingOf(link, number);
  const values = dateValues('on', on);
  const times = { startsAt: known?.startsAt ?? '09:00', endsAt: known?.endsAt ?? '15:00' };
  if (on <= today) {
    const none = { pupilsA: 0, pupilsB: 0, adultsA: 0, adultsB: 0 };
    const trial: LinkCommand = {
      type: 'RecordMeetingHeld',
      number,
      on,
      ...none,
      mode: 'in-person',
      riskAssessment: { a: 'not-known', b: 'not-known' },
      collaborative: false,
      keyQuestions: [],
    };
    // How they met is known only from a plan.
    const mode = known?.status === 'planned' ? known.mode : '';
    return asked(link, today, trial, 'record-meeting-held', {
      settled: numbered(step),
      values: { ...values, mode },
    });
  }
  if (known?.status === 'planned') {
    if (known.on === on) return { kind: 'nothing' };
    const trial: LinkCommand = { type: 'RescheduleMeeting', number, on, ...times, reasonCode: 'other' };
    return asked(link, today, trial, 'reschedule-meeting', { settled: numbered(step), values });
  }
  const trial: LinkCommand = {
    type: 'PlanMeeting',
    number,
    on,
    ...times,
    mode: 'virtual',
    pupilsExpected: 0,
    activities: [],
  };
  return asked(link, today, trial, 'plan-meeting', { settled: numbered(step), values });
}

const numbered = ({ meeting = 1 }: SheetStep) => ({ number: String(meeting) });

/** A day that is known is corrected, or its entry voided when `now` is absent: both want a reason. */
function mended(
  link: Link,
  step: SheetStep,
  cell: { readonly state: 'done' | 'skipped'; readonly on: string },
  today: string,
  now?: string,
): CellWish {
  const [first, ...others] = entriesBehind(link, step, cell).map(({ event }) => event);
  const together = step.key === 'brokered' || step.key === 'goodbye';
  if (first === undefined || (others.length > 0 && !together)) {
    const sentence = 'More than one entry gives this day. Mend the right one in the history of the link.';
    return { kind: 'refused', sentence };
  }
  const besides = others.map(({ id }) => id);
  if (now === undefined) {
    const trial: LinkCommand = { type: 'VoidEntry', eventId: first.id, reasonCode: 'did-not-happen' };
    return asked(link, today, trial, 'void-entry', { settled: { event: first.id }, besides });
  }
  const field = first.type === 'MeetingHeld' ? '/on' : '/occurredOn';
  const trial: LinkCommand = {
    type: 'CorrectEntry',
    eventId: first.id,
    field,
    was: cell.on,
    now,
    reasonCode: 'other',
  };
  return asked(link, today, trial, 'correct-entry', {
    settled: { event: first.id, field },
    values: dateValues('now', now),
    besides,
  });
}

/** The form, unless the rules already refuse what it would send whatever is filled in. */
function asked(
  link: Link,
  today: string,
  trial: LinkCommand,
  command: AskedCommand,
  more: Partial<Omit<AskedForm, 'command'>>,
): CellWish {
  const { on = today, settled = {}, values = {}, besides = [] } = more;
  try {
    decide(trial, link, { occurredOn: on, today, overrides: [] });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A reason that a soft rule asks for is asked by the form itself.
    if (error.more.rule === undefined) return { kind: 'refused', sentence: sentenceOf(error) };
  }
  return { kind: 'form', form: { command, settled, values, besides, on } };
}

export const sentenceOf = ({ sentence, more }: Refusal) =>
  more.nextStep === undefined || more.rule !== undefined ? sentence : `${sentence} ${more.nextStep}`;
