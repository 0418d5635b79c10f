import { addDays } from '@linking/domain/calendar/london.js';
import { earliestDay, latestDay } from '@linking/domain/calendar/loose-days.js';
import {
  bothSides,
  isBrokered,
  meetingOf,
  signingSides,
  type Entry,
  type Link,
  type RecordedLinkEvent,
} from '@linking/domain/link/link.js';
import { openTargets, type OpenTarget } from '@linking/domain/link/overdue.js';
import { trainedOn } from '@linking/domain/link/stage.js';
import { sheetSteps, type SheetStep } from './sheet-steps.js';

/** What a link says in one column. */
export type SheetCell =
  | { readonly state: 'done'; readonly on: string }
  /** `past`: the day went by and nobody has said yet what became of it. */
  | { readonly state: 'planned'; readonly on: string; readonly past: boolean }
  | { readonly state: 'skipped'; readonly on: string; readonly reasonCode: string }
  | { readonly state: 'due'; readonly target: string; readonly late: boolean }
  | { readonly state: 'not-needed' }
  | { readonly state: 'open' };

/** Everything of a link but its history: what lists are made of. */
export type LinkWithoutHistory = Omit<Link, 'entries'>;

/** From this many days before its target a step is shown as due. */
const SOON = 14;

/** The cells of a link in the order of the columns. */
export function cellsOf(link: LinkWithoutHistory, today: string): readonly SheetCell[] {
  const whole = withHistory(link);
  const targets = openTargets(whole);
  return sheetSteps.map((step) => cell(whole, step, today, targets));
}

export function cellOf(link: Link, step: SheetStep, today: string): SheetCell {
  return cell(link, step, today, openTargets(link));
}

function cell(link: Link, step: SheetStep, today: string, targets: readonly OpenTarget[]): SheetCell {
  const on = doneOn(link, step);
  if (on !== undefined) return { state: 'done', on };
  const planned = plannedOn(link, step);
  if (planned !== undefined) return { state: 'planned', on: planned, past: planned < today };
  const skipped = skippedIn(link, step);
  if (skipped !== undefined) return { state: 'skipped', on: skipped.on, reasonCode: skipped.reasonCode };
  if (step.key === 'agreement-b' && !signingSides(link).includes('b')) return { state: 'not-needed' };
  const target = targets.find((one) => one.step === step.target)?.target;
  return target === undefined || target > addDays(today, SOON)
    ? { state: 'open' }
    : { state: 'due', target, late: target < today };
}

function doneOn(link: Link, { key, side = 'a', meeting }: SheetStep): string | undefined {
  if (meeting !== undefined) {
    const held = meetingOf(link, meeting);
    return held?.status === 'held' ? held.on : undefined;
  }
  if (key === 'brokered') {
    return isBrokered(link)
      ? latestDay(bothSides.flatMap((one) => link.sides[one].acceptedOn ?? []))
      : undefined;
  }
  if (key.startsWith('agreement')) {
    const { status, signedOn } = link.agreement[side];
    return status === 'signed' ? signedOn : undefined;
  }
  if (key.startsWith('training')) return trainedOn(link, side);
  const sent = link.exchanges.filter(({ kind, fromSide }) =>
    key === 'goodbye' ? kind === 'goodbye' : kind !== 'goodbye' && fromSide === side,
  );
  const days = sent.map(({ on }) => on);
  return key === 'goodbye' ? latestDay(days) : earliestDay(days);
}

function plannedOn(link: Link, { meeting }: SheetStep): string | undefined {
  const planned = meeting === undefined ? undefined : meetingOf(link, meeting);
  return planned?.status === 'planned' ? planned.on : undefined;
}

const skippedIn = (link: Link, { skippable, side }: SheetStep) =>
  link.skipped.find((one) => one.step === skippable && (one.side === undefined || one.side === side));

/** The entries that give a cell the day it shows; they are what a correction of the cell corrects. */
export function entriesBehind(
  link: Link,
  step: SheetStep,
  { state, on }: { state: 'done' | 'skipped'; on: string },
) {
  const says = state === 'skipped' ? saysSkipped : saysDone;
  return link.entries.filter((entry) => {
    const counting = entry.corrected ?? entry.event;
    return !entry.voided && counting.occurredOn === on && says(counting, step);
  });
}

function saysDone(event: RecordedLinkEvent, { key, meeting }: SheetStep): boolean {
  if (event.type === 'ProposalAccepted') return key === 'brokered';
  if (event.type === 'AgreementSigned') return key === `agreement-${event.data.side}`;
  if (event.type === 'TrainingAttended') {
    return key === `training-${event.data.side}` && event.data.kind !== 'planning-half';
  }
  if (event.type === 'WorkExchanged') {
    return key === (event.data.kind === 'goodbye' ? 'goodbye' : `exchange-${event.data.fromSide}`);
  }
  return event.type === 'MeetingHeld' && meeting === event.data.number;
}

const saysSkipped = (event: RecordedLinkEvent, { skippable, side }: SheetStep) =>
  event.type === 'StepSkipped' &&
  event.data.step === skippable &&
  (event.data.side === undefined || event.data.side === side);

const noEntries: readonly Entry[] = [];
const withHistory = (link: LinkWithoutHistory): Link => ({ ...link, entries: noEntries });
