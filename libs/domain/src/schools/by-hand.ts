import type { SchoolEvent, SchoolEventData } from '@linking/events/school/school-events.js';
import { Refusal } from '../refusal.js';

const KEY = /^N\d{5}$/;

/** The key of a school that was added by hand; no URN has a letter, so no file of the register can mean it. */
export const isByHand = (urn: string): boolean => KEY.test(urn);

export const keyByHand = (number: number): string => `N${String(number).padStart(5, '0')}`;

/** `URN 900001`, or that there is none yet. */
export const urnText = (urn: string): string => (isByHand(urn) ? `no URN yet (${urn})` : `URN ${urn}`);

/** A school that was added by hand. */
export interface SchoolByHand extends SchoolFacts {
  readonly revision: number;
  readonly addedOn: string;
  readonly joinedTo?: string;
  readonly joinedOn?: string;
}

type SchoolFacts = SchoolEventData['SchoolAddedByHand'];

export type RecordedSchoolEvent = SchoolEvent & { readonly revision: number; readonly occurredOn: string };

export function evolveSchool(
  school: SchoolByHand | undefined,
  event: RecordedSchoolEvent,
): SchoolByHand | undefined {
  const { revision, occurredOn } = event;
  switch (event.type) {
    case 'SchoolAddedByHand':
      return { ...event.data, revision, addedOn: occurredOn };
    case 'SchoolJoined':
      return school && { ...school, revision, joinedTo: event.data.urn, joinedOn: occurredOn };
  }
}

/** What the register knows of the school that one added by hand is to be joined to. */
export interface JoinTarget {
  readonly urn: string;
  readonly isKnown: boolean;
  /** What is said of it when it has closed. */
  readonly closed?: string;
  /** Another school added by hand that was joined to it. */
  readonly joinedWith?: string;
}

/** Joined to the same URN twice is once. */
export function joinSchool(school: SchoolByHand, target: JoinTarget): readonly SchoolEvent[] {
  const { urn, isKnown, closed, joinedWith } = target;
  const { key, name, joinedTo } = school;
  if (joinedTo === urn) return [];
  if (joinedTo !== undefined) {
    throw new Refusal('SCHOOL_ALREADY_JOINED', `${name} was joined to URN ${joinedTo} already.`, {
      nextStep: `Look at ${joinedTo}: everything of the school stands there.`,
    });
  }
  if (!isKnown) {
    throw new Refusal('SCHOOL_UNKNOWN', `There is no school with URN ${urn} in the register.`, {
      nextStep: 'Check the six digits, or import a newer register first.',
    });
  }
  if (closed !== undefined) {
    throw new Refusal('SCHOOL_CLOSED', closed, { nextStep: 'Choose the school that is open today.' });
  }
  if (joinedWith !== undefined && joinedWith !== key) {
    throw new Refusal(
      'SCHOOL_ALREADY_JOINED',
      `Another school added by hand (${joinedWith}) is URN ${urn} already.`,
      {
        nextStep: 'Check the URN: one school cannot be two.',
      },
    );
  }
  return [{ type: 'SchoolJoined', data: { key, urn } }];
}
