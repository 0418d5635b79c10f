import type { InterestEvent, InterestEventData } from '@linking/events/interest/interest-events.js';
import { isAcademicYear } from '../calendar/academic-year.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { Interest } from './interest.js';

export type InterestCommand =
  | ({ readonly type: 'ReceiveInterest' } & Omit<InterestEventData['InterestReceived'], 'noteId'>)
  | { readonly type: 'PairClass'; readonly classId: string; readonly linkRef: string }
  | { readonly type: 'ReleaseClass'; readonly classId: string; readonly linkRef: string }
  | { readonly type: 'SucceedSchool'; readonly from: string; readonly to: string; readonly on: string }
  | { readonly type: 'WithdrawInterest'; readonly reasonCode: string };

export interface InterestOccasion {
  readonly today: string;
  readonly noteId?: string;
}

/** Throws nothing but {@link Refusal}. */
export function decideInterest(
  command: InterestCommand,
  interest: Interest,
  occasion: InterestOccasion,
): readonly InterestEvent[] {
  const note = occasion.noteId === undefined ? {} : { noteId: occasion.noteId };
  switch (command.type) {
    case 'ReceiveInterest': {
      const { type: _, ...received } = command;
      if (interest.id !== '') return [];
      checkReceived(received, occasion.today);
      return [{ type: 'InterestReceived', data: { ...received, ...note } }];
    }
    case 'PairClass': {
      const offered = offeredClass(interest, command.classId);
      if (offered.linkRefs.includes(command.linkRef)) return [];
      return [{ type: 'ClassPaired', data: { classId: command.classId, linkRef: command.linkRef } }];
    }
    case 'ReleaseClass': {
      const offered = offeredClass(interest, command.classId);
      if (!offered.linkRefs.includes(command.linkRef)) return [];
      return [{ type: 'ClassReleased', data: { classId: command.classId, linkRef: command.linkRef } }];
    }
    case 'SucceedSchool': {
      const { type: _, ...succession } = command;
      return interest.urn === command.from ? [{ type: 'SchoolSucceeded', data: succession }] : [];
    }
    case 'WithdrawInterest': {
      if (interest.withdrawn) return [];
      const paired = interest.classes.flatMap((it) => it.linkRefs);
      if (paired.length > 0) {
        throw new Refusal('CLASS_ALREADY_PAIRED', `A class of this interest is in ${paired.join(' and ')}.`, {
          nextStep: 'Record in that link that the school withdrew.',
        });
      }
      return [{ type: 'InterestWithdrawn', data: { reasonCode: command.reasonCode, ...note } }];
    }
  }
}

function checkReceived(received: Omit<InterestEventData['InterestReceived'], 'noteId'>, today: string): void {
  if (!isAcademicYear(received.year)) {
    throw new Refusal('YEAR_NOT_VALID', `${received.year} is not an academic year; write it as 2026-27.`);
  }
  if (received.expressedOn > today) {
    throw new Refusal('DATE_IN_FUTURE', `${dayAndMonth(received.expressedOn)} is in the future.`, {
      nextStep: 'Enter the day on which the school got in touch.',
    });
  }
}

function offeredClass(interest: Interest, classId: string) {
  const offered = interest.classes.find((it) => it.classId === classId);
  if (offered === undefined)
    throw new Refusal('CLASS_NOT_OFFERED', 'This interest does not offer that class.', {
      nextStep: 'Take the class from the waiting list.',
    });
  return offered;
}
