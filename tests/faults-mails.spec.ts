import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { logEvent } from './support/log-events.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { openWorkerDatabase, type WorkerDatabase } from './support/worker-database.js';

jest.setTimeout(590_000);

const root = path.resolve(import.meta.dirname, '..');
const KILLS = Number(process.env['MAIL_KILLS'] ?? 3);
const MAILS = Number(process.env['MAIL_COUNT'] ?? 100);
/** Of the four mails about a link two leave at once, two together with those of another link. */
const LINKS = MAILS / 4;
const PARCELS = 3 * LINKS;
/** A Monday morning five school days after the agreements went out. */
const NOW = '2026-09-21T08:30:00.000Z';
const LEASE = 4_000;

/** All but the second time of asking, which is not due yet. */
const DUE = `where mails.step not like '%asking-2'`;

/** The built workers are killed at random moments while heads of two links each are asked to sign, and asked again. */
describe('kill -9 while mails go out', () => {
  let db: WorkerDatabase;
  let server: TestMailServer;
  let dataDir: string;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    if (!existsSync(path.join(root, 'dist/apps/workers'))) throw new Error('Run `npm run build` first.');
    dataDir = mkdtempSync(path.join(tmpdir(), 'linking-mails-'));
    db = await openWorkerDatabase();
    // Some milliseconds pass between the arrival of a mail and the answer, as in life.
    server = await openMailServer({ mail: () => pause(Math.random() * 60, undefined) });
    await db.pool.query('insert into clock (offset_ms) values ($1)', [Date.parse(NOW) - Date.now()]);
    await writeLinks(db, LINKS);
  });

  afterAll(async () => {
    worker?.kill('SIGKILL');
    await server.close();
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const begin = () => {
    worker = spawn(process.execPath, ['tests/support/mail-worker.mjs'], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: db.url,
        SMTP_URL: `smtp://127.0.0.1:${server.port}`,
        MAIL_FROM: 'links@linking.example',
        MAIL_LEASE: String(LEASE),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'fatal',
        // Its clock can be set.
        DEMO: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  const kill = async () => {
    worker?.kill('SIGKILL');
    if (worker !== undefined) await once(worker, 'exit');
  };
  const unsent = async () => {
    const { rows } = await db.pool.query<{ n: number; planned: number }>(
      `select count(*)::int as planned, count(*) filter (where status <> 'sent')::int as n from mails ${DUE}`,
    );
    return rows[0] === undefined || rows[0].planned < MAILS ? MAILS : rows[0].n;
  };

  test(`loses no mail, and what arrives twice says so (${MAILS} mails, ${KILLS} kills)`, async () => {
    for (let killed = 1; killed <= KILLS; killed += 1) {
      begin();
      const enough = Math.floor((PARCELS * 0.95 * killed) / KILLS);
      while (server.arrived.length < enough) await pause(2);
      await pause(Math.random() * 60);
      await kill();
    }
    begin();
    while ((await unsent()) > 0) await pause(100);
    // Whoever would send once more after all is given the time to do it.
    await pause(2 * LEASE);
    await kill();

    const arrivals = new Map<string, number>();
    for (const { email } of server.arrived) {
      arrivals.set(email.messageId ?? '', (arrivals.get(email.messageId ?? '') ?? 0) + 1);
    }
    const { rows } = await db.pool.query<{ id: string; message_id: string; attempt: number; alone: boolean }>(
      `select mails.id, parcel.message_id, mails.attempt, mails.merged_into is null as alone
       from mails join mails parcel on parcel.id = coalesce(mails.merged_into, mails.id) ${DUE}`,
    );
    const merged = rows.filter(({ alone }) => !alone);
    const lost = rows.filter((mail) => !arrivals.has(mail.message_id));
    const doubles = rows.filter((mail) => (arrivals.get(mail.message_id) ?? 0) > 1);
    const unrecorded = doubles.filter((mail) => mail.attempt < (arrivals.get(mail.message_id) ?? 0));
    const tried = rows.filter(({ attempt }) => attempt > 1);
    process.stdout.write(
      `${MAILS} mails, ${merged.length} of them within another, ${KILLS} kills: ${server.arrived.length} arrived, lost ${lost.length}, ` +
        `tried again ${tried.length}, arrived twice ${doubles.length}, of these not on record ${unrecorded.length}\n`,
    );
    expect(rows).toHaveLength(MAILS);
    expect(merged.length).toBeGreaterThan(0);
    expect(new Set(rows.map((mail) => mail.message_id))).toEqual(new Set(arrivals.keys()));
    expect({ lost, unrecorded }).toEqual({ lost: [], unrecorded: [] });

    const log = await db.store.readAll({ prefixes: ['correspondence-'], limit: MAILS + 10 });
    const sent = log.events.map(({ envelope: { type, data } }) => {
      const { mailId, messageId } = data as { mailId: string; messageId: string };
      return [type, mailId, messageId];
    });
    expect(sent.toSorted()).toEqual(
      rows.map(({ id, message_id: messageId }) => ['ReminderSent.v1', id, messageId]).toSorted(),
    );
    const saidSo = new Map(log.events.map(({ envelope }) => attemptOf(envelope.data)));
    expect(doubles.filter(({ id }) => (saidSo.get(id) ?? 0) < 2)).toEqual([]);
  });
});

/** Links whose agreements were issued to both heads, two links to a pair of heads; each is somebody with an address. */
async function writeLinks(db: WorkerDatabase, links: number): Promise<void> {
  const joined = {
    slug: 'bradford',
    code: 'BRD',
    name: 'Bradford',
    laCodes: ['380'],
    districtCodes: [],
    year: '2026-27',
  };
  await db.store.append('programme-bradford', 'no-stream', [logEvent('ProgrammeJoined', joined)]);
  let heads = { a: '', b: '' };
  for (let number = 1; number <= links; number += 1) {
    const ref = `BRD-2026-${String(number).padStart(3, '0')}`;
    if (number % 2 === 1) heads = await twoHeads(db, number);
    const sides = ['a', 'b'] as const;
    await db.store.append(`link-${ref}`, 'no-stream', [
      ...sides.map((side) => logEvent('InterestRecorded', interestOf(side, heads[side]))),
      logEvent('LinkProposed', {
        ref,
        programme: 'bradford',
        year: '2026-27',
        kind: 'between-schools',
        reasons: [],
        classes: { a: 'class-a', b: 'class-b' },
      }),
      ...sides.map((side) => logEvent('ProposalAccepted', { side, means: 'conversation' })),
      logEvent('LinkBrokered', {}),
      ...sides.map((side) =>
        logEvent('AgreementIssued', { side, textVersion: '2026-09', documentHash: 'ab' }),
      ),
    ]);
  }
}

async function twoHeads(db: WorkerDatabase, number: number) {
  const heads = { a: randomUUID(), b: randomUUID() };
  await db.pool.query('insert into people (id, name, email) values ($1, $2, $3), ($4, $5, $6)', [
    heads.a,
    `Head A of ${number}`,
    `a-${number}@ash.example`,
    heads.b,
    `Head B of ${number}`,
    `b-${number}@elm.example`,
  ]);
  return heads;
}

const attemptOf = (data: unknown): [string, number] => {
  const { mailId, attempt } = data as { mailId: string; attempt: number };
  return [mailId, attempt];
};

const interestOf = (side: 'a' | 'b', headId: string) => ({
  side,
  interestId: randomUUID(),
  interestRevision: 1,
  urn: side === 'a' ? '900001' : '900002',
  headId,
  expressedOn: '2026-05-12',
  channel: 'phone',
  priorities: [],
  classId: randomUUID(),
  yearGroups: [4],
  pupilCount: 28,
  placeholder: false,
  teachers: [],
});
