import { londonDay } from '@linking/domain/calendar/london.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { YearMail } from '@linking/application/mails/spec-support/mail-year.js';
import { networkLives } from '@linking/application/mails/spec-support/network-lives.js';
import { storyOf } from '@linking/application/mails/spec-support/network-story.js';
import { london, mailsOf, ToldSoFar } from '@linking/application/mails/spec-support/told-year.js';
import { openMailHouse, type MailHouse } from './support/mail-house.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { until } from './support/until.js';

/** Two weeks in which classes exchange work and meet. */
const [FROM, LAST_DAY] = ['2026-11-23', '2026-12-04'];
const PEOPLE = '4a7a2a52-9d5b-4f0e-8f51-3d2a8d0e9c27';

/** In the table of mails people have ids like everywhere. */
const keyed = <Row extends Pick<WantedMail, 'personId' | 'mailbox'>>(mail: Row): Row =>
  mail.mailbox === 'programme' ? mail : { ...mail, personId: derivedId(PEOPLE, mail.personId) };
const idOf = (row: YearMail) => mailId(keyed(row));
/** What leaves as one, by the id of the first of it. */
const parcelOf = (row: YearMail, rows: ReadonlyMap<string, YearMail>) =>
  idOf(rows.get(row.mergedInto ?? '') ?? row);

const story = storyOf(networkLives(20, 20_261_137, 4)).toSorted((x, y) => (x.at < y.at ? -1 : 1));
let house: MailHouse;
let server: TestMailServer;

beforeAll(async () => {
  server = await openMailServer();
  const somebody = async (id: string) => ({ name: id, email: `${id}@school.example` });
  house = await openMailHouse(server.port, {
    person: somebody,
    venue: async (id) => ({ name: 'Hall', postcode: 'BD9 4NS', email: `${id}@venue.example` }),
    school: async (urn) => ({ name: urn }),
  });
});
afterAll(async () => {
  await house.close();
  await server.close();
});

const START = london(`${FROM} 07:00`);
const goneBefore = ({ sentAt, endedAt }: YearMail) => (sentAt ?? endedAt ?? LAST_DAY) < START;

/** What happened before, and the mails about it as they ended, of every subject with more mails to come. */
async function before(soFar: ToldSoFar, rows: readonly YearMail[], open: ReadonlySet<string>): Promise<void> {
  const told = new Set(story.filter(({ at }) => at < FROM).flatMap((it) => soFar.tell(it)));
  house.clock.set(START);
  for (const subject of told) {
    if (open.has(subject)) await house.wantAll(subject, soFar.wanted(subject).map(keyed));
  }
  const ended = rows.filter((row) => goneBefore(row) && row.status !== 'cancelled');
  await house.db.pool.query(
    `update mails set status = ended.status, sent_at = ended.sent_at
     from unnest($1::text[], $2::text[], $3::timestamptz[]) as ended (id, status, sent_at)
     where mails.id = ended.id`,
    [ended.map(idOf), ended.map(({ status }) => status), ended.map(({ sentAt }) => sentAt ?? null)],
  );
}

test('every mail that twenty links ask for in two weeks arrives once, with all that leaves with it', async () => {
  const { rows } = await mailsOf(story, LAST_DAY);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const goes = rows.filter(({ sentAt }) => sentAt !== undefined && londonDay(sentAt) >= FROM);
  const parcels = new Map<string, YearMail[]>();
  for (const row of goes) {
    const parcel = parcelOf(row, byId);
    parcels.set(parcel, [...(parcels.get(parcel) ?? []), row]);
  }
  expect(parcels.size).toBeGreaterThan(40);
  expect(goes.length).toBeGreaterThan(parcels.size);

  const soFar = new ToldSoFar();
  const open = new Set(rows.filter((row) => !goneBefore(row)).map(({ subject }) => subject));
  await before(soFar, rows, open);
  await house.start();
  const told = story.filter(({ at }) => at > FROM && at.slice(0, 10) <= LAST_DAY);
  const mornings = [...new Set(goes.map(({ sentAt = '' }) => sentAt))];
  const moments = [...new Set([...told.map(({ at }) => london(at)), ...mornings])].toSorted();
  for (const now of moments) {
    house.clock.set(now);
    const subjects = new Set(told.filter(({ at }) => london(at) === now).flatMap((it) => soFar.tell(it)));
    for (const subject of subjects) {
      if (open.has(subject)) await house.wantAll(subject, soFar.wanted(subject).map(keyed));
    }
    const due = [...parcels.values()].filter(([row]) => (row?.sentAt ?? '') <= now).length;
    if (server.arrived.length === due) continue;
    house.wake();
    const isThere = async () => server.arrived.length >= due && (await isQuiet());
    await until(`${due} mails by ${now}`, isThere, { soFar: () => house.problems.join('; ') });
  }

  const arrived = server.arrived.map(({ to, email }) => `${email.messageId} ${to}`);
  expect(new Set(arrived).size).toBe(arrived.length);
  const { rows: kept } = await house.db.pool.query<{
    id: string;
    message_id: string;
    sent_at: Date;
    parcel: string;
  }>(
    `select id, message_id, sent_at, coalesce(merged_into, id) as parcel from mails where status = 'sent' and sent_at >= $1`,
    [START],
  );
  expect(kept.map(({ id, sent_at: at, parcel }) => `${at.toISOString()} ${parcel} ${id}`).toSorted()).toEqual(
    goes.map((row) => `${row.sentAt} ${parcelOf(row, byId)} ${idOf(row)}`).toSorted(),
  );
  expect(server.arrived.length).toBe(parcels.size);
  const messageIds = new Map(kept.map((row) => [row.message_id, row.id]));
  for (const { email } of server.arrived) {
    const parcel = parcels.get(messageIds.get(email.messageId ?? '') ?? '') ?? [];
    const [first] = parcel;
    if (first?.kind !== 'scheduled') continue;
    expect([first.id, email.html?.match(/class="button"/g)?.length]).toEqual([first.id, parcel.length]);
  }
  expect(house.problems).toEqual([]);
});

async function isQuiet(): Promise<boolean> {
  const { rows } = await house.db.pool.query<{ open: boolean }>(
    `select exists(select from mails where status in ('queued', 'sending')) as open`,
  );
  return rows[0]?.open === false;
}
