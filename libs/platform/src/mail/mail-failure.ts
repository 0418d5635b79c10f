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
  ) {
    super(`The mail was not sent (${reasonCode})`, cause === undefined ? {} : { cause });
  }
}
