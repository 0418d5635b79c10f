/** The log that was given cannot be used; the message says what to do and never shows a password. */
export class EventLogUnusableError extends Error {
  override readonly name = 'EventLogUnusableError';
}
