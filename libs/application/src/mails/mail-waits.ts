/** Somebody waits for a mail that was just asked for. A nudge only: workers also look by themselves. */
export class MailWaits {}
