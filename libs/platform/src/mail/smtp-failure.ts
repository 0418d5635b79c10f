import type { NodemailerError } from 'nodemailer';
import { MailFailure } from './mail-failure.js';

/** Codes of nodemailer for what happens before a mail is on its way. */
const BEFORE_THE_MAIL: Readonly<Record<string, string>> = {
  EDNS: 'mail-server-not-found',
  EAUTH: 'mail-server-sign-in-refused',
  ENOAUTH: 'mail-server-sign-in-refused',
  ETLS: 'no-secure-connection',
};
/** Codes of Node for a certificate that nobody vouches for, and for a server that speaks no TLS here. */
const NO_TLS = /CERT|^UNABLE_TO_|WRONG_VERSION/;
const BEFORE_THE_GREETING = ['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT', 'DNS_TIMEOUT'];

/** What an error of nodemailer means for the mail. */
export function smtpFailure(error: unknown): MailFailure {
  const {
    code = '',
    originalCode,
    command,
    responseCode,
    response,
  } = (error ?? {}) as Partial<NodemailerError>;
  const before = NO_TLS.test(String(originalCode)) ? BEFORE_THE_MAIL['ETLS'] : BEFORE_THE_MAIL[code];
  // A wrong password or certificate is no fault of the mail: every mail would be lost to it.
  if (before !== undefined) return new MailFailure('postponed', before, error);
  if (responseCode !== undefined && responseCode >= 500) {
    const aboutTheMail = command === 'RCPT TO' || command === 'DATA';
    return aboutTheMail && responseCode !== 503
      ? new MailFailure('refused', `refused-${responseCode}`, error, statusOfRecipient(command, response))
      : new MailFailure('postponed', `mail-server-said-${responseCode}`, error);
  }
  if (responseCode !== undefined && responseCode >= 400) {
    return new MailFailure('postponed', `mail-server-said-${responseCode}`, error);
  }
  if (code === 'EENVELOPE') return new MailFailure('refused', 'unusable-address', error);
  if (neverConnected(error)) return new MailFailure('postponed', 'mail-server-not-reachable', error);
  return new MailFailure('unanswered', 'mail-server-went-silent', error);
}

/** The enhanced status code behind the three digits (RFC 2034); many servers give none. */
function statusOfRecipient(command: string | undefined, response = ''): string | undefined {
  if (command !== 'RCPT TO') return undefined;
  return /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
}

function neverConnected(error: unknown): boolean {
  const { syscall, timeoutType } = (error ?? {}) as { syscall?: unknown; timeoutType?: unknown };
  return syscall === 'connect' || BEFORE_THE_GREETING.some((type) => type === timeoutType);
}
