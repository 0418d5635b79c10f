/**
 * Facts of one school that was added by hand, stream `school-N00001`: what the register would say of it. Schools of the
 * register have no stream; their table is the state's data.
 */
export interface SchoolEventData {
  SchoolAddedByHand: {
    /** `N00001`, in place of a URN. */
    readonly key: string;
    readonly name: string;
    readonly town?: string;
    readonly postcode?: string;
    readonly laCode: string;
    readonly districtCode?: string;
  };
  /** The register has it now: from this day on it is that school. */
  SchoolJoined: { readonly key: string; readonly urn: string };
}

export type SchoolEventName = keyof SchoolEventData;
export type SchoolEvent = {
  [Name in SchoolEventName]: { readonly type: Name; readonly data: SchoolEventData[Name] };
}[SchoolEventName];
