import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import type pg from 'pg';
import { compose, recipientOf } from '@linking/application/mails/compose.js';
import type { MailLookup } from '@linking/application/mails/mail-lookup.js';
import type { Mail } from '@linking/application/mails/mail.js';
import { mailCalendar, mailContent } from '@linking/application/mails/render-mail.js';
import type { MailFacts } from '@linking/domain/reminders/mail-facts.js';
import { feed } from '@linking/notices/calendar/calendar-object.js';
import { oneLine } from '@linking/notices/one-line.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { smtpMailer, type SmtpMailer } from '@linking/platform/mail/smtp-mailer.js';
import { readSmtpUrl } from '@linking/platform/mail/smtp-url.js';
import { freshDatabase, type TestDatabase } from './support/database.js';
import { testSettings } from './support/gateway.js';
import { openMailServer, type ArrivedMail, type TestMailServer } from './support/mail-server.js';
import { strangeNames } from './support/strange-names.js';
import { noDigests } from './support/no-digests.js';

const TEACHER = '00000000-0000-4000-8000-00000000000b';
const VENUE = '00000000-0000-4000-8000-00000000000c';
const PLAIN = 'Ash Primary';
const settings = { ...testSettings, mailFrom: 'links@linking.example' };

let database: TestDatabase;
let pool: pg.Pool;
let server: TestMailServer;
let mailer: SmtpMailer;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool({ url: database.url, name: 'strange-names' });
  server = await openMailServer();
  const where = readSmtpUrl(`smtp://127.0.0.1:${server.port}`);
  if (where === undefined) throw new Error('not an address');
  mailer = smtpMailer(where);
}, 60_000);

afterAll(async () => {
  mailer.close();
  await server.close();
  await pool.end();
  await database.drop();
});

/** Everybody and everything has this name. */
const named = (name: string): MailLookup => ({
  person: async () => ({ name, email: 'head@ash.example', phone: name }),
  school: async () => ({ name }),
  note: async () => name,
  programme: async () => ({ name, mailbox: 'bradford@linking.example', contactName: name, phone: name }),
  venue: async () => ({ name, postcode: 'BD9 4NS', email: 'desk@hall.example' }),
  wordingText: async () => undefined,
  user: async () => undefined,
  waitedForPlace: async () => false,
  digests: noDigests,
});

const link = {
  linkRef: 'BRD-2026-014',
  side: 'a',
  ownUrn: '900001',
  partnerUrn: '900002',
  year: '2026-27',
} as const;
const classes = { ownClassNameId: 'a', partnerClassNameId: 'b' };
const at = { startsAt: '10:00', endsAt: '14:00', sequence: 1, stamp: '2026-10-05T09:00:00.000Z' };
const meeting = {
  ...link,
  ...classes,
  ...at,
  number: 1,
  mode: 'in-person',
  on: '2026-11-26',
  venueId: VENUE,
  pupilsExpected: 58,
  audience: 'teacher',
  partnerTeacherIds: ['tom'],
} as const;
const visit = { ...meeting, number: 2, hostSide: 'b' } as const;
const training = {
  ...at,
  sessionId: 'session',
  kind: 'initial-full',
  change: 'planned',
  waiting: false,
  linkRefs: [link.linkRef],
  year: link.year,
  on: '2026-10-01',
  venueId: VENUE,
} as const;
const partner = {
  partnerYearGroups: [4],
  partnerPupils: 30,
  distanceKm: 5.2,
  reasons: ['faith', 'similar-age'],
} as const;
const interest = { interestId: 'interest', urn: '900001', year: link.year, classes: 1 } as const;

const everyMail: readonly MailFacts[] = [
  { rule: 'N01', ...interest },
  { rule: 'N02', ...interest },
  { rule: 'N03', ...interest, waitsSince: '2026-05-12' },
  { rule: 'N04', ...link, ...classes, ...partner },
  { rule: 'N05', ...link, ...classes, ...partner, asking: 2 },
  { rule: 'N06', ...link, ...classes, reasonCode: 'staffing', wantsOtherPartner: true, partnerSaidYes: true },
  { rule: 'N07', ...link, ...classes, textVersion: '2026-1' },
  { rule: 'N08', ...link, ...classes, textVersion: '2026-1', asking: 2 },
  { rule: 'N09', ...link, ...classes, audience: 'teacher', ownTeacherIds: ['a'], partnerTeacherIds: ['tom'] },
  { rule: 'N10', ...training },
  { rule: 'N11', ...training },
  { rule: 'N12', sessionId: 'session', kind: 'initial-full', on: '2026-10-01', year: link.year },
  { rule: 'N15', ...meeting, change: 'moved', wasOn: '2026-11-19' },
  { rule: 'N15', ...meeting, change: 'cancelled', audience: 'venue' },
  { rule: 'N17', ...meeting },
  { rule: 'N18', ...meeting, asking: 1 },
  { rule: 'N19', ...training, kind: 'planning-half' },
  { rule: 'N20', ...visit, change: 'planned' },
  { rule: 'N21', ...visit, hosts: false },
];

function mailOf(content: MailFacts, index: number): Mail {
  const venue = 'audience' in content && content.audience === 'venue';
  return {
    id: `${content.rule}.${index}`,
    subject: link.linkRef,
    programme: 'bradford',
    step: 'step',
    anchorDate: '2026-11-26',
    personId: venue ? VENUE : TEACHER,
    ...(venue
      ? { mailbox: 'venue' }
      : ['N02', 'N03', 'N06'].includes(content.rule)
        ? { mailbox: 'programme' }
        : {}),
    kind: 'immediate',
    askedBy: 'plan',
    dueAt: '2026-11-19T09:00:00.000Z',
    status: 'sending',
    content,
    messageId: `<${randomUUID()}@linking.example>`,
    attempt: 1,
  };
}

const arrivals = new Map<string, Promise<readonly ArrivedMail[]>>();

/** Each mail of the year as its reader's program sees it, when everything has this name; sent once. */
function arrivedWith(name: string): Promise<readonly ArrivedMail[]> {
  const arriving = arrivals.get(name) ?? sendAll(name);
  arrivals.set(name, arriving);
  return arriving;
}

async function sendAll(name: string): Promise<readonly ArrivedMail[]> {
  const lookup = named(name);
  const sending = { pool, clock: new SetClock('2026-11-19T09:00:00.000Z'), lookup, settings };
  const mails = everyMail.map(mailOf);
  await Promise.all(
    mails.map(async (mail) => {
      const to = await recipientOf(lookup, mail);
      if (to?.email === undefined) throw new Error(`${mail.id} goes to nobody`);
      const { id, messageId } = mail;
      const parcel = { id, messageId, attempt: 1, mails: [mail] };
      await mailer.send(await compose(sending, parcel, { name: to.name, email: to.email }));
    }),
  );
  return mails.map(({ messageId }) => {
    const [one, ...more] = server.arrived.filter(({ email }) => email.messageId === messageId);
    if (one === undefined || more.length > 0)
      throw new Error(`${messageId} arrived ${more.length} times too often`);
    return one;
  });
}

const headerNames = ({ email }: ArrivedMail) => email.headers.map(({ key }) => key);
/** Names of elements and of their attributes, in order: what a reader's program makes of the text. */
const elementsOf = ({ email }: ArrivedMail) =>
  [...(email.html ?? '').matchAll(/<(\/?[a-z]\w*)((?:\s[\w-]+="[^"]*")*)\s*\/?>/gi)].map(
    ([, element, attributes = '']) =>
      [element, ...[...attributes.matchAll(/([\w-]+)="/g)].map(([, attribute]) => attribute)].join(' '),
  );
const angles = ({ email }: ArrivedMail) =>
  (email.html ?? '').replace(/<style>.*?<\/style>/s, '').match(/</g)?.length;
const eventsOf = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
};

let plain: readonly ArrivedMail[];
beforeAll(async () => {
  plain = await arrivedWith(PLAIN);
}, 60_000);

test.each(Object.entries(strangeNames))('%s in every name is a name, in every mail', async (_, name) => {
  const shown = oneLine(name);
  for (const [index, mail] of (await arrivedWith(name)).entries()) {
    const usual = plain[index];
    if (usual === undefined) throw new Error('No mail to compare');
    const { email } = mail;
    expect(headerNames(mail)).toEqual(headerNames(usual));
    expect([email.cc, email.bcc]).toEqual([undefined, undefined]);
    expect(email.to).toHaveLength(1);
    expect(email.to?.map(({ address }) => address)).toEqual(usual.email.to?.map(({ address }) => address));
    expect(email.from?.address).toBe('links@linking.example');
    expect(email.replyTo?.map(({ address }) => address)).toEqual(['bradford@linking.example']);
    expect(email.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);

    const text = email.text ?? '';
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(oneLine(text)).toContain(shown);
    expect(elementsOf(mail)).toEqual(elementsOf(usual));
    expect(angles(mail)).toBe(angles(usual));
    expect(email.html).not.toMatch(/<script|onerror="|href="https:\/\/example/);
    expect(email.attachments.map(({ mimeType }) => mimeType)).toEqual(
      usual.email.attachments.map(({ mimeType }) => mimeType),
    );
  }
});

test.each(Object.entries(strangeNames))('%s comes back from calendars as it was', async (_, name) => {
  const lookup = named(name);
  const shown = oneLine(name);
  const mails = everyMail.map(mailOf);
  const entries = (await Promise.all(mails.map((mail) => mailCalendar(mail, lookup, settings)))).flatMap(
    (entry) => entry ?? [],
  );
  expect(entries).toHaveLength(5);
  const organizer = { name, email: 'links@linking.example' };
  const read = eventsOf(feed(name, organizer, entries));
  expect(read.map(({ uid, summary, location }) => [uid, summary, location])).toEqual(
    entries.map(({ uid, summary, location }) => [uid, summary, location]),
  );
  const [first] = read.filter(({ summary }) => summary.startsWith('First meeting'));
  expect(first?.summary).toBe(`First meeting: two classes of ${shown}`);
  expect(first?.location).toBe(`${shown}, BD9 4NS`);

  for (const mail of await arrivedCalendars(name)) {
    const [event, ...others] = eventsOf(mail);
    expect(others).toEqual([]);
    expect(event?.attendees).toHaveLength(1);
    expect(event?.component.getAllProperties('organizer')).toHaveLength(1);
  }
});

async function arrivedCalendars(name: string): Promise<readonly string[]> {
  const calendars = (await arrivedWith(name)).flatMap(({ email }) =>
    email.attachments.filter(({ mimeType }) => mimeType === 'text/calendar'),
  );
  return calendars.map(({ content }) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  );
}

test('a name can be as long as it likes: no line of a mail is longer than programs take', async () => {
  const visitMail = everyMail.findIndex(({ rule }) => rule === 'N20');
  const { subject } = await mailContent(
    mailOf(everyMail[visitMail]!, visitMail),
    named('x'.repeat(300)),
    settings,
  );
  expect(subject.length).toBeGreaterThan(300);
  for (const { raw } of server.arrived) {
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  }
});
