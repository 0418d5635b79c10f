import { endOfLondonDay, londonDay } from '@linking/domain/calendar/london.js';
import { addSchoolDays } from '@linking/domain/calendar/school-days.js';
import type { Queryable } from '@linking/projections/projection.js';
import { issueTeacherToken, teacherAddress, teacherTokenId } from '../tokens/teacher-address.js';
import type { TeacherPages } from '../tokens/teacher-address.js';
import { addressToken, issueToken, type KeepToken, type TokenPurpose } from '../tokens/tokens.js';
import type { Mail } from './mail.js';
import { mailTokenId } from './mail.js';
import type { MailSettings } from './mail-settings.js';
import { answeringAddress, namingAddress, signingAddress } from './mail-settings.js';

/** Where the button of a mail leads. */
type Door =
  /** A one-time address of this mail, for one signature. */
  | { readonly to: 'signing'; readonly ref: string; readonly side: 'a' | 'b' }
  /** A one-time address of this mail, for one answer to a proposal. */
  | { readonly to: 'answering'; readonly ref: string; readonly side: 'a' | 'b' }
  /** A one-time address of this mail, for naming the teacher of one class. */
  | { readonly to: 'naming'; readonly ref: string; readonly side: 'a' | 'b' }
  /** The reader's own page of the year. */
  | { readonly to: 'teacher'; readonly year: string }
  /** A page for those who sign in. */
  | { readonly to: 'page'; readonly path: string };

/** Four weeks in term; over a summer the address stays open until September. */
const SCHOOL_DAYS_TO_ANSWER = 20;

/** Whether the address is for the reader of the mail alone, so that others see "[personal link]". */
export const isPersonal = (mail: Mail) =>
  ['signing', 'answering', 'naming', 'teacher'].includes(doorOf(mail)?.to ?? '');

/**
 * The address behind the button, issued so that it opens; `undefined` for a mail without one.
 * @param many for whoever issues those of many mails at a time
 */
export async function issueAddress(
  db: Queryable,
  settings: MailSettings,
  mail: Mail,
  now: string,
  many?: TeacherPages,
): Promise<string | undefined> {
  const issued = { db, settings, mail, now, keep: many?.keep };
  const door = doorOf(mail);
  switch (door?.to) {
    case 'signing':
      return signingAddress(settings, await issueOnce(issued, door, 'sign-agreement'));
    case 'answering':
      return answeringAddress(settings, await issueOnce(issued, door, 'answer-proposal'));
    case 'naming':
      return namingAddress(settings, await issueOnce(issued, door, 'name-teacher'));
    case 'teacher': {
      const teacher = { personId: mail.personId, year: door.year };
      return teacherAddress(settings, await issueTeacherToken(db, settings, teacher, now, many));
    }
    case 'page':
      return `${settings.publicUrl}${door.path}`;
    case undefined:
      return undefined;
  }
}

interface Issuing {
  readonly db: Queryable;
  readonly settings: MailSettings;
  readonly mail: Mail;
  readonly now: string;
  readonly keep: KeepToken | undefined;
}

/** Of all addresses of a day; asked for again and again, it is counted once. */
function lastMoment(day: string): string {
  if (counted.day !== day) {
    counted = { day, last: endOfLondonDay(addSchoolDays(day, SCHOOL_DAYS_TO_ANSWER)) };
  }
  return counted.last;
}

let counted = { day: '', last: '' };

/** What only this mail brings, to one person, for what she is asked of one side of a link. */
async function issueOnce(
  { db, settings, mail, now, keep }: Issuing,
  { ref, side }: { readonly ref: string; readonly side: 'a' | 'b' },
  purpose: TokenPurpose,
): Promise<string> {
  const { id, personId } = mail;
  if (mail.askedBy === 'person') await endEarlierAddresses(db, mail, purpose, now);
  const token = {
    id: mailTokenId(id),
    purpose,
    ref,
    side,
    personId,
    mailId: id,
    issuedAt: now,
    expiresAt: lastMoment(londonDay(now)),
  };
  return issueToken(db, settings, token, keep);
}

/** A mail that is sent again brings a new address: those of the same mail that were open end with it. */
async function endEarlierAddresses(
  db: Queryable,
  { id, subject, content, personId }: Mail,
  purpose: TokenPurpose,
  now: string,
) {
  await db.query(
    `update tokens set expires_at = $5
     where purpose = $6 and person_id = $3 and used_at is null and revoked_at is null and expires_at > $5
       and mail_id in (select m.id from mails m where m.subject = $2 and m.rule = $4 and m.person_id = $3)
       and mail_id <> $1`,
    [id, subject, personId, content.rule, now, purpose],
  );
}

/** What becomes of the address in a mail that is sent once more. */
export function addressSentAgain(mail: Mail): 'new' | 'same' | 'none' {
  switch (doorOf(mail)?.to) {
    case 'signing':
    case 'answering':
    case 'naming':
      return 'new';
    case 'teacher':
    case 'page':
      return 'same';
    case undefined:
      return 'none';
  }
}

/** The same address, for showing the mail again; nothing is issued. */
export function addressOf(settings: MailSettings, mail: Mail): string | undefined {
  const door = doorOf(mail);
  switch (door?.to) {
    case 'signing':
      return signingAddress(settings, addressToken(settings, mailTokenId(mail.id), 'sign-agreement'));
    case 'answering':
      return answeringAddress(settings, addressToken(settings, mailTokenId(mail.id), 'answer-proposal'));
    case 'naming':
      return namingAddress(settings, addressToken(settings, mailTokenId(mail.id), 'name-teacher'));
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
    case 'written':
      return undefined;
    case 'N02':
    case 'N03':
      return { to: 'page', path: `/interests/${content.interestId}` };
    case 'N04':
    case 'N05':
      return { to: 'answering', ref: content.linkRef, side: content.side };
    case 'N06':
      return { to: 'page', path: `/links/${content.linkRef}` };
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
    case 'N24':
      return content.audience === 'teacher' ? { to: 'teacher', year: content.year } : undefined;
    case 'N26':
      return content.audience === 'teacher' && content.became !== 'withdrawn'
        ? { to: 'teacher', year: content.year }
        : undefined;
    case 'N31':
      return { to: 'naming', ref: content.linkRef, side: content.side };
    case 'N27':
    case 'N28':
      return { to: 'page', path: `/today?programme=${content.programme}` };
    case 'N29':
      return { to: 'page', path: '/today' };
    case 'N30':
      return { to: 'page', path: `/funders/${content.grantId}` };
    case 'N10':
    case 'N11':
    case 'N12':
    case 'N13':
    case 'N14':
    case 'N15':
    case 'N17':
    case 'N18':
    case 'N19':
    case 'N20':
    case 'N21':
      return mailbox === undefined ? { to: 'teacher', year: content.year } : undefined;
  }
}
