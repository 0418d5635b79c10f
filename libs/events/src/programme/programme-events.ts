/** Facts of one local programme, stream `programme-<slug>`. */
export interface ProgrammeEventData {
  ProgrammeJoined: {
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
  };
  CoordinatorAppointed: { readonly userId: string; readonly from: string };
  MailboxSet: { readonly mailboxId: string };
}

export type ProgrammeEventName = keyof ProgrammeEventData;
export type ProgrammeEvent = {
  [Name in ProgrammeEventName]: { readonly type: Name; readonly data: ProgrammeEventData[Name] };
}[ProgrammeEventName];
