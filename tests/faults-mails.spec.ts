import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { joinBradford, writeLinksToSign } from './support/links-to-sign.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { BACKENDS, openQueueHouse, type Backend, type QueueHouse } from './support/queue-backends.js';

jest.setTimeout(Number(process.env['MAIL_COUNT'] ?? 0) > 1_000 ? 3_600_000 : 590_000);

const root = path.resolve(import.meta.dirname, '..');
const KILLS = Number(process.env['MAIL_KILLS'] ?? 2);
const WIPES = Number(process.env['MAIL_WIPES'] ?? 1);
const MAILS = Number(process.env['MAIL_COUNT'] ?? 48);
/** Of the four mails about a link two leave at once, two together with those of another link. */
const LINKS = MAILS / 4;
const PARCELS = 3 * LINKS;
/** A Monday morning five school days after the agreements went out. */
const NOW = '2026-09-21T08:30:00.000Z';
const LEASE = 2_000;

/** All but the second time of asking, which is not due yet. */
const DUE = `where mails.step not like '%asking-2'`;

/**
 * The built workers are killed at random moments, their queue is wiped, and the mail server is busy or hangs up, while heads
 * of two links each are asked to sign, and asked again. Both backends at the same time: much of it is waiting for leases.
 */
const runs = new Map<Backend, Promise<Aftermath>>();

beforeAll(async () => {
  if (!existsSync(path.join(root, 'dist/apps/workers'))) throw new Error('Run `npm run build` first.');
  for (const backend of BACKENDS) runs.set(backend, chaos(backend));
  await Promise.allSettled(runs.values());
});

test.each(BACKENDS)(
  `kills, a lost queue and a bad mail server lose no mail, and what arrives twice says so, queues on %s (${MAILS} mails, ${KILLS} kills, ${WIPES} wipes)`,
  async (backend) => {
    const { arrivals, rows, recorded, wiped } = await (runs.get(backend) ?? chaos(backend));
    const merged = rows.filter(({ alone }) => !alone);
    const lost = rows.filter((mail) => !arrivals.has(mail.messageId));
    const doubles = rows.filter((mail) => (arrivals.get(mail.messageId) ?? 0) > 1);
    const unrecorded = doubles.filter((mail) => mail.attempt < (arrivals.get(mail.messageId) ?? 0));
    const tried = rows.filter(({ attempt }) => attempt > 1);
    const arrived = [...arrivals.values()].reduce((sum, times) => sum + times, 0);
    process.stdout.write(
      `${backend}: ${MAILS} mails, ${merged.length} of them within another, ${KILLS} kills, ${wiped} wipes: ` +
        `${arrived} arrived, lost ${lost.length}, tried again ${tried.length}, arrived twice ${doubles.length}, ` +
        `of these not on record ${unrecorded.length}\n`,
    );
    expect(rows).toHaveLength(MAILS);
    expect(merged.length).toBeGreaterThan(0);
    expect(new Set(rows.map((mail) => mail.messageId))).toEqual(new Set(arrivals.keys()));
    expect({ lost, unrecorded }).toEqual({ lost: [], unrecorded: [] });
    expect(recorded.map(({ type, mailId, messageId }) => [type, mailId, messageId]).toSorted()).toEqual(
      rows.map(({ id, messageId }) => ['ReminderSent.v1', id, messageId]).toSorted(),
    );
    const saidSo = new Map(recorded.map(({ mailId, attempt }) => [mailId, attempt]));
    expect(doubles.filter(({ id }) => (saidSo.get(id) ?? 0) < 2)).toEqual([]);
  },
);

/** What is found when all has gone: on the mail server, in the rows and in the correspondences. */
interface Aftermath {
  /** How often each Message-ID arrived. */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly rows: readonly {
    readonly id: string;
    /** Of the mail that it left with. */
    readonly messageId: string;
    readonly attempt: number;
    readonly alone: boolean;
  }[];
  readonly recorded: readonly Recorded[];
  readonly wiped: number;
}

interface Recorded {
  readonly type: string;
  readonly mailId: string;
  readonly messageId: string;
  readonly attempt: number;
}

async function chaos(backend: Backend): Promise<Aftermath> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linking-mails-'));
  const house = await openQueueHouse(backend);
  const server = await openMailServer({
    // Grey-listed: nothing arrived.
    recipient: () => (happens(0.04) ? { code: 450, words: '4.2.0 come back later' } : undefined),
    // Some milliseconds pass between the arrival of a mail and the answer, as in life; now and then none comes.
    mail: async () => {
      await pause(Math.random() * 60, undefined);
      return happens(0.01) ? 'hang-up' : undefined;
    },
  });
  const workers = killable({ ...house.at, SMTP_URL: `smtp://127.0.0.1:${server.port}`, DATA_DIR: dataDir });
  try {
    await house.db.pool.query('insert into clock (offset_ms) values ($1)', [Date.parse(NOW) - Date.now()]);
    await joinBradford(house.db);
    await writeLinksToSign(house.db, LINKS);
    let wiped = 0;
    for (let killed = 1; killed <= KILLS; killed += 1) {
      workers.begin();
      const enough = Math.floor((PARCELS * 0.95 * killed) / KILLS);
      for (let waits = 0; server.arrived.length < enough; waits += 1) {
        await pause(2);
        if (waits % 1_000 === 999) await anHourPasses(house);
      }
      for (; wiped < Math.ceil((WIPES * killed) / KILLS); wiped += 1) await house.wipe();
      await pause(Math.random() * 60);
      await workers.kill();
    }
    workers.begin();
    while ((await unsent(house)) > 0) {
      await pause(200);
      await anHourPasses(house);
    }
    // Whoever would send once more after all is given the time to do it.
    await pause(2 * LEASE);
    await workers.kill();
    return { ...(await foundIn(house)), arrivals: countedById(server), wiped };
  } finally {
    await workers.kill();
    await server.close();
    await house.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function killable({ databaseUrl, redisUrl, ...more }: QueueHouse['at'] & Readonly<Record<string, string>>) {
  let worker: ChildProcess | undefined;
  return {
    begin() {
      worker = spawn(process.execPath, ['tests/support/mail-worker.mjs'], {
        cwd: root,
        env: {
          ...process.env,
          ...more,
          DATABASE_URL: databaseUrl,
          ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
          MAIL_FROM: 'links@linking.example',
          MAIL_LEASE: String(LEASE),
          LOG_LEVEL: 'fatal',
          // It begins often, and always with the same code.
          NODE_COMPILE_CACHE: path.join(tmpdir(), 'linking-mail-worker'),
          // Its clock can be set.
          DEMO: '1',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    },
    async kill() {
      const dying = worker;
      worker = undefined;
      dying?.kill('SIGKILL');
      if (dying !== undefined) await once(dying, 'exit');
    },
  };
}

async function unsent({ db }: QueueHouse): Promise<number> {
  const { rows } = await db.pool.query<{ n: number; planned: number }>(
    `select count(*)::int as planned, count(*) filter (where status <> 'sent')::int as n from mails ${DUE}`,
  );
  return rows[0] === undefined || rows[0].planned < MAILS ? MAILS : rows[0].n;
}

/** Stands for the hour that a mail rests whose quick tries are lost or used up. */
const anHourPasses = ({ db }: QueueHouse) =>
  db.pool.query(`update mails set rest_until = null where status = 'queued' and rest_until is not null`);

function countedById({ arrived }: TestMailServer): ReadonlyMap<string, number> {
  const arrivals = new Map<string, number>();
  for (const { email } of arrived) {
    arrivals.set(email.messageId ?? '', (arrivals.get(email.messageId ?? '') ?? 0) + 1);
  }
  return arrivals;
}

async function foundIn({ db }: QueueHouse): Promise<Pick<Aftermath, 'rows' | 'recorded'>> {
  const { rows } = await db.pool.query<Aftermath['rows'][number]>(
    `select mails.id, parcel.message_id as "messageId", mails.attempt, mails.merged_into is null as alone
     from mails join mails parcel on parcel.id = coalesce(mails.merged_into, mails.id) ${DUE}`,
  );
  const recorded: Recorded[] = [];
  for (let after: string | null = null; ;) {
    const page = await db.store.readAll({ after, prefixes: ['correspondence-'], limit: 1_000 });
    for (const { envelope } of page.events) {
      recorded.push({ ...(envelope.data as Omit<Recorded, 'type'>), type: envelope.type });
    }
    if (page.checkpoint === after) break;
    after = page.checkpoint;
  }
  return { rows, recorded };
}

const happens = (probability: number) => Math.random() < probability;
