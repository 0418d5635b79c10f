import { createHmac, timingSafeEqual } from 'node:crypto';
import { isOptional } from '@linking/domain/reminders/optional-mails.js';
import type { MailSettings } from '../mail-settings.js';

/** Which mails somebody may stop by an address that only her mails hold. */
export interface Stoppable {
  /** Of an account; or the key of a programme's mailbox, as in mails. */
  readonly personId: string;
  readonly rule: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of the address that says whose mails of which rule; it works for good, as mails lie in mailboxes for years. */
export const stopToken = (
  settings: Pick<MailSettings, 'tokenSecret'>,
  { personId, rule }: Stoppable,
): string => `${rule}.${personId}.${seal(settings, personId, rule)}`;

/** `undefined` for an address that we never made, and for mails that nobody may stop. */
export function stoppableOf(
  settings: Pick<MailSettings, 'tokenSecret'>,
  token: string,
): Stoppable | undefined {
  const [rule = '', personId = '', said = ''] = token.split('.');
  if (!isOptional(rule) || !UUID.test(personId)) return undefined;
  const [given, ours] = [Buffer.from(said), Buffer.from(seal(settings, personId, rule))];
  return given.length === ours.length && timingSafeEqual(given, ours) ? { personId, rule } : undefined;
}

const seal = ({ tokenSecret }: Pick<MailSettings, 'tokenSecret'>, personId: string, rule: string) =>
  createHmac('sha256', tokenSecret).update(`stop ${rule} to ${personId}`).digest('base64url');

/** RFC 2369 and RFC 8058: mail programs show a button that stops these mails. Empty for mails that must arrive. */
export function stopHeaders(
  settings: Pick<MailSettings, 'tokenSecret' | 'publicUrl'>,
  personId: string,
  rules: readonly string[],
): Readonly<Record<string, string>> {
  const [rule, ...others] = new Set(rules);
  // One address stops one rule: mails that left with others are stopped from a mail that came alone.
  if (rule === undefined || others.length > 0 || !isOptional(rule)) return {};
  return {
    'List-Unsubscribe': `<${settings.publicUrl}/unsubscribe/${stopToken(settings, { personId, rule })}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
