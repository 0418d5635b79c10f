import type { EventStore } from '@linking/events/event-store.js';
import { toMail, type Mail, type MailRow } from '../mails/mail.js';
import { reissue, type ReissueDependencies } from '../mails/reissue.js';
import { wantedMailsOf } from '../mails/wanted-mails.js';
import type { TeacherYear } from '../tokens/teacher-address.js';

type Dependencies = ReissueDependencies & { readonly store: EventStore };

/**
 * The newest mail that led a teacher to her page of a year and whose reason still stands: it can go to her again, with
 * an address that works. `undefined` when her links have ended.
 */
export async function mailToSendAgain(
  { pool, store }: Pick<Dependencies, 'pool' | 'store'>,
  { personId, year }: TeacherYear,
): Promise<Mail | undefined> {
  const { rows } = await pool.query<MailRow>(
    `select * from mails
     where person_id = $1 and content ->> 'year' = $2 and status = 'sent' and rule <> all($3)
     order by sent_at desc, id`,
    [personId, year, NOT_FOR_TEACHERS],
  );
  for (const mail of rows.map(toMail)) if (await stillStands(store, mail)) return mail;
  return undefined;
}

/** Mails that ask somebody as head of her school. */
const NOT_FOR_TEACHERS = ['N01', 'N07', 'N08'];

async function stillStands(store: EventStore, { subject, personId, content }: Mail): Promise<boolean> {
  const wanted = await wantedMailsOf(store)(subject);
  return wanted.some((mail) => mail.personId === personId && mail.content.rule === content.rule);
}

/** "Send me a new one" of a teacher's page: answers whether a mail is on its way to her. */
export async function sendPageAgain(dependencies: Dependencies, teacher: TeacherYear): Promise<boolean> {
  const mail = await mailToSendAgain(dependencies, teacher);
  if (mail === undefined) return false;
  await reissue(dependencies, { mailId: mail.id });
  return true;
}
