import type { InterestConstraint } from '@linking/events/interest/codes.js';
import type { InterestEvent, InterestedClass } from '@linking/events/interest/interest-events.js';

export interface InterestClass extends InterestedClass {
  /** The links that the class is in. Normally one. */
  readonly linkRefs: readonly string[];
  /** The school offers this class no more. */
  readonly withdrawn: boolean;
}

export interface Interest {
  readonly id: string;
  readonly revision: number;
  /** Empty while the national office looks for one. */
  readonly programme: string;
  /** Programmes that handed it over: they may still read what became of it. */
  readonly handedOverBy: readonly string[];
  /** Why no programme has it. */
  readonly unplacedBecause?: string;
  readonly year: string;
  readonly urn: string;
  readonly headId: string;
  readonly channel: string;
  readonly expressedOn: string;
  readonly priorities: readonly string[];
  readonly constraints?: readonly InterestConstraint[];
  readonly linkedBefore?: boolean;
  readonly emailVerified?: true;
  readonly classes: readonly InterestClass[];
  readonly withdrawn: boolean;
  readonly declined: boolean;
}

export const unknownInterest: Interest = {
  id: '',
  revision: 0,
  programme: '',
  handedOverBy: [],
  year: '',
  urn: '',
  headId: '',
  channel: '',
  expressedOn: '',
  priorities: [],
  classes: [],
  withdrawn: false,
  declined: false,
};

export type ClassStatus = 'waiting' | 'paired' | 'withdrawn' | 'declined';

/** A class in a link is paired, even when the school took back its interest later. */
export function classStatus(interest: Interest, offered: InterestClass): ClassStatus {
  if (offered.linkRefs.length > 0) return 'paired';
  if (interest.declined) return 'declined';
  return interest.withdrawn || offered.withdrawn ? 'withdrawn' : 'waiting';
}

/** `waiting` while a class waits, then `paired`; `withdrawn` or `declined` when none of its classes is in a link. */
export function interestStatus(interest: Interest): ClassStatus {
  const statuses = interest.classes.map((offered) => classStatus(interest, offered));
  if (statuses.includes('waiting')) return 'waiting';
  if (statuses.includes('paired')) return 'paired';
  return interest.declined ? 'declined' : 'withdrawn';
}

/** No programme has it, and nobody has said no: the national office looks for one. */
export const isUnplaced = (interest: Interest): boolean =>
  interest.programme === '' && interestStatus(interest) === 'waiting';

export type RecordedInterestEvent = InterestEvent & { readonly revision: number };

/** The interest after one more event; checks nothing, for it has happened. */
export function evolveInterest(interest: Interest, event: RecordedInterestEvent): Interest {
  return { ...applied(interest, event), revision: event.revision };
}

function applied(interest: Interest, event: RecordedInterestEvent): Interest {
  switch (event.type) {
    case 'InterestReceived': {
      const { interestId, noteId: _, classes, programme = '', ...facts } = event.data;
      return { ...interest, ...facts, programme, id: interestId, classes: classes.map(newlyOffered) };
    }
    case 'InterestUnplaced':
      return { ...leaving(interest), programme: '', unplacedBecause: event.data.reasonCode };
    case 'InterestRouted':
      return placed(interest, event.data.programme);
    case 'InterestHandedOver':
      return placed(leaving(interest), event.data.to);
    case 'InterestKept':
      return interest;
    case 'InterestDeclined':
      return { ...interest, declined: true };
    case 'InterestHeadChanged':
      return { ...interest, headId: event.data.headId };
    case 'ClassOffered':
      return { ...interest, classes: [...interest.classes, newlyOffered(event.data.offered)] };
    case 'OfferedClassChanged': {
      const { offered } = event.data;
      return withClass(interest, offered.classId, ({ linkRefs, withdrawn }) => ({
        ...offered,
        linkRefs,
        withdrawn,
      }));
    }
    case 'ClassWithdrawn':
      return withClass(interest, event.data.classId, (offered) => ({ ...offered, withdrawn: true }));
    case 'ClassPaired': {
      const { classId, linkRef } = event.data;
      return withClass(interest, classId, (offered) => ({
        ...offered,
        linkRefs: [...offered.linkRefs, linkRef],
        withdrawn: false,
      }));
    }
    case 'ClassReleased': {
      const { classId, linkRef } = event.data;
      return withClass(interest, classId, (offered) => ({
        ...offered,
        linkRefs: offered.linkRefs.filter((ref) => ref !== linkRef),
      }));
    }
    case 'SchoolSucceeded':
      return { ...interest, urn: event.data.to };
    case 'InterestWithdrawn':
      return { ...interest, withdrawn: true };
  }
}

const newlyOffered = (offered: InterestedClass): InterestClass => ({
  ...offered,
  linkRefs: [],
  withdrawn: false,
});

/** The programme that it leaves may go on reading it. */
const leaving = (interest: Interest): Interest =>
  interest.programme === ''
    ? interest
    : { ...interest, handedOverBy: [...new Set([...interest.handedOverBy, interest.programme])] };

function placed(interest: Interest, programme: string): Interest {
  const { unplacedBecause: _, ...rest } = interest;
  return { ...rest, programme };
}

function withClass(
  interest: Interest,
  classId: string,
  change: (offered: InterestClass) => InterestClass,
): Interest {
  return {
    ...interest,
    classes: interest.classes.map((it) => (it.classId === classId ? change(it) : it)),
  };
}
