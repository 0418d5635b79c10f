import type { OfferedClass, TeacherFacts } from '../link/link-events.js';

/** Facts of one school's wish to link, stream `interest-<uuid>`. */
export interface InterestedClass extends OfferedClass {
  readonly teachers: readonly TeacherFacts[];
}

export interface InterestEventData {
  InterestReceived: {
    readonly interestId: string;
    readonly programme: string;
    readonly year: string;
    readonly urn: string;
    readonly headId: string;
    readonly channel: 'phone' | 'e-mail' | 'meeting' | 'form';
    readonly expressedOn: string;
    readonly priorities: readonly string[];
    readonly classes: readonly InterestedClass[];
    readonly noteId?: string;
  };
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
