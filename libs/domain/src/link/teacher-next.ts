import type { MeetingNumber, Side, TrainingKind } from '@linking/events/link/link-events.js';
import { addDays } from '../calendar/london.js';
import { dueExchange, type DueExchange } from './due-exchange.js';
import { isAgreed, isBrokered, isSkipped, meetingOf, signingSides, type Link, type Meeting } from './link.js';
import { untrainedNewcomers } from './newcomers.js';
import { openTargets, type TargetedStep } from './overdue.js';
import { trainedOn } from './stage.js';
import { leadOn } from './teaching.js';

/** The one thing that a teacher does next, or waits for. Dates are days; `by` is the target of the year. */
export type TeacherNext =
  | { readonly step: 'closed' }
  | { readonly step: 'paused'; readonly until?: string }
  | { readonly step: 'await-partner' }
  | { readonly step: 'await-signatures'; readonly of: readonly Side[] }
  | { readonly step: 'tell-meeting'; readonly number: MeetingNumber; readonly on: string }
  | { readonly step: 'get-ready'; readonly number: MeetingNumber; readonly on: string }
  | {
      readonly step: 'train';
      readonly kind: TrainingKind;
      /** The day of a session in which she has a place. */
      readonly on?: string;
      /** The day of the one that she missed. */
      readonly missedOn?: string;
      readonly by?: string;
    }
  | { readonly step: 'send'; readonly what: DueExchange; readonly by?: string }
  | { readonly step: 'meet'; readonly number: MeetingNumber; readonly on: string }
  | { readonly step: 'await-plan'; readonly number: MeetingNumber; readonly by?: string }
  | { readonly step: 'await-end' };

const DAYS_TO_GET_READY = 14;

/**
 * Meetings that took place by their plan come first, then what is nearest, then what the year asks for.
 * @param personId whose page it is: who took a trained class over is trained herself
 */
export function teacherNext(link: Link, side: Side, today: string, personId?: string): TeacherNext {
  if (link.outcome !== 'open') return { step: 'closed' };
  if (link.paused !== undefined) {
    const { until } = link.paused;
    return { step: 'paused', ...(until === undefined ? {} : { until }) };
  }
  if (!isBrokered(link)) return { step: 'await-partner' };
  if (!isAgreed(link)) {
    const of = signingSides(link).filter((one) => link.agreement[one].status !== 'signed');
    return { step: 'await-signatures', of };
  }
  return (
    nearMeeting(link, side, today) ??
    training(link, side, today) ??
    newcomersTraining(link, side, personId) ??
    sending(link, side, today) ??
    meeting(link)
  );
}

function nearMeeting(link: Link, side: Side, today: string): TeacherNext | undefined {
  const planned = plannedMeetings(link);
  const past = planned.find(({ on }) => on <= today);
  if (past !== undefined) return { step: 'tell-meeting', number: past.number, on: past.on };
  const soon = planned.find(
    ({ on, mode, ready }) =>
      on <= addDays(today, DAYS_TO_GET_READY) &&
      mode === 'in-person' &&
      ready[side]?.riskAssessment !== 'confirmed',
  );
  return soon && { step: 'get-ready', number: soon.number, on: soon.on };
}

function training(link: Link, side: Side, today: string): TeacherNext | undefined {
  if (trainedOn(link, side) !== undefined || isSkipped(link, 'training', side)) return undefined;
  const last = (status: 'enrolled' | 'missed') =>
    link.training.findLast(
      (record) => record.side === side && record.status === status && record.kind !== 'planning-half',
    );
  const enrolled = last('enrolled');
  const missed = enrolled === undefined ? last('missed') : undefined;
  const teacher = leadOn(link.sides[side], today) ?? link.sides[side].teachers[0];
  const kind = enrolled?.kind ?? teacher?.needs ?? 'initial-full';
  return {
    step: 'train',
    kind,
    ...(enrolled && { on: enrolled.on }),
    ...(missed && { missedOn: missed.on }),
    ...byTarget(link, 'training'),
  };
}

function newcomersTraining(link: Link, side: Side, personId?: string): TeacherNext | undefined {
  const newcomer = untrainedNewcomers(link, side).find(({ teacherId }) => teacherId === personId);
  return newcomer && { step: 'train', kind: newcomer.needs };
}

function sending(link: Link, side: Side, today: string): TeacherNext | undefined {
  const what = dueExchange(link, side, today);
  const target = { first: 'exchange', curiosity: 'curiosity', goodbye: 'goodbye' } as const;
  return what && { step: 'send', what, ...byTarget(link, target[what.step]) };
}

function meeting(link: Link): TeacherNext {
  const [first] = plannedMeetings(link);
  if (first !== undefined) return { step: 'meet', number: first.number, on: first.on };
  const number = ([1, 2, 3] as const).find(
    (one) =>
      meetingOf(link, one)?.status !== 'held' &&
      !isSkipped(link, one === 1 ? 'first-meeting' : `visit-${one}`),
  );
  if (number === undefined) return { step: 'await-end' };
  return { step: 'await-plan', number, ...byTarget(link, number === 1 ? 'first-meeting' : 'visits') };
}

const plannedMeetings = ({ meetings }: Link): readonly Meeting[] =>
  meetings.filter(({ status }) => status === 'planned').toSorted((x, y) => x.on.localeCompare(y.on));

/** The day by which the year asks for a step that is open. */
function byTarget(link: Link, step: TargetedStep) {
  const by = openTargets(link).find((open) => open.step === step)?.target;
  return by === undefined ? {} : { by };
}
