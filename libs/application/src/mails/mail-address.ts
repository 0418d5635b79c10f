import { endOfLondonDay, londonDay } from '@linking/domain/calendar/london.js';
import { addSchoolDays } from '@linking/domain/calendar/school-days.js';
import type { Queryable } from '@linking/projections/projection.js';
import { issueTeacherToken, teacherAddress, teacherTokenId } from '../tokens/teacher-address.js';
import { addressToken, issueToken } from '../tokens/tokens.js';
import type { Mail } from './mail.js';
import { mailTokenId } from './mail.js';
import type { MailSettings } from './mail-settings.js';
import { signingAddress } from './mail-settings.js';

/** Where the button of a mail leads. */
type Door =
  /** A one-time address of this mail, for one signature. */
  | { readonly to: 'signing'; readonly ref: string; readonly side: 'a' | 'b' }
  /** The reader's own page of the year. */
  | { readonly to: 'teacher'; readonly year: string }
  /** A page for those who sign in. */
  | { readonly to: 'page'; readonly path: string };

/** Four weeks in term; over a summer the address stays open until September. */
const SCHOOL_DAYS_TO_ANSWER = 20;

/** Whether the address is for the reader of the mail alone, so that others see "[personal link]". */
export const isPersonal = (mail: Mail) => ['signing', 'teacher'].includes(doorOf(mail)?.to ?? '');

/** The address behind the button, issued so that it opens; `undefined` for a mail without one. */
export async function issueAddress(
  db: Queryable,
  settings: MailSettings,
  mail: Mail,
  now: string,
): Promise<string | undefined> {
  const door = doorOf(mail);
  switch (door?.to) {
    case 'signing': {
      const token = await issueToken(db, settings, {
        id: mailTokenId(mail.id),
        purpose: 'sign-agreement',
        ref: door.ref,
        side: door.side,
        personId: mail.personId,
        mailId: mail.id,
        issuedAt: now,
        expiresAt: endOfLondonDay(addSchoolDays(londonDay(now), SCHOOL_DAYS_TO_ANSWER)),
      });
      return signingAddress(settings, token);
    }
    case 'teacher': {
      const teacher = { personId: mail.personId, year: door.year };
      return teacherAddress(settings, await issueTeacherToken(db, settings, teacher, now));
    }
    case 'page':
      return `${settings.publicUrl}${door.path}`;
    case undefined:
      return undefined;
  }
}

/** The same address, for showing the mail again; nothing is issued. */
export function addressOf(settings: MailSettings, mail: Mail): string | undefined {
  const door = doorOf(mail);
  switch (door?.to) {
    case 'signing':
      return signingAddress(settings, addressToken(settings, mailTokenId(mail.id), 'sign-agreement'));
    case 'teacher': {
      const id = teacherTokenId({ personId: mail.personId, year: door.year });
      return teacherAddress(settings, addressToken(settings, id, 'teacher-year'));
    }
    case 'page':
      return `${settings.publicUrl}${door.path}`;
    case undefined:
      return undefined;
  }
}

function doorOf({ content, mailbox }: Mail): Door | undefined {
  switch (content.rule) {
    case 'N01':
      return undefined;
    case 'N02':
      return { to: 'page', path: `/interests/${content.interestId}` };
    case 'N07':
    case 'N08':
      return { to: 'signing', ref: content.linkRef, side: content.side };
    case 'N09':
      if (content.audience === 'new-head') return { to: 'signing', ref: content.linkRef, side: content.side };
      return content.audience === 'teacher' ? { to: 'teacher', year: content.year } : undefined;
    case 'N25':
      return mailbox === 'programme'
        ? { to: 'page', path: `/links/${content.linkRef}` }
        : { to: 'teacher', year: content.year };
    case 'N10':
    case 'N11':
    case 'N12':
    case 'N15':
    case 'N17':
    case 'N18':
    case 'N19':
    case 'N20':
    case 'N21':
      return mailbox === undefined ? { to: 'teacher', year: content.year } : undefined;
  }
}
