/**
 * A mail that did not go, as a code without any address.
 * `refused` = it never will; `postponed` = nothing was taken, a later try is no double; `unanswered` = it may have gone.
 */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';

  constructor(
    readonly kind: 'refused' | 'postponed' | 'unanswered',
    readonly reasonCode: string,
    cause?: unknown,
    /** RFC 3463, such as `5.1.1`, when the server said one of the recipient. */
    readonly statusCode?: string,
  ) {
    super(`The mail was not sent (${reasonCode})`, cause === undefined ? {} : { cause });
  }
}
