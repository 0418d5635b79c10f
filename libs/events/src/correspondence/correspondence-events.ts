/** What was sent about a subject, stream `correspondence-<subject>`. */
export interface CorrespondenceEventData {
  ReminderSent: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly messageId: string;
    /** More than 1 when an earlier try may have reached the mail server without our knowing. */
    readonly attempt: number;
  };
  ReminderSkipped: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly reasonCode: string;
  };
  ReminderFailed: {
    readonly mailId: string;
    readonly rule: string;
    readonly personId: string;
    readonly reasonCode: string;
  };
}

export type CorrespondenceEventName = keyof CorrespondenceEventData;
