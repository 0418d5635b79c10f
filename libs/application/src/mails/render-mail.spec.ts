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
  wordingText: async () => undefined,
  user: async (id) =>
    id === 'grace' ? { name: 'Grace Okoro', email: 'g.okoro@linking.example' } : undefined,
  waitedForPlace: async (_, teacherId) => teacherId === 'tom',
  digests: {
    weekly: async () => ({ today: '2026-11-23', headings: [], todayHref: 'https://linking.example/today' }),
    daily: async ({ day }) => ({ day, headings: [], todayHref: 'https://linking.example/today' }),
    figures: async () => ({
      today: '2026-12-01',
      network: 'no links',
      programmes: [],
      todayHref: 'https://linking.example/today',
    }),
    grantReport: async ({ due, asking }) => ({
      due,
      asking,
      funder: 'Stockport Homes',
      period: 'a year',
      programmes: 'Stockport',
      grantHref: 'https://linking.example/funders/g1',
    }),
  },
};
const settings = {
  publicUrl: 'https://linking.example',
  mailFrom: 'links@linking.example',
  nationalOffice: 'office@linking.example',
};
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

  test('about a proposal says who the partner is and how far; about a no, why, and what was written beside it', async () => {
    const about = {
      linkRef: 'BRD-2026-014',
      side: 'b',
      ownUrn: '900002',
      partnerUrn: '900001',
      year: '2026-27',
    } as const;
    const text = await textOf({
      ...about,
      rule: 'N04',
      partnerYearGroups: [4, 5],
      partnerPupils: 28,
      distanceKm: 3.3,
      reasons: ['town-and-country'],
    });
    expect(text).toContain('Children: Years 4 and 5, 28 pupils');
    expect(text).toContain('Distance: 2 miles from your school');
    expect(text).toContain('One school is in a town, the other in the country.');
    expect(text).toContain('https://linking.example/mine');
    const declined = {
      rule: 'N06',
      reasonCode: 'other-plans',
      wantsOtherPartner: true,
      partnerSaidYes: true,
    } as const;
    const toProgramme = { personId: 'bradford', mailbox: 'programme' } as const;
    const told = await textOf({ ...about, ...declined, noteId: 'oak' }, toProgramme);
    expect(told).toContain('The reason: other plans. Written beside it: “4 Oak”');
    expect(told).toContain('https://linking.example/links/BRD-2026-014');
  });

  test('in the name of no programme is from the national office, and greets whoever has an account', async () => {
    const interest = { rule: 'N02', interestId: 'i', urn: '900001', year: '2026-27', classes: 1 } as const;
    const text = await textOf(interest, { programme: '', personId: 'grace', mailbox: 'user' });
    expect(text).toContain('Dear Grace Okoro,');
    expect(text).toContain('Schools Linking national office');
    expect(text).toContain('office@linking.example');
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

describe('the pages that a programme names', () => {
  const page = (step: 'first-exchange' | 'meetings', audience: 'teachers' | 'families') => ({
    step,
    audience,
    title: `${step} for ${audience}`,
    url: `https://resources.example/${step}-${audience}`,
  });
  const naming: MailLookup = {
    ...lookup,
    programme: async () => ({
      name: 'Bradford',
      mailbox: 'bradford@linking.example',
      contactName: 'Aisha Khan',
      resources: [page('first-exchange', 'families'), page('meetings', 'teachers')],
    }),
  };
  const said = async (content: MailFacts) => renderText(await mailContent(mail(content), naming, settings));

  test('stand in the mail about their step, and in no other', async () => {
    const { change: _, rule: __, ...ready } = meeting;
    const first = await said({
      rule: 'N13',
      sessionId: 'session',
      on: '2026-10-01',
      linkRefs: ['BRD-2026-014'],
      year: '2026-27',
      survey: false,
    });
    const before = await said({ ...ready, rule: 'N17' });
    expect(first).toContain('And for families at home:');
    expect(first).toContain('https://resources.example/first-exchange-families');
    expect(first).not.toContain('meetings for teachers');
    expect(before).toContain('* meetings for teachers:\n  https://resources.example/meetings-teachers');
    expect(before).not.toContain('families');
    expect(await textOf({ ...ready, rule: 'N17' })).not.toContain('This may help you');
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
