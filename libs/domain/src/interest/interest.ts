import type { InterestEvent, InterestedClass } from '@linking/events/interest/interest-events.js';

export interface InterestClass extends InterestedClass {
  /** The links that the class is in. Normally one. */
  readonly linkRefs: readonly string[];
}

export interface Interest {
  readonly id: string;
  readonly revision: number;
  readonly programme: string;
  readonly year: string;
  readonly urn: string;
  readonly headId: string;
  readonly channel: string;
  readonly expressedOn: string;
  readonly priorities: readonly string[];
  readonly classes: readonly InterestClass[];
  readonly withdrawn: boolean;
}

export const unknownInterest: Interest = {
  id: '',
  revision: 0,
  programme: '',
  year: '',
  urn: '',
  headId: '',
  channel: '',
  expressedOn: '',
  priorities: [],
  classes: [],
  withdrawn: false,
};

export type ClassStatus = 'waiting' | 'paired' | 'withdrawn';

/** A class in a link is paired, even when the school took back its interest later. */
export function classStatus(interest: Interest, offered: InterestClass): ClassStatus {
  if (offered.linkRefs.length > 0) return 'paired';
  return interest.withdrawn ? 'withdrawn' : 'waiting';
}

/** `waiting` while a class waits, then `paired`; `withdrawn` when the school took it back. */
export function interestStatus(interest: Interest): ClassStatus {
  const statuses = interest.classes.map((offered) => classStatus(interest, offered));
  if (statuses.includes('waiting')) return 'waiting';
  return statuses.includes('paired') ? 'paired' : 'withdrawn';
}

export type RecordedInterestEvent = InterestEvent & { readonly revision: number };

/** The interest after one more event; checks nothing, for it has happened. */
export function evolveInterest(interest: Interest, event: RecordedInterestEvent): Interest {
  return { ...applied(interest, event), revision: event.revision };
}

function applied(interest: Interest, event: RecordedInterestEvent): Interest {
  switch (event.type) {
    case 'InterestReceived': {
      const { interestId, noteId: _, classes, ...facts } = event.data;
      return {
        ...interest,
        ...facts,
        id: interestId,
        classes: classes.map((it) => ({ ...it, linkRefs: [] })),
      };
    }
    case 'ClassPaired':
      return withLinks(interest, event.data.classId, (refs) => [...refs, event.data.linkRef]);
    case 'ClassReleased':
      return withLinks(interest, event.data.classId, (refs) =>
        refs.filter((ref) => ref !== event.data.linkRef),
      );
    case 'SchoolSucceeded':
      return { ...interest, urn: event.data.to };
    case 'InterestWithdrawn':
      return { ...interest, withdrawn: true };
  }
}

function withLinks(
  interest: Interest,
  classId: string,
  change: (refs: readonly string[]) => readonly string[],
): Interest {
  return {
    ...interest,
    classes: interest.classes.map((it) =>
      it.classId === classId ? { ...it, linkRefs: change(it.linkRefs) } : it,
    ),
  };
}
