import type {
  InterestedClass,
  InterestEvent,
  InterestEventData,
} from '@linking/events/interest/interest-events.js';
import { isAcademicYear } from '../calendar/academic-year.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import { classStatus, interestStatus, type Interest, type InterestClass } from './interest.js';
import { declineInterest, handOver, keepInterest, placeInterest } from './placing.js';
import { routedFacts, type Routing } from './routing.js';

export type InterestCommand =
  | ({
      readonly type: 'ReceiveInterest';
      /** Where its area sends it; absent when the programme that took it has it anyway. */
      readonly routing?: Routing;
      /** Why the programme keeps a school that lies outside its area. */
      readonly keptBecause?: string;
    } & Omit<InterestEventData['InterestReceived'], 'noteId'>)
  | { readonly type: 'PlaceInterest'; readonly programme: string }
  | { readonly type: 'HandOverInterest'; readonly programme: string; readonly reasonCode: string }
  | { readonly type: 'KeepInterest'; readonly reasonCode: string }
  | { readonly type: 'DeclineInterest'; readonly reasonCode: string }
  | { readonly type: 'ChangeInterestHead'; readonly headId: string }
  | { readonly type: 'OfferClass'; readonly offered: InterestedClass }
  | { readonly type: 'ChangeOfferedClass'; readonly offered: InterestedClass }
  | { readonly type: 'WithdrawClass'; readonly classId: string; readonly reasonCode: string }
  | { readonly type: 'PairClass'; readonly classId: string; readonly linkRef: string }
  | { readonly type: 'SucceedSchool'; readonly from: string; readonly to: string; readonly on: string }
  | {
      readonly type: 'ReleaseClass';
      readonly classId: string;
      readonly linkRef: string;
      /** Its school wants no other partner for it. */
      readonly withdrawnBecause?: string;
    }
  | { readonly type: 'WithdrawInterest'; readonly reasonCode: string };

export type InterestCommandOf<Type extends InterestCommand['type']> = Extract<
  InterestCommand,
  { readonly type: Type }
>;

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
      const { type: _, routing, keptBecause, ...received } = command;
      if (interest.id !== '') return [];
      checkReceived(received, occasion.today);
      return [
        { type: 'InterestReceived', data: { ...received, ...note } },
        ...routedFacts(received.programme, routing, keptBecause),
      ];
    }
    case 'PlaceInterest':
      return placeInterest(command, interest, note);
    case 'HandOverInterest':
      return handOver(command, interest, note);
    case 'KeepInterest':
      return keepInterest(command, interest, note);
    case 'DeclineInterest':
      return declineInterest(command, interest, note);
    case 'ChangeInterestHead': {
      if (interest.headId === command.headId) return [];
      return [{ type: 'InterestHeadChanged', data: { headId: command.headId, ...note } }];
    }
    case 'OfferClass': {
      if (interest.classes.some(({ classId }) => classId === command.offered.classId)) return [];
      checkOpen(interest);
      return [{ type: 'ClassOffered', data: { offered: command.offered, ...note } }];
    }
    case 'ChangeOfferedClass': {
      const { linkRefs: _, withdrawn: __, ...known } = waitingClass(interest, command.offered.classId);
      if (sameClass(known, command.offered)) return [];
      return [{ type: 'OfferedClassChanged', data: { offered: command.offered, ...note } }];
    }
    case 'WithdrawClass': {
      const { classId, reasonCode } = command;
      if (classStatus(interest, offeredClass(interest, classId)) === 'withdrawn') return [];
      waitingClass(interest, classId);
      return [{ type: 'ClassWithdrawn', data: { classId, reasonCode, ...note } }];
    }
    case 'PairClass': {
      const offered = offeredClass(interest, command.classId);
      if (offered.linkRefs.includes(command.linkRef)) return [];
      return [{ type: 'ClassPaired', data: { classId: command.classId, linkRef: command.linkRef } }];
    }
    case 'ReleaseClass': {
      const { classId, linkRef, withdrawnBecause } = command;
      const offered = offeredClass(interest, classId);
      if (!offered.linkRefs.includes(linkRef)) return [];
      const released = { type: 'ClassReleased', data: { classId, linkRef } } as const;
      if (withdrawnBecause === undefined || offered.linkRefs.length > 1) return [released];
      return [released, { type: 'ClassWithdrawn', data: { classId, reasonCode: withdrawnBecause } }];
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

function offeredClass(interest: Interest, classId: string): InterestClass {
  const offered = interest.classes.find((it) => it.classId === classId);
  if (offered === undefined)
    throw new Refusal('CLASS_NOT_OFFERED', 'This interest does not offer that class.', {
      nextStep: 'Take the class from the waiting list.',
    });
  return offered;
}

/** A class in a link is changed there: a link copies what it needs when it is proposed. */
function waitingClass(interest: Interest, classId: string): InterestClass {
  const offered = offeredClass(interest, classId);
  if (offered.linkRefs.length > 0) {
    throw new Refusal('CLASS_ALREADY_PAIRED', `This class is in ${offered.linkRefs.join(' and ')}.`, {
      nextStep: 'Record the change in that link.',
    });
  }
  if (offered.withdrawn) {
    throw new Refusal('INTEREST_WITHDRAWN', 'The school offers this class no more.', {
      nextStep: 'Add the class again if the school has changed its mind.',
    });
  }
  checkOpen(interest);
  return offered;
}

function checkOpen(interest: Interest): void {
  const status = interestStatus(interest);
  if (!interest.withdrawn && !interest.declined) return;
  throw new Refusal('INTEREST_WITHDRAWN', `This interest was ${status}.`, {
    nextStep: 'Record a new interest when the school asks again.',
  });
}

function sameClass(known: InterestedClass, now: InterestedClass): boolean {
  const said = ({ classNameId, yearGroups, pupilCount, placeholder, teachers }: InterestedClass) =>
    JSON.stringify([
      classNameId,
      yearGroups,
      pupilCount,
      placeholder,
      teachers.map(({ teacherId, linkedBefore }) => [teacherId, linkedBefore]),
    ]);
  return said(known) === said(now);
}
