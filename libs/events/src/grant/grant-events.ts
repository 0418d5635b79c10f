/** Codes of the grant stream, once. */
export const grantKinds = ['national', 'local'] as const;
export const grantPurposes = [
  'coach',
  'venue',
  'training',
  'teacher-release',
  'resources',
  'coordination',
  'other',
] as const;
export const grantEndReasons = ['period-over', 'funder-withdrew', 'returned', 'other'] as const;

export type GrantKind = (typeof grantKinds)[number];
export type GrantPurpose = (typeof grantPurposes)[number];
export type GrantEndReason = (typeof grantEndReasons)[number];

/** What is known of a grant as a whole: changed, it is said anew. The funder's name is a note. */
export interface GrantFacts {
  readonly funderNameId: string;
  readonly kind: GrantKind;
  readonly from: string;
  /** Its last day. */
  readonly until: string;
  readonly programmes: 'all' | readonly string[];
  readonly pays: readonly GrantPurpose[];
  readonly reportsDue: readonly string[];
}

/** Facts of one grant, stream `grant-<uuid>`. */
export interface GrantEventData {
  GrantAdded: { readonly grantId: string } & GrantFacts;
  GrantChanged: GrantFacts;
  /** The report that was due on one day went to the funder on another. */
  GrantReportDelivered: { readonly due: string; readonly on: string };
  /** `on` is its last day. */
  GrantEnded: { readonly on: string; readonly reasonCode: GrantEndReason };
}

export type GrantEventName = keyof GrantEventData;
export type GrantEvent = {
  [Name in GrantEventName]: { readonly type: Name; readonly data: GrantEventData[Name] };
}[GrantEventName];
