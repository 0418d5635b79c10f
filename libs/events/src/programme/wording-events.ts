/** Which words a mail has: of one programme in its own stream, of the whole network in `rules-mails`. */
export interface MailWordingEventData {
  /** The text is kept outside the log, under its SHA-256. A way back is a new version with the hash of an older one. */
  MailWordingChanged: {
    /** The mail: its rule, and which of its readers or askings, such as `N08-second`. */
    readonly wording: string;
    readonly version: number;
    readonly hash: string;
  };
  /** The wording above it holds again: the national one, or the one that comes with the product. */
  MailWordingDropped: { readonly wording: string };
}

export type MailWordingEventName = keyof MailWordingEventData;
export type MailWordingEvent = {
  [Name in MailWordingEventName]: { readonly type: Name; readonly data: MailWordingEventData[Name] };
}[MailWordingEventName];
