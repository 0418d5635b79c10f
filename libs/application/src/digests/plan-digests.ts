import type { WantedMails } from '../mails/planning.js';
import { upsertPlanned } from '../mails/upsert-planned.js';
import { digestSubjects, type DigestWorld } from './wanted-digests.js';

/**
 * Plans what the calendar asks for today: rows as of any other mail, upserted by their identity. Harmless however often it
 * runs, by several workers at once.
 */
export async function planDigests(
  { pool, clock }: Pick<DigestWorld, 'pool' | 'clock'>,
  { wantedMails, mailDomain }: { readonly wantedMails: WantedMails; readonly mailDomain: string },
): Promise<void> {
  for (const subject of await digestSubjects(pool)) {
    const wanted = await wantedMails(subject);
    const client = await pool.connect();
    try {
      await upsertPlanned(client, subject, wanted, { now: clock.now(), mailDomain });
    } finally {
      client.release();
    }
  }
}
