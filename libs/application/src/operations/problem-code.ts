import { MailFailure } from '@linking/platform/mail/mail-failure.js';

/** What an error was, as a code: its words may quote addresses or what somebody typed. */
export function problemCode(error: unknown): string {
  if (error instanceof MailFailure) return error.reasonCode;
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return /^[\w-]{1,60}$/.test(code) ? code : 'unknown';
}
