import ICAL from 'ical.js';
import type { TrainingEvent } from '@linking/events/training/training-events.js';
import { agreed, happened, plannedMeeting } from '@linking/domain/link/spec-support/example-link.js';
import { given, type Facts } from '@linking/domain/link/spec-support/given-when-then.js';
import { planMails } from '@linking/domain/reminders/plan-mails.js';
import { planTrainingMails } from '@linking/domain/reminders/training-mails.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { invitation } from '@linking/notices/calendar/calendar-object.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import { mailCalendar } from './render-mail.js';

const from = { name: 'Schools Linking Bradford', email: 'links@linking.example' };
const settings = {
  publicUrl: 'https://linking.example',
  mailFrom: from.email,
  nationalOffice: 'office@linking.example',
};
const none = async () => undefined;
const noList = async (): Promise<never> => {
  throw new Error('No list by mail has an appointment');
};
const lookup: MailLookup = {
  person: async (id: string) => ({ name: id, email: `${id}@school.example` }),
  school: async (urn: string) => ({ name: `School ${urn}` }),
  note: none,
  programme: async () => ({ name: 'Bradford', mailbox: 'bradford@linking.example', contactName: 'Aisha' }),
  venue: async () => ({ name: 'Cartwright Hall', postcode: 'BD9 4NS' }),
  wordingText: none,
  user: none,
  waitedForPlace: async () => false,
  digests: { weekly: noList, daily: noList, figures: noList, grantReport: noList },
};

const asMail = (wanted: WantedMail): Mail => ({
  ...wanted,
  id: mailId(wanted),
  askedBy: 'plan',
  dueAt: `${wanted.dueOn}T09:00:00.000Z`,
  status: 'planned',
  messageId: '<mail@linking.example>',
  attempt: 1,
});

/** What a calendar program reads in the object of a mail, if it has one. */
async function readIn(wanted: WantedMail) {
  const entry = await mailCalendar(asMail(wanted), lookup, settings);
  if (entry === undefined) return [];
  const to = { name: wanted.personId, email: `${wanted.personId}@school.example` };
  const { method, content } = invitation(entry, from, to);
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const [component, ...others] = calendar.getAllSubcomponents('vevent');
  if (component === undefined || others.length > 0) throw new Error('Not one appointment');
  const { uid, sequence, startDate, location, organizer, attendees } = new ICAL.Event(component);
  return [
    {
      to: wanted.personId,
      rule: wanted.content.rule,
      method,
      methodInside: calendar.getFirstPropertyValue('method'),
      zone: calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid'),
      uid,
      sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      start: String(startDate),
      location,
      organizer,
      attendees: attendees.map((one) => String(one.getFirstValue())),
      status: String(component.getFirstPropertyValue('status')),
    },
  ];
}

type Read = Awaited<ReturnType<typeof readIn>>[number];

const appointments = async (mails: readonly WantedMail[]): Promise<readonly Read[]> =>
  (await Promise.all(mails.map(readIn))).flat();
const ofLink = (...facts: Facts) => appointments(planMails(given(agreed, ...facts).link));
/** `N15 REQUEST meeting-1 0 2026-12-03`. */
const short = ({ rule, method, uid, sequence, start }: Read) =>
  `${rule} ${method} ${uid.replace(/-BRD-2026-014|@.*/g, '')} ${sequence} ${start.slice(0, 10)}`;
const to = (personId: string, read: readonly Read[]) => read.filter((one) => one.to === personId).map(short);

const first = plannedMeeting(1, '2026-12-03');
const visits = [plannedMeeting(2, '2027-03-09'), plannedMeeting(3, '2027-05-11')];
const moved = happened('2026-11-10', 'MeetingRescheduled', {
  number: 1,
  on: '2026-12-10',
  startsAt: '10:00',
  endsAt: '14:00',
  reasonCode: 'weather',
});
const replaced = happened('2026-11-16', 'TeacherReplaced', {
  side: 'a',
  from: 'teacher-a',
  to: 'new',
  linkedBefore: true,
  reasonCode: 'leave',
});

test('each object is for one person alone, from the sender of the mail, with the time and version of its fact', async () => {
  const read = await ofLink(first, ...visits, moved, replaced);
  expect(new Set(read.map(({ rule }) => rule))).toEqual(new Set(['N15', 'N20', 'N25']));
  for (const one of read) {
    expect(one).toMatchObject({
      methodInside: one.method,
      zone: 'Europe/London',
      organizer: `mailto:${from.email}`,
      attendees: [`mailto:${one.to}@school.example`],
      status: one.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    });
    expect(one.uid).toMatch(/^meeting-BRD-2026-014-[123]@linking\.example$/);
    // Recorded at noon of their days, whenever the mail goes.
    expect(one.stamp).toMatch(/^2026-(10-05|11-10|11-16)T12:00:00/);
  }
});

test('N15: the first meeting, for teachers and venue, planned, moved, online and cancelled', async () => {
  const everyone = ['teacher-a', 'teacher-b', 'cartwright-hall'];
  const planned = await ofLink(first);
  for (const one of everyone) expect(to(one, planned)).toEqual(['N15 REQUEST meeting-1 0 2026-12-03']);
  const later = await ofLink(first, moved);
  for (const one of everyone) expect(to(one, later)).toEqual(['N15 REQUEST meeting-1 1 2026-12-10']);
  const online = happened('2026-11-12', 'MeetingMovedOnline', { number: 1, reasonCode: 'weather' });
  const virtual = await ofLink(first, online);
  expect(to('teacher-a', virtual)).toEqual(['N15 REQUEST meeting-1 1 2026-12-03']);
  expect(virtual.find((one) => one.to === 'teacher-a')?.location).toBe('Online');
  expect(to('cartwright-hall', virtual)).toEqual(['N15 CANCEL meeting-1 1 2026-12-03']);
  const cancelled = happened('2026-11-20', 'MeetingCancelled', { number: 1, reasonCode: 'weather' });
  const off = await ofLink(first, moved, cancelled);
  for (const one of everyone) expect(to(one, off)).toEqual(['N15 CANCEL meeting-1 2 2026-12-10']);
});

test('N20: one object a visit', async () => {
  const read = await ofLink(...visits);
  for (const one of ['teacher-a', 'teacher-b']) {
    expect(to(one, read)).toEqual([
      'N20 REQUEST meeting-2 0 2027-03-09',
      'N20 REQUEST meeting-3 0 2027-05-11',
    ]);
  }
});

test('N25: each entry leaves the calendar of the teacher who goes and reaches the one who comes', async () => {
  const read = await ofLink(first, ...visits, replaced);
  expect(to('teacher-a', read)).toEqual([
    'N25 CANCEL meeting-1 1 2026-12-03',
    'N25 CANCEL meeting-2 1 2027-03-09',
    'N25 CANCEL meeting-3 1 2027-05-11',
  ]);
  expect(to('new', read)).toEqual([
    'N15 REQUEST meeting-1 0 2026-12-03',
    'N20 REQUEST meeting-2 0 2027-03-09',
    'N20 REQUEST meeting-3 0 2027-05-11',
  ]);
  expect(to('teacher-b', read)).toEqual(to('new', read));
});

test('N26: a link that ends takes each of its meetings out of every calendar', async () => {
  const withdrawn = happened('2026-11-16', 'LinkWithdrawn', {
    side: 'b',
    reasonCode: 'staffing',
    stageReached: 'signed',
  });
  const read = await ofLink(first, ...visits, withdrawn);
  for (const one of ['teacher-a', 'teacher-b']) {
    expect(to(one, read)).toEqual([
      'N15 CANCEL meeting-1 1 2026-12-03',
      'N20 CANCEL meeting-2 1 2027-03-09',
      'N20 CANCEL meeting-3 1 2027-05-11',
    ]);
  }
  expect(to('cartwright-hall', read)[0]).toBe('N15 CANCEL meeting-1 1 2026-12-03');
});

describe.each([
  ['N10', 'initial-full'],
  ['N19', 'planning-half'],
] as const)('%s', (rule, kind) => {
  const session: TrainingEvent = {
    type: 'SessionPlanned',
    data: {
      sessionId: 's1',
      programme: 'bradford',
      kind,
      on: '2026-10-01',
      startsAt: '09:15',
      endsAt: '15:30',
      venueId: 'cartwright-hall',
      capacity: 20,
    },
  };
  const place = { teacherId: 'teacher-a', linkRef: 'BRD-2026-014', side: 'a' } as const;
  const enrolled: TrainingEvent = { type: 'PlaceTaken', data: place };
  const later: TrainingEvent = {
    type: 'SessionMoved',
    data: { on: '2026-10-08', startsAt: '09:15', endsAt: '15:30', reasonCode: 'venue-not-available' },
  };
  const read = (...events: readonly TrainingEvent[]) => {
    const facts = events.map((event, index) => ({
      ...event,
      revision: index + 1,
      recordedAt: `2026-09-1${index}T12:00:00.000Z`,
    }));
    return appointments(planTrainingMails(facts, [given(agreed).link]));
  };

  test('is in her calendar when she has a place, moves with the session, and goes with it or with her place', async () => {
    const told = async (...events: readonly TrainingEvent[]) =>
      (await read(session, enrolled, ...events)).map(short).at(-1);
    const [entry] = await read(session, enrolled);
    expect(entry).toMatchObject({
      uid: 'training-s1@linking.example',
      attendees: ['mailto:teacher-a@school.example'],
      organizer: `mailto:${from.email}`,
      zone: 'Europe/London',
    });
    expect(await told()).toBe(`${rule} REQUEST training-s1 0 2026-10-01`);
    expect(await told(later)).toBe(`${rule} REQUEST training-s1 1 2026-10-08`);
    const off: TrainingEvent = { type: 'SessionCancelled', data: { reasonCode: 'too-few-teachers' } };
    expect(await told(off)).toBe(`${rule} CANCEL training-s1 1 2026-10-01`);
    // A teacher who is replaced gives up her place.
    expect(await told({ type: 'PlaceGivenUp', data: place })).toBe(`${rule} CANCEL training-s1 1 2026-10-01`);
  });
});
