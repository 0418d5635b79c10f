import { setTimeout } from 'node:timers/promises';
import type { MailLookup } from '@linking/application/mails/mail-lookup.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { upsertPlanned } from '@linking/application/mails/upsert-planned.js';
import { addDays } from '@linking/domain/calendar/london.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { bouncedAddresses } from '@linking/projections/bounces/bounced-addresses.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { smtpMailer } from '@linking/platform/mail/smtp-mailer.js';
import { startWorkers, type RunningWorkers } from '../../apps/workers/src/start-workers.js';
import { openWorkerDatabase, type WorkerDatabase } from './worker-database.js';
import { noDigests } from './no-digests.js';

export const HELEN = '00000000-0000-4000-8000-00000000000a';

const lookup: MailLookup = {
  person: async () => ({ name: 'Helen Marsh', email: 'head@ash.example' }),
  school: async (urn) => ({ name: urn === '900001' ? 'Ash Primary' : 'Elm Academy' }),
  note: async () => '4 Oak',
  programme: async () => ({
    name: 'Bradford',
    mailbox: 'bradford@linking.example',
    contactName: 'Aisha Khan',
  }),
  venue: async () => undefined,
  wordingText: async () => undefined,
  user: async () => undefined,
  waitedForPlace: async () => false,
  digests: noDigests,
};

/** The mail that asks a head to sign, as a link would want it. */
export const signMail = (ref: string, more: Partial<WantedMail> = {}): WantedMail => ({
  subject: ref,
  programme: 'bradford',
  step: 'agreement-a',
  anchorDate: '2026-09-14',
  personId: HELEN,
  kind: 'immediate',
  dueOn: '2026-09-14',
  content: {
    rule: 'N07',
    linkRef: ref,
    side: 'a',
    ownUrn: '900001',
    partnerUrn: '900002',
    year: '2026-27',
    textVersion: '2026-09',
  },
  ...more,
});

/** The mail that prepares a teacher for the day of a meeting, a week before. */
export const readyMail = (ref: string, on: string, more: Partial<WantedMail> = {}): WantedMail => ({
  ...signMail(ref),
  step: 'meeting-1',
  anchorDate: on,
  kind: 'scheduled',
  dueOn: addDays(on, -7),
  content: {
    rule: 'N17',
    linkRef: ref,
    side: 'a',
    ownUrn: '900001',
    partnerUrn: '900002',
    year: '2026-27',
    number: 1,
    mode: 'in-person',
    audience: 'teacher',
    partnerTeacherIds: [],
    on,
    startsAt: '10:00',
    endsAt: '14:00',
    sequence: 0,
    stamp: '2026-09-01T09:00:00.000Z',
  },
  ...more,
});

export type MailHouse = Awaited<ReturnType<typeof openMailHouse>>;

/** Workers that send over SMTP, on a database of their own. */
export async function openMailHouse(port: number, people: Partial<MailLookup> = {}) {
  const db: WorkerDatabase = await openWorkerDatabase();
  const clock = new SetClock('2026-09-14T09:00:00.000Z');
  const wanted = new Map<string, readonly WantedMail[]>();
  const mailer = smtpMailer(
    { host: '127.0.0.1', port, tls: 'off' },
    { connection: 2_000, greeting: 2_000, silence: 1_000, whole: 3_000 },
  );
  const problems: string[] = [];
  const dependencies = {
    databaseUrl: db.url,
    pool: db.pool,
    store: db.store,
    clock,
    projections: [bouncedAddresses],
    dispatch: async () => undefined,
    wantedMails: async (ref: string) => wanted.get(ref) ?? [],
    lookup: { ...lookup, ...people },
    mailer,
    settings: {
      publicUrl: 'http://127.0.0.1:3000',
      mailFrom: 'links@linking.example',
      nationalOffice: 'office@linking.example',
      tokenSecret: 'a secret of this spec, long enough for it',
    },
    log: {
      info: () => undefined,
      error: (details: object, message: string) =>
        void problems.push(`${message}: ${'err' in details ? String(details.err) : ''}`),
    },
  };
  let workers: RunningWorkers | undefined;
  return {
    db,
    clock,
    dependencies,
    problems,
    async start() {
      workers = await startWorkers(dependencies);
      return workers;
    },
    async want(mails: readonly WantedMail[]) {
      for (const ref of new Set(mails.map(({ subject }) => subject))) {
        await this.wantAll(
          ref,
          mails.filter(({ subject }) => subject === ref),
        );
      }
      workers?.wake();
    },
    /** What a subject wants now, were it nothing any more; the workers find it when they wake. */
    async wantAll(ref: string, its: readonly WantedMail[]) {
      const client = await db.pool.connect();
      wanted.set(ref, its);
      await upsertPlanned(client, ref, its, { now: clock.now(), mailDomain: 'linking.example' });
      client.release();
    },
    wake: () => workers?.wake(),
    /** Stands for an hour of waiting. */
    async rested() {
      await db.pool.query('update mails set rest_until = now()');
      workers?.wake();
    },
    async mail(ref: string) {
      const [mail] = await listMails(db.pool, { programmes: 'all', subject: ref, limit: 1 });
      if (mail === undefined) throw new Error(`No mail about ${ref}`);
      return mail;
    },
    async becomes(ref: string, status: string) {
      const end = performance.now() + 20_000;
      for (;;) {
        const mail = await this.mail(ref);
        if (mail.status === status) return mail;
        if (performance.now() > end) throw new Error(`${ref} is ${mail.status}: ${problems.join('; ')}`);
        await setTimeout(25);
      }
    },
    correspondence: async (ref: string) =>
      (await db.store.readStream(`correspondence-${ref}`)).map(({ envelope }) => ({
        type: envelope.type,
        data: envelope.data as { readonly attempt?: number; readonly reasonCode?: string },
      })),
    async close() {
      await workers?.close();
      mailer.close();
      await db.close();
    },
  };
}
