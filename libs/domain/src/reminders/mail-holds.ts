import type { HoldReason } from '@linking/events/programme/programme-events.js';
import type { MailFacts } from './mail-facts.js';
import { mailId, type WantedMail } from './wanted-mail.js';

/** Mails of a programme that wait: the named ones, those about one link, or all of them. */
export interface MailHold {
  readonly holdId: string;
  /** Ids of mails; absent for those of a link, or for all. */
  readonly mails?: readonly string[];
  /** Reference of a link. */
  readonly link?: string;
  /** The day from which they go again; absent while somebody has to release them. */
  readonly until?: string;
  readonly reasonCode: HoldReason;
  readonly released: boolean;
}

/** Stands for the day on which a hold without an end is over. */
export const WITHOUT_END = '9999-12-31';

/** Whether a hold still stops mails on a day. */
export const holdsOn = ({ released, until = WITHOUT_END }: MailHold, day: string): boolean =>
  !released && day < until;

/** N26 takes meetings out of calendars; N27 to N30 are what the coordinator and the office tell themselves. */
const goesAlways: ReadonlySet<MailFacts['rule']> = new Set(['N26', 'N27', 'N28', 'N29', 'N30']);

/** What cancels, moves or puts online goes always: nobody shall stand before a closed door. */
export function mayBeHeld(content: MailFacts): boolean {
  if (goesAlways.has(content.rule)) return false;
  if ('change' in content && content.change !== 'planned') return false;
  return !('meeting' in content && content.meeting !== undefined);
}

/** The mails with what holds them: of several holds the one that lasts longest. */
export const withHolds = (mails: readonly WantedMail[], holds: readonly MailHold[]): readonly WantedMail[] =>
  mails.map((mail) => {
    const { subject, content } = mail;
    const heldUntil = heldUntilOf({ id: mailId(mail), subject, content }, holds);
    return heldUntil === undefined ? mail : { ...mail, heldUntil };
  });

type HeldMail = Pick<WantedMail, 'subject' | 'content'> & { readonly id: string };

/** The day from which a mail goes that somebody holds. */
export const heldUntilOf = (mail: HeldMail, holds: readonly MailHold[]): string | undefined =>
  holds
    .filter((hold) => covers(hold, mail))
    .map(({ until = WITHOUT_END }) => until)
    .toSorted()
    .at(-1);

/** Whether a hold that was not released is about a mail. */
export function covers({ mails, link, released }: MailHold, { id, subject, content }: HeldMail): boolean {
  if (released || !mayBeHeld(content)) return false;
  return mails === undefined ? link === undefined || subject === link : mails.includes(id);
}
