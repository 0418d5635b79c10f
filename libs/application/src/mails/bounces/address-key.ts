import { createHmac } from 'node:crypto';
import type { MailSettings } from '../mail-settings.js';

/**
 * Which address of somebody is meant, without saying it: for the log and for tables that outlive her row. Without the
 * secret nobody can try whether a guessed address is the one.
 */
export const addressKey = (
  { tokenSecret }: Pick<MailSettings, 'tokenSecret'>,
  personId: string,
  email: string,
): string =>
  createHmac('sha256', tokenSecret)
    .update(`address of ${personId}: ${email.trim().toLowerCase()}`)
    .digest('base64url')
    .slice(0, 22);
