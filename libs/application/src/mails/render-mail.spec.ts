import type { MailFacts, MeetingMail, TrainingMail } from '@linking/domain/reminders/mail-facts.js';
import { renderText } from '@linking/notices/render-text.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import { mailCalendar, mailContent } from './render-mail.js';

const schools: Readonly<Record<string, string>> = { '900001': 'Ash Primary', '900002': 'Elm Academy' };
const people: Readonly<Record<string, { name: string; phone?: string }>> = {
  saira: { name: 'Saira Malik' },
  tom: { name: 'Tom Reed', phone: '01274 496 0001' },
};
const lookup: MailLookup = {
  person: async (id) => people[id],
  school: async (urn) => (schools[urn] === undefined ? undefined : { name: schools[urn] }),
  note: async (id) => (id === 'oak' ? '4 Oak' : undefined),
  programme: async () => ({
    name: 'Bradford',
    mailbox: 'bradford@linking.example',
    contactName: 'Aisha Khan',
  }),
  venue: async (id) => (id === 'hall' ? { name: 'Cartwright Hall', postcode: 'BD9 4NS' } : undefined),
  waitedForPlace: async (_, teacherId) => teacherId === 'tom',
};
const settings = { publicUrl: 'https://linking.example', mailFrom: 'links@linking.example' };
const mail = (content: MailFacts, more: Partial<Mail> = {}): Mail => ({
  id: 'mail',
  subject: 'BRD-2026-014',
  programme: 'bradford',
  step: 'step',
  anchorDate: '2026-11-26',
  personId: 'saira',
  kind: 'immediate',
  askedBy: 'plan',
  dueAt: '2026-11-19T09:00:00.000Z',
  status: 'planned',
  content,
  messageId: '<mail@linking.example>',
  attempt: 1,
  ...more,
});
const meeting: MeetingMail = {
  rule: 'N15',
  linkRef: 'BRD-2026-014',
  side: 'b',
  ownUrn: '900002',
  partnerUrn: '900001',
  partnerClassNameId: 'oak',
  year: '2026-27',
  number: 1,
  mode: 'in-person',
  on: '2026-11-26',
  startsAt: '10:00',
  endsAt: '14:00',
  venueId: 'hall',
  audience: 'teacher',
  partnerTeacherIds: ['tom', 'erased'],
  change: 'planned',
  sequence: 1,
  stamp: '2026-11-10T09:00:00.000Z',
};
const training: TrainingMail = {
  rule: 'N10',
  sessionId: 'session',
  kind: 'initial-full',
  change: 'planned',
  waiting: false,
  linkRefs: ['BRD-2026-014'],
  year: '2026-27',
  on: '2026-10-01',
  startsAt: '09:30',
  endsAt: '15:30',
  sequence: 0,
  stamp: '2026-09-14T09:00:00.000Z',
};
const textOf = async (content: MailFacts, more: Partial<Mail> = {}) =>
  renderText(await mailContent(mail(content, more), lookup, settings, 'https://linking.example/mine'));
const entryOf = (content: MailFacts) => mailCalendar(mail(content), lookup, settings);

describe('what a mail says', () => {
  test('has the names of today: who was erased is not named', async () => {
    const text = await textOf(meeting);
    expect(text).toContain('Dear Saira Malik,');
    expect(text).toContain('4 Oak of Ash Primary');
    expect(text).toContain('Cartwright Hall, BD9 4NS');
    expect(text).toContain('Tom Reed\n  01274 496 0001');
    expect(text).toContain('https://linking.example/mine');
  });

  test('to a venue greets the people of the venue, to a programme its facilitator', async () => {
    const venue = { personId: 'hall', mailbox: 'venue' } as const;
    expect(await textOf({ ...meeting, audience: 'venue' }, venue)).toContain(
      'Dear colleagues at Cartwright Hall,',
    );
    const interest = { rule: 'N02', interestId: 'i', urn: '900001', year: '2026-27', classes: 1 } as const;
    const text = await textOf(interest, { personId: 'bradford', mailbox: 'programme' });
    expect(text).toContain('Dear Aisha Khan,');
    expect(text).toContain('https://linking.example/interests/i');
  });

  test('tells a teacher who waited that a place came free', async () => {
    expect(await textOf(training)).toContain('You have a place at our training');
    expect(await textOf(training, { personId: 'tom' })).toMatch(/has come free, and it\s+is yours/);
    const moved = { ...training, change: 'moved', wasOn: '2026-09-24' } as const;
    expect(await textOf(moved, { personId: 'tom' })).not.toContain('come free');
  });

  test('says that the place follows while there is none', async () => {
    expect(await textOf(training)).toContain('We will tell you where');
  });
});

describe('the calendar entry of a mail', () => {
  test('has the schools in the order of the link, whichever side reads it', async () => {
    const read = await entryOf(meeting);
    expect(read).toMatchObject({
      uid: 'meeting-BRD-2026-014-1@linking.example',
      summary: 'First meeting: Ash Primary and Elm Academy',
      location: 'Cartwright Hall, BD9 4NS',
      sequence: 1,
      stamp: '2026-11-10T09:00:00.000Z',
      status: 'CONFIRMED',
    });
    expect(await entryOf({ ...meeting, side: 'a', ownUrn: '900001', partnerUrn: '900002' })).toEqual(read);
  });

  test('is at the school that hosts, online, or cancelled', async () => {
    const { venueId: _, ...visit } = { ...meeting, rule: 'N20', number: 2, hostSide: 'a' } as const;
    expect((await entryOf(visit))?.location).toBe('Ash Primary');
    expect((await entryOf({ ...meeting, change: 'online', mode: 'virtual' }))?.location).toBe('Online');
    expect((await entryOf({ ...meeting, change: 'cancelled' }))?.status).toBe('CANCELLED');
  });

  test('waits with the teacher for her place, and goes with no other mail', async () => {
    expect((await entryOf(training))?.uid).toBe('training-session@linking.example');
    expect(await entryOf({ ...training, waiting: true })).toBeUndefined();
    expect(await entryOf({ ...training, rule: 'N11' })).toBeUndefined();
  });

  test('is taken back from a teacher who gave up her place, under the same name and one version on', async () => {
    const given = { ...training, change: 'cancelled', givenUp: true, sequence: 1 } as const;
    expect(await entryOf(given)).toMatchObject({
      uid: 'training-session@linking.example',
      status: 'CANCELLED',
      sequence: 1,
    });
    expect(await textOf(given)).toContain('It takes place\nwithout you.');
    expect(await entryOf({ ...given, waiting: true })).toBeUndefined();
  });
});

test('a teacher who hands over has the meeting taken from her calendar, and a colleague keeps it', async () => {
  const { rule: _, change: __, audience: ___, ...about } = meeting;
  const { linkRef, side, ownUrn, partnerUrn, year } = meeting;
  const facts: MailFacts = {
    rule: 'N25',
    linkRef,
    side,
    ownUrn,
    partnerUrn,
    year,
    changedSide: 'b',
    audience: 'former',
    newTeacherId: 'saira',
    formerTeacherId: 'tom',
    partnerTeacherIds: [],
    meeting: about,
  };
  const entry = await mailCalendar(mail(facts), lookup, settings);
  expect(entry).toMatchObject({ status: 'CANCELLED', day: '2026-11-26', sequence: 1 });
  expect(renderText(await mailContent(mail(facts), lookup, settings))).toContain(
    'Saira Malik takes over from you',
  );
  const { meeting: ____, ...colleague } = facts;
  expect(await mailCalendar(mail({ ...colleague, audience: 'colleague' }), lookup, settings)).toBeUndefined();
});
