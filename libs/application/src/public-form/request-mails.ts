import type pg from 'pg';
import { confirmInterestMail } from '@linking/notices/confirm-interest.js';
import type { RenderedMail } from '@linking/notices/mail-content.js';
import { isMailAddress } from '@linking/notices/mail-headers.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { renderText } from '@linking/notices/render-text.js';
import { privacyAddress, type MailSettings } from '../mails/mail-settings.js';
import {
  claimOwnMail,
  sendOwnMail,
  settleOwnMail,
  type OwnMailDependencies,
  type OwnMailRow,
} from '../mails/own-mails.js';
import { addressToken } from '../tokens/tokens.js';
import { KEPT_DAYS, VALID_DAYS } from './ask-for-interest.js';

const TABLE = 'interest_request_mails';

interface Row extends OwnMailRow {
  readonly request_id: string;
}

/** Sends what waits, one after the other. */
export async function sendRequestMails(dependencies: OwnMailDependencies): Promise<void> {
  for (;;) {
    const row = await claimOwnMail<Row>(dependencies.pool, TABLE);
    if (row === undefined) return;
    await sendOne(dependencies, row);
  }
}

async function sendOne(dependencies: OwnMailDependencies, row: Row): Promise<void> {
  const { pool, settings } = dependencies;
  const asked = await requestOf(pool, row);
  if (typeof asked === 'string') return settleOwnMail(pool, TABLE, row, { status: 'skipped', reason: asked });
  const token = addressToken(settings, row.id, 'confirm-interest');
  // The bare address: a name that somebody typed has no place in a mail that nobody asked for yet.
  await sendOwnMail(dependencies, TABLE, row, {
    to: asked.email,
    rendered: rendered(asked, settings, token),
  });
}

interface Asked {
  readonly email: string;
  readonly year: string;
  readonly school: string;
}

/** Whom it goes to, or why to nobody: it may have been recorded or erased meanwhile. */
async function requestOf(pool: pg.Pool, { request_id: id }: Row): Promise<Asked | string> {
  const { rows } = await pool.query<Asked & { email: string | null }>(
    `select r.email, r.year, coalesce(s.name, 'your school') as school
     from interest_requests r left join schools s on s.urn = r.urn where r.id = $1`,
    [id],
  );
  const [asked] = rows;
  if (asked === undefined || asked.email === null) return 'already-recorded';
  return isMailAddress(asked.email) ? asked : 'unusable-address';
}

function rendered({ school, year }: Asked, settings: MailSettings, token: string): RenderedMail {
  const content = confirmInterestMail({
    school,
    year,
    validDays: VALID_DAYS,
    keptDays: KEPT_DAYS,
    href: confirmAddress(settings, token),
    askWho: { name: 'Schools Linking', email: settings.nationalOffice },
    privacyHref: privacyAddress(settings),
  });
  return { subject: content.subject, html: renderHtml(content), text: renderText(content) };
}

export const confirmPath = (token: string) => `/interest/confirm/${encodeURIComponent(token)}`;
const confirmAddress = ({ publicUrl }: MailSettings, token: string) => `${publicUrl}${confirmPath(token)}`;
