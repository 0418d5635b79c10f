import type { InterestEvent } from '@linking/events/interest/interest-events.js';

export type WaitingStatus = 'waiting' | 'paired' | 'withdrawn';

export interface WaitingClass {
  readonly classId: string;
  /** Key of the class name in the notes. */
  readonly classNameId?: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly placeholder: boolean;
  readonly status: WaitingStatus;
  readonly linkRef?: string;
}

/** One school's wish to link as the waiting list shows it. */
export interface WaitingInterest {
  readonly interestId: string;
  readonly programme: string;
  readonly year: string;
  readonly urn: string;
  readonly expressedOn: string;
  readonly revision: number;
  readonly classes: readonly WaitingClass[];
}

export function foldWaitingList(
  interest: WaitingInterest | undefined,
  event: InterestEvent,
  { revision }: { readonly revision: number },
): WaitingInterest | undefined {
  if (event.type === 'InterestReceived') {
    const { interestId, programme, year, urn, expressedOn } = event.data;
    const classes = event.data.classes.map((offered): WaitingClass => ({
      classId: offered.classId,
      ...(offered.classNameId === undefined ? {} : { classNameId: offered.classNameId }),
      yearGroups: offered.yearGroups,
      pupilCount: offered.pupilCount,
      placeholder: offered.placeholder,
      status: 'waiting',
    }));
    return { interestId, programme, year, urn, expressedOn, revision, classes };
  }
  if (interest === undefined) return undefined;
  return { ...interest, revision, classes: interest.classes.map((one) => foldClass(one, event)) };
}

function foldClass(
  one: WaitingClass,
  event: Exclude<InterestEvent, { type: 'InterestReceived' }>,
): WaitingClass {
  const { linkRef, ...unpaired } = one;
  switch (event.type) {
    case 'ClassPaired':
      if (event.data.classId !== one.classId) return one;
      return { ...unpaired, status: 'paired', linkRef: event.data.linkRef };
    case 'ClassReleased':
      if (event.data.classId !== one.classId || linkRef !== event.data.linkRef) return one;
      return { ...unpaired, status: 'waiting' };
    case 'InterestWithdrawn':
      return one.status === 'waiting' ? { ...one, status: 'withdrawn' } : one;
  }
}
