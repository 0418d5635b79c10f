import { randomUUID } from 'node:crypto';
import { claimMail } from '@linking/application/mails/claim.js';
import { planning } from '@linking/application/mails/planning.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import { openMailHouse, readyMail } from './support/mail-house.js';
import { until } from './support/until.js';

test('planning a page of many links and claiming the mails of one person wait for each other in turn', async () => {
  const house = await openMailHouse(1);
  const { pool } = house.db;
  try {
    house.clock.set('2026-11-23T09:00:00.000Z');
    const personId = randomUUID();
    // One person's mails, due together; in the order of the log the later id comes a hundred links before the other.
    const first = readyMail('AAA-2026-001', '2026-11-30', { personId });
    const last = readyMail('ZZZ-2026-001', '2026-11-30', { personId });
    await house.want([first, last]);
    const between = Array.from({ length: 99 }, (_, index) => `MMM-2026-${index + 100}`);
    const refs = [last.subject, ...between, first.subject];
    const waits = async () => {
      const { rows } = await pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    };
    let claimed: ReturnType<typeof claimMail> | undefined;
    const wantedMails = async (subject: string) => {
      if (subject === first.subject) {
        const claiming = { lease: 60_000, now: house.clock.now() };
        claimed = claimMail(house.db, mailId(first), claiming);
        claimed.catch(() => undefined);
        await until('the claim waits for a lock', waits);
      }
      const wanted = [first, last].find((mail) => mail.subject === subject);
      return wanted === undefined ? [] : [{ ...wanted, dueOn: '2026-11-24' }];
    };
    const planner = planning({ wantedMails, clock: house.clock, mailDomain: 'linking.example' });
    const client = await pool.connect();
    try {
      await client.query('begin');
      const events = refs.map((ref) => ({ envelope: { stream: `link-${ref}`, type: 'LinkPaused.v1' } }));
      await planner.apply(client, events as never);
      await client.query('commit');
    } finally {
      client.release();
    }
    // Planning has moved them to another day meanwhile.
    expect(await claimed).toBeUndefined();
  } finally {
    await house.close();
  }
});
