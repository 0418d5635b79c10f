/** Facts of one local programme, stream `programme-<slug>`. */
export interface ProgrammeEventData {
  /** It wants to join; until it has, it has no links. */
  ProgrammeProposed: ProgrammeFacts;
  ProgrammeJoined: ProgrammeFacts;
  CoordinatorAppointed: { readonly userId: string; readonly from: string };
  MailboxSet: { readonly mailboxId: string };
}

export interface ProgrammeFacts {
  readonly slug: string;
  /** Three capital letters; part of every link reference. */
  readonly code: string;
  readonly name: string;
  /** Local authority codes of the area. */
  readonly laCodes: readonly string[];
  /** District codes (GSS) of the area. */
  readonly districtCodes: readonly string[];
  /** Academic year of its first links. */
  readonly year: string;
  /** Schools farther apart are paired only for a reason. */
  readonly distanceLimitKm?: number;
}

export type ProgrammeEventName = keyof ProgrammeEventData;
export type ProgrammeEvent = {
  [Name in ProgrammeEventName]: { readonly type: Name; readonly data: ProgrammeEventData[Name] };
}[ProgrammeEventName];
