/** Facts of one venue, stream `venue-<uuid>`. Its name, contact and address are words and live in the notes table. */
export interface VenueEventData {
  VenueAdded: {
    readonly venueId: string;
    readonly programme: string;
    readonly nameId: string;
    readonly postcode: string;
    /** How many links can meet there at once. */
    readonly linksAtOnce: number;
    readonly contactId?: string;
    /** Key of the address that mails about meetings there go to. */
    readonly emailId?: string;
    readonly activities: readonly string[];
  };
  /** Whom the classes meet there knows the programme and what the facilitators are to do. */
  VenueBriefed: { readonly on: string };
  /** They were not briefed on this day after all; another day is recorded anew. */
  VenueBriefingVoided: { readonly on: string; readonly reasonCode: string };
}

export type VenueEventName = keyof VenueEventData;
export type VenueEvent = {
  [Name in VenueEventName]: { readonly type: Name; readonly data: VenueEventData[Name] };
}[VenueEventName];
