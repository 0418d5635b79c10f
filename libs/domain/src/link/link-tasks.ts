import type { MeetingNumber, Side, TargetedStep } from '@linking/events/link/link-events.js';
import { yearStart } from '../calendar/academic-year.js';
import { addDays } from '../calendar/london.js';
import { firstDayOf, isAfter } from '../calendar/loose-days.js';
import { awaitedIn, type Awaited } from './awaited.js';
import { escalationOf, type Escalation } from './escalation.js';
import { lostContactsOf, type LostContact } from './contacts.js';
import { bothSides, isSkipped, signingSides, type Link, type TrainingRecord } from './link.js';
import { untrainedNewcomers } from './newcomers.js';
import { openTargets } from './overdue.js';
import { trainedOn } from './stage.js';

/** Something that a link asks of its coordinator from a day on. No task depends on today, so that they can be kept. */
export type LinkTask = StepTask | MeetingTask | DateTask | TrainingTask | AnswerTask | PersonTask;

interface Dated {
  /** First day on which it is asked: always a whole day. */
  readonly from: string;
  /** Last day on which it is asked; until it is done when absent. */
  readonly until?: string;
  /** The day that it is about: a target, a meeting; of a missed session also a month, a year or "before the import". */
  readonly due: string;
}

/** A step that is not done near or after its target. */
export interface StepTask extends Dated {
  readonly kind: 'step';
  readonly step: TargetedStep;
  readonly awaited: readonly Awaited[];
  /** The target is a day that was agreed with a school. */
  readonly agreed: boolean;
  /** When it grows more urgent. */
  readonly escalation: Escalation;
}

export interface MeetingTask extends Dated {
  /** `meeting-not-ready`: a risk assessment is not confirmed; `meeting-not-recorded`: its day is past. */
  readonly kind: 'meeting-not-ready' | 'meeting-not-recorded';
  readonly number: MeetingNumber;
  /** The schools that have not confirmed; both of a meeting that is past. */
  readonly sides: readonly Side[];
}

/** A school asked for another date of a meeting, and has no answer yet. */
export interface DateTask extends Dated {
  readonly kind: 'another-date-asked';
  readonly number: MeetingNumber;
  readonly side: Side;
  readonly reasonCode: string;
  /** The day that it suggests. */
  readonly on?: string;
}

/** A teacher missed the training, and has no other date. */
export interface TrainingTask extends Dated {
  readonly kind: 'training-missed';
  readonly side: Side;
  readonly teacherId: string;
}

/** A school said no to the agreement, or took it back: the coordinator decides what follows. */
export interface AnswerTask extends Dated {
  readonly kind: 'agreement-declined' | 'agreement-revoked';
  readonly side: Side;
  readonly headId: string;
  readonly reasonCode: string;
}

/** `contact-lost`: mails do not reach her; `new-teacher-training`: she took over and is not trained herself. */
export interface PersonTask extends Dated {
  readonly kind: 'contact-lost' | 'new-teacher-training';
  readonly side: Side;
  readonly personId: string;
  readonly role: 'headteacher' | 'teacher';
  /** The initial training that a new teacher needs. */
  readonly needs?: 'initial-full' | 'initial-half';
}

/** Answers that a school owes are asked for before they are late. */
const A_WEEK = 7;
const askedBefore: ReadonlySet<TargetedStep> = new Set(['agreement', 'classes']);

/** Days before a meeting from which a risk assessment that is not confirmed is red. */
const READY_DAYS = 10;

/** Everything that an open link asks for or is going to ask for, as it stands. A paused link asks for nothing. */
export function tasksOf(link: Link): readonly LinkTask[] {
  if (link.outcome !== 'open' || link.paused !== undefined || link.ref === '') return [];
  const missed = bothSides.flatMap((side) => missedTraining(link, side));
  return [
    ...answerTasks(link),
    ...lostContactsOf(link).map((lost) => lostTask(link, lost)),
    ...stepTasks(link, missed),
    ...meetingTasks(link),
    ...dateTasks(link),
    ...missed,
    ...newTeacherTasks(link, missed),
  ];
}

/** The tasks of a day. What is more exact takes the place of the step it belongs to. */
export function tasksOn(tasks: readonly LinkTask[], today: string): readonly LinkTask[] {
  const live = tasks.filter(({ from, until = '9999-12-31' }) => from <= today && today <= until);
  const isPast = (step: TargetedStep) =>
    live.some((it) => it.kind === 'meeting-not-recorded' && stepOfMeeting[it.number] === step);
  return live.filter((task) => task.kind !== 'step' || !isPast(task.step));
}

const stepOfMeeting: Readonly<Record<MeetingNumber, TargetedStep>> = {
  1: 'first-meeting',
  2: 'visits',
  3: 'visits',
  4: 'goodbye',
};

function stepTasks(link: Link, missed: readonly TrainingTask[]): readonly StepTask[] {
  return openTargets(link).flatMap(({ step, target }) => {
    const agreed = link.newTargets[step] !== undefined;
    const awaited = awaitedIn(link, step, target).filter(
      ({ side }) => step !== 'training' || !missed.some((it) => it.side === side),
    );
    if (awaited.length === 0) return [];
    const from = askedBefore.has(step) && !agreed ? addDays(target, -A_WEEK) : addDays(target, 1);
    const escalation = escalationOf(link, step, target);
    return [{ kind: 'step' as const, step, from, due: target, awaited, agreed, escalation }];
  });
}

function answerTasks(link: Link): readonly AnswerTask[] {
  return signingSides(link).flatMap((side) => {
    const { status, declinedOn, revokedOn, reasonCode = '' } = link.agreement[side];
    if (status !== 'declined' && status !== 'revoked') return [];
    const on = beginning(link, declinedOn ?? revokedOn ?? '');
    const { headId } = link.sides[side];
    return [{ kind: `agreement-${status}` as const, side, headId, reasonCode, from: on, due: on }];
  });
}

const lostTask = (link: Link, { side, personId, role, on }: LostContact): PersonTask => {
  const since = beginning(link, on);
  return { kind: 'contact-lost', side, personId, role, from: since, due: since };
};

/** The class was trained before she took over: the link stays where it is, and she is asked all the same. */
const newTeacherTasks = (link: Link, missed: readonly TrainingTask[]): readonly PersonTask[] =>
  bothSides.flatMap((side) =>
    untrainedNewcomers(link, side)
      .filter(({ teacherId }) => !missed.some((it) => it.teacherId === teacherId))
      .map(({ teacherId, needs, since }): PersonTask => {
        const on = beginning(link, since);
        const who = { side, personId: teacherId, role: 'teacher' } as const;
        return { kind: 'new-teacher-training', ...who, needs, from: on, due: on };
      }),
  );

/** Of an imported fact only the month or the year may be known, or nothing but that it was before. */
const beginning = (link: Link, day: string) => firstDayOf(day, yearStart(link.year));

function meetingTasks(link: Link): readonly MeetingTask[] {
  return link.meetings
    .filter(({ status }) => status === 'planned')
    .flatMap(({ number, on, mode, ready }) => {
      const sides = bothSides.filter((side) => ready[side]?.riskAssessment !== 'confirmed');
      const task = { number, due: on };
      const past = {
        ...task,
        kind: 'meeting-not-recorded' as const,
        sides: bothSides,
        from: addDays(on, 1),
      };
      if (mode === 'virtual' || sides.length === 0) return [past];
      const before = { from: addDays(on, -READY_DAYS), until: on };
      return [{ ...task, ...before, kind: 'meeting-not-ready' as const, sides }, past];
    });
}

/** Asked until somebody answers; once the day has come there is nothing to move. */
const dateTasks = (link: Link): readonly DateTask[] =>
  link.meetings
    .filter(({ status }) => status === 'planned')
    .flatMap(({ number, on: due, asked = {} }) =>
      bothSides.flatMap((side): readonly DateTask[] => {
        const { since, on, reasonCode, declined } = asked[side] ?? {
          since: '',
          reasonCode: '',
          declined: '',
        };
        if (declined !== undefined) return [];
        const suggested = on === undefined ? {} : { on };
        const from = beginning(link, since);
        return [
          { kind: 'another-date-asked', number, side, reasonCode, ...suggested, from, until: due, due },
        ];
      }),
    );

function missedTraining(link: Link, side: Side): readonly TrainingTask[] {
  if (trainedOn(link, side) !== undefined || isSkipped(link, 'training', side)) return [];
  const initial = link.training.filter((it) => it.side === side && it.kind !== 'planning-half');
  const isStill = ({ teacherId }: TrainingRecord) =>
    link.sides[side].teachers.some((teacher) => teacher.teacherId === teacherId);
  // Who has another date is not asked, and who missed that as well is asked once.
  const invitedAgain = ({ on, teacherId }: TrainingRecord) =>
    initial.some((it) => it.status !== 'attended' && it.teacherId === teacherId && isAfter(it.on, on));
  return initial
    .filter((it) => it.status === 'missed' && isStill(it) && !invitedAgain(it))
    .map(({ teacherId, on }) => ({
      kind: 'training-missed',
      side,
      teacherId,
      from: beginning(link, on),
      due: on,
    }));
}
