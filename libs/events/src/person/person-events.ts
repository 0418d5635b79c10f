/** Facts of one adult, stream `person-<uuid>`: that she is known, never who she is. */
export interface PersonEventData {
  PersonRegistered: { readonly personId: string; readonly urn?: string };
  /** Names of the changed fields, never their content. */
  PersonDetailsChanged: { readonly fields: readonly string[] };
}

export type PersonEventName = keyof PersonEventData;
