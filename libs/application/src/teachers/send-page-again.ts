import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { EventStore } from '@linking/events/event-store.js';
import { toMail, type Mail, type MailRow } from '../mails/mail.js';
import { isPersonal } from '../mails/mail-address.js';
import { reissue, type ReissueDependencies } from '../mails/reissue.js';
import { wantedMailsOf } from '../mails/wanted-mails.js';
import type { TeacherYear } from '../tokens/teacher-address.js';

type Dependencies = ReissueDependencies & { readonly store: EventStore };

/**
 * A mail that led a teacher to her page of a year and still says what is so: it can go to her again, with an address
 * that works. The one about her partner if there is one, because it never grows old. `undefined` when her links ended.
 */
export async function mailToSendAgain(
  { pool, store }: Pick<Dependencies, 'pool' | 'store'>,
  { personId, year }: TeacherYear,
): Promise<Mail | undefined> {
  const { rows } = await pool.query<MailRow>(
    `select * from mails
     where person_id = $1 and content ->> 'year' = $2 and ended = 'sent' and asked_by = 'plan'
       and rule not in ('N04', 'N05', 'N07', 'N08', 'N31')
     order by rule = 'N09' desc, sent_at desc, id`,
    [personId, year],
  );
  for (const mail of rows.map(toMail).filter(isPersonal)) if (await stillStands(store, mail)) return mail;
  return undefined;
}

async function stillStands(store: EventStore, { id, subject }: Mail): Promise<boolean> {
  const wanted = await wantedMailsOf(store)(subject);
  return wanted.some((mail) => mailId(mail) === id);
}

/** "Send me a new one" of a teacher's page: answers whether a mail is on its way to her. */
export async function sendPageAgain(dependencies: Dependencies, teacher: TeacherYear): Promise<boolean> {
  const mail = await mailToSendAgain(dependencies, teacher);
  if (mail === undefined) return false;
  await reissue(dependencies, { mailId: mail.id });
  return true;
}
