import type { InterestConstraint } from './codes.js';
import type { OfferedClass, TeacherFacts } from '../link/link-events.js';

/** Facts of one school's wish to link, stream `interest-<uuid>`. */
export interface InterestedClass extends OfferedClass {
  readonly teachers: readonly TeacherFacts[];
}

export interface InterestEventData {
  InterestReceived: {
    readonly interestId: string;
    /** The programme that took it; absent when it came to no programme. */
    readonly programme?: string;
    readonly year: string;
    readonly urn: string;
    readonly headId: string;
    /** `asked-again`: it linked in the year before, and its coordinator confirmed that it goes on. */
    readonly channel: 'phone' | 'e-mail' | 'meeting' | 'form' | 'asked-again';
    readonly expressedOn: string;
    readonly priorities: readonly string[];
    /** What the school needs; absent when it named nothing. */
    readonly constraints?: readonly InterestConstraint[];
    readonly classes: readonly InterestedClass[];
    /** The school says that it has linked in an earlier year, or that it has not; absent when nobody asked. */
    readonly linkedBefore?: boolean;
    /** It came by the public form, and whoever sent it has opened the mail at her address. */
    readonly emailVerified?: true;
    readonly noteId?: string;
  };
  /** It waits on the list of the national office: by the register it lies in no area, or not in one alone. */
  InterestUnplaced: { readonly reasonCode: string; readonly noteId?: string };
  /** The national office found the programme for an interest that had none. */
  InterestRouted: { readonly programme: string; readonly noteId?: string };
  InterestHandedOver: {
    readonly from: string;
    readonly to: string;
    readonly reasonCode: string;
    readonly noteId?: string;
  };
  /** It stays where it is although it lies elsewhere: in its programme, or on the national list. */
  InterestKept: { readonly reasonCode: string; readonly noteId?: string };
  InterestDeclined: { readonly reasonCode: string; readonly noteId?: string };
  InterestHeadChanged: { readonly headId: string; readonly noteId?: string };
  ClassOffered: { readonly offered: InterestedClass; readonly noteId?: string };
  /** The class as it is now, with all that is known of it. */
  OfferedClassChanged: { readonly offered: InterestedClass; readonly noteId?: string };
  /** One class is offered no more; the others still are. */
  ClassWithdrawn: { readonly classId: string; readonly reasonCode: string; readonly noteId?: string };
  ClassPaired: { readonly classId: string; readonly linkRef: string };
  ClassReleased: { readonly classId: string; readonly linkRef: string };
  /** The school was closed and another one goes on from it; the interest is now that one's. */
  SchoolSucceeded: { readonly from: string; readonly to: string; readonly on: string };
  InterestWithdrawn: { readonly reasonCode: string; readonly noteId?: string };
}

export type InterestEventName = keyof InterestEventData;
export type InterestEvent = {
  [Name in InterestEventName]: { readonly type: Name; readonly data: InterestEventData[Name] };
}[InterestEventName];
