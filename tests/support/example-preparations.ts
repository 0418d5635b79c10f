import type { LinkRequest } from '@linking/application/links/link-request.js';
import { ChangeNetworkWording } from '@linking/application/programmes/change-network-wording.js';
import { upsertPlanned } from '@linking/application/mails/upsert-planned.js';
import { wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import { nationalSteps } from '@linking/domain/programme/national-steps.js';
import { AddSchool } from '@linking/application/schools/by-hand/school-by-hand-commands.js';
import { ChangeTraining } from '@linking/application/training/training-commands.js';
import { BriefVenue } from '@linking/application/venues/brief-venue.js';
import { addUser } from '@linking/application/accounts/add-user.js';
import { signInExample } from '../../apps/gateway/src/accounts/sign-in.dto.js';
import { exampleCommands, exampleIds, exampleLink } from '../../apps/gateway/src/api-docs/example-ids.js';
import type { ExampleWorld, Progress } from './example-world.js';

/** What has to be there before an example is sent. */
export interface Preparation {
  /** Makes it, and answers what stands in the gaps of the address, with a space between two. */
  readonly gap?: (world: ExampleWorld) => Promise<string>;
  /** When it is sent, if not on 25 January 2027. */
  readonly at?: string;
  /** Sent by an administrator; by the national office otherwise. What she does to accounts is told to the log later. */
  readonly admin?: true;
}

const { teacherA, teacherB, venue: venueId, coordinator } = exampleIds;

/** Another link, as far as it is to be and with what happened to it. */
const link =
  (progress: Progress, ...requests: readonly LinkRequest[]) =>
  async (world: ExampleWorld) =>
    world.after(await world.link(progress), ...requests);

/** Words of N07 as somebody chose them. */
const wordedAs = (subject: string) =>
  ({
    type: 'ChangeMailWording',
    wording: 'N07',
    text: { subject, opening: 'Good morning.', closing: '' },
    checked: false,
  }) as const;

const planned: LinkRequest = {
  type: 'PlanMeeting',
  number: 1,
  mode: 'in-person',
  on: '2027-01-14',
  startsAt: '10:00',
  endsAt: '14:00',
  venueId,
  pupilsExpected: 55,
  activities: [],
};
const anotherDateAsked: LinkRequest = {
  type: 'AskForAnotherDate',
  number: 1,
  side: 'b',
  reasonCode: 'clash',
};
const held = (number: 1 | 2 | 3): LinkRequest => ({
  type: 'RecordMeetingHeld',
  number,
  mode: 'in-person',
  on: '2027-01-21',
  pupilsA: 25,
  pupilsB: 28,
  adultsA: 4,
  adultsB: 4,
  riskAssessment: { a: 'confirmed', b: 'confirmed' },
  collaborative: true,
  keyQuestions: [],
});

/** The entry that is corrected, and then voided. */
let mended: Promise<string> | undefined;
const linkToMend = (world: ExampleWorld) =>
  (mended ??= world.link('agreed').then(async (ref) => {
    await world.change(ref, held(1), exampleCommands.meetingHeld);
    return ref;
  }));

let waiting: Promise<string> | undefined;
const waitingInterest = (world: ExampleWorld) =>
  (waiting ??= world
    .interest('900001', exampleCommands.waitingInterest)
    .then(({ interestId }) => interestId));

const someInterest = async (world: ExampleWorld) => (await world.interest('900001')).interestId;
const someUser = (world: ExampleWorld) => world.user();
const places = [
  { linkRef: exampleLink, side: 'a', teacherId: teacherA },
  { linkRef: exampleLink, side: 'b', teacherId: teacherB },
] as const;

/** A mail that was sent: the one that asks a head to sign. */
async function someMail(world: ExampleWorld): Promise<string> {
  const { pool, store, clock } = world.api;
  const ref = await world.link('issued');
  const client = await pool.connect();
  const wanted = await wantedMailsOf(store)(ref);
  await upsertPlanned(client, ref, wanted, { now: clock.now(), mailDomain: 'linking.example' });
  client.release();
  await pool.query(`update mails set status = 'sent', sent_at = due_at where subject = $1`, [ref]);
  const [first] = wanted;
  if (first === undefined) throw new Error('Nothing is mailed about this link');
  return mailId(first);
}

async function sessionWithPlaces(world: ExampleWorld): Promise<string> {
  const id = await world.session('2026-10-01');
  await world.send((sender) => new ChangeTraining(id, { type: 'EnrolAll', places }, sender));
  return id;
}

async function closedSchool(world: ExampleWorld): Promise<string> {
  const ref = await world.link('brokered', '900003');
  const { pool } = world.api;
  await pool.query(
    `insert into schools (urn, name, la_code, as_of, search) values ('149210', 'Oakfield Academy', '380', '2027-01-01', 'oakfield academy')`,
  );
  await pool.query(`update schools set status = 'Closed', closed_on = '2026-12-31' where urn = '900003'`);
  await pool.query(
    `insert into school_links (from_urn, to_urn, link_type) values ('900003', '149210', 'Successor')`,
  );
  return ref;
}

/** A school that the register did not have, and now has. */
async function schoolByHand(world: ExampleWorld): Promise<string> {
  const { school } = await world.send(
    (sender) => new AddSchool({ name: 'Dales Free School', laCode: '380' }, [], sender),
  );
  await world.api.pool.query(
    `insert into schools (urn, name, la_code, as_of, search) values ('149215', 'Dales Free School', '380', '2027-01-01', 'dales free school')`,
  );
  return school.key;
}

async function briefedVenue(world: ExampleWorld): Promise<string> {
  await world.send((sender) => new BriefVenue(venueId, '2026-11-05', sender));
  return venueId;
}

async function openedYear(world: ExampleWorld): Promise<string> {
  await world.link('agreed');
  const asked = { type: 'OpenYear', year: '2027-28', now: '2026-27' } as const;
  await world.send((sender) => new ChangeProgramme('bradford', asked, sender));
  return 'bradford 2027-28';
}

async function grant({ api }: ExampleWorld): Promise<string> {
  const body = {
    funder: 'Stockport Homes',
    kind: 'local',
    from: '2026-09-01',
    until: '2027-08-31',
    programmes: ['bradford'],
    pays: ['coach', 'venue'],
    reportsDue: ['2027-01-31'],
  };
  return (await api.post('/grants', body, { as: api.people.national })).json<{ id: string }>().id;
}

const appointed = { type: 'AppointCoordinator', userId: coordinator, from: '2026-09-01' } as const;
const user: Preparation = { gap: someUser, admin: true };
const bradford: Preparation = { gap: () => Promise.resolve('bradford') };
const offered: Preparation = { gap: someInterest };

/** For every operation that takes a body what is made before its example is sent. A new one is missed by the spec. */
export const preparations: Readonly<Record<string, Preparation>> = {
  'POST /sign-in': {
    gap: async (world) => {
      const { email, password } = signInExample;
      await addUser(world.api.pool, { email, password, roles: ['coordinator'], programmes: ['bradford'] });
      return '';
    },
  },
  'POST /users': { admin: true },
  'POST /users/{id}/change-details': user,
  'POST /users/{id}/change-roles': user,
  'POST /users/{id}/offer-password': user,
  'POST /users/{id}/close': user,
  'POST /users/{id}/reopen': {
    admin: true,
    gap: async (world) => {
      const id = await world.user();
      await world.api.post(`/users/${id}/close`, {}, { as: world.api.people.admin });
      return id;
    },
  },
  'POST /imports/schools': {},
  'POST /programmes': {},
  'POST /programmes/{slug}/join': { gap: () => Promise.resolve('walsall') },
  'POST /programmes/{slug}/start': { gap: (world) => world.programme(appointed) },
  'POST /programmes/{slug}/pause': { gap: (world) => world.programme(appointed, { type: 'StartProgramme' }) },
  'POST /programmes/{slug}/resume': {
    gap: (world) =>
      world.programme(
        appointed,
        { type: 'StartProgramme' },
        { type: 'PauseProgramme', reasonCode: 'no-funding' },
      ),
  },
  'POST /programmes/{slug}/leave': { gap: (world) => world.programme() },
  'POST /programmes/{slug}/change-area': bradford,
  'POST /programmes/{slug}/change-details': bradford,
  'POST /programmes/{slug}/set-mailbox': bradford,
  'POST /programmes/{slug}/set-facilitator-title': bradford,
  'PUT /programmes/{slug}/wordings/{wording}': { gap: async (world) => `${await world.programme()} N07` },
  'POST /programmes/{slug}/wordings/{wording}/use-again': {
    gap: async (world) => `${await world.programme(wordedAs('One'), wordedAs('Two'))} N07`,
  },
  'PUT /wordings/{wording}': { gap: () => Promise.resolve('N08-first') },
  'POST /wordings/{wording}/use-again': {
    gap: async (world) => {
      for (const subject of ['One', 'Two']) {
        await world.send((sender) => new ChangeNetworkWording(wordedAs(subject), sender));
      }
      return 'N07';
    },
  },
  'POST /programmes/{slug}/appoint-coordinator': bradford,
  'POST /programmes/{slug}/end-coordinator': { gap: (world) => world.programme(appointed) },
  'POST /programmes/{slug}/turn-switch': { gap: (world) => world.programme() },
  'POST /programmes/{slug}/turn-digest': { gap: (world) => world.programme() },
  'POST /programmes/{slug}/change-steps': {
    gap: (world) =>
      world.programme({ type: 'ChangeSteps', steps: { ...nationalSteps, brokering: { usualDays: 14 } } }),
  },
  'POST /programmes/{slug}/open-year': { gap: (world) => world.programme() },
  'POST /programmes/{slug}/change-recruitment': bradford,
  'POST /programmes/{slug}/set-priorities': bradford,
  'POST /programmes/{slug}/set-resources': bradford,
  'POST /programmes/{slug}/years/{year}/record-interests': { gap: openedYear },
  'POST /programmes/{slug}/years/{year}/plan-sessions': { gap: openedYear },
  'POST /grants': {},
  'POST /grants/{id}/change': { gap: grant },
  'POST /grants/{id}/report-delivered': { gap: grant },
  'POST /grants/{id}/end': { gap: grant },
  'POST /programmes/{slug}/enter-term-dates': bradford,
  'POST /programmes/{slug}/declare-disruption': bradford,
  'POST /programmes/{slug}/lift-disruption': {
    gap: async (world) => {
      const slug = await world.programme();
      const days = { from: '2026-12-01', to: '2026-12-02', reasonCode: 'snow' } as const;
      const declared = { type: 'DeclareDisruption', ...days } as const;
      await world.send((sender) => new ChangeProgramme(slug, declared, sender), exampleCommands.disruption);
      return slug;
    },
  },
  'POST /programmes/{slug}/hold-mails': bradford,
  'POST /programmes/{slug}/change-mail-rule': bradford,
  'POST /programmes/{slug}/release-mails': {
    gap: async (world) => {
      const slug = await world.programme();
      const held = { type: 'HoldMails', until: '2027-02-22', reasonCode: 'other' } as const;
      await world.send((sender) => new ChangeProgramme(slug, held, sender), exampleCommands.hold);
      return slug;
    },
  },
  'POST /interests': {},
  'POST /interests/{id}/place': { gap: (world) => world.unplaced() },
  'POST /interests/{id}/hand-over': offered,
  'POST /interests/{id}/keep': { gap: (world) => world.unplaced() },
  'POST /interests/{id}/decline': { gap: (world) => world.unplaced() },
  'POST /interests/{id}/change-head': offered,
  'POST /interests/{id}/offer-class': offered,
  'POST /interests/{id}/change-class': { gap: waitingInterest },
  'POST /interests/{id}/withdraw-class': { gap: waitingInterest },
  'POST /interests/{id}/withdraw': offered,
  'POST /links': {},
  'POST /links/together': {},
  'POST /links/{ref}/broker': { gap: link('proposed') },
  'POST /links/{ref}/send-proposal': { gap: link('proposed') },
  'POST /links/{ref}/accept-proposal': { gap: link('proposed') },
  'POST /links/{ref}/decline-proposal': { gap: link('proposed') },
  'POST /links/{ref}/record-discussion': { gap: link('agreed') },
  'POST /links/{ref}/issue-agreement': { gap: link('brokered') },
  'POST /links/{ref}/sign-agreement': { gap: link('issued') },
  'POST /links/{ref}/decline-agreement': { gap: link('issued') },
  'POST /links/{ref}/revoke-agreement': { gap: link('issued') },
  'POST /links/{ref}/confirm-class': { gap: link('brokered') },
  'POST /links/{ref}/change-class-details': { gap: link('brokered') },
  'POST /links/{ref}/assign-teacher': { gap: link('brokered') },
  'POST /links/{ref}/replace-teacher': { gap: link('brokered') },
  'POST /links/{ref}/change-headteacher': { gap: link('issued') },
  'POST /links/{ref}/succeed-school': { gap: closedSchool },
  'POST /links/{ref}/lose-contact': { gap: link('brokered') },
  'POST /links/{ref}/restore-contact': {
    gap: link('brokered', { type: 'LoseContact', side: 'b', personId: teacherB }),
  },
  'POST /links/{ref}/record-training-attended': { gap: link('agreed') },
  'POST /links/{ref}/record-training-missed': { gap: link('agreed') },
  'POST /links/{ref}/record-catch-up': { gap: link('agreed') },
  'POST /links/{ref}/record-parents': { gap: link('agreed') },
  'POST /links/{ref}/record-reflection': { gap: link('agreed', held(1)) },
  'POST /links/{ref}/record-survey': { gap: link('agreed') },
  'POST /links/{ref}/record-testimonial': { gap: link('agreed') },
  'POST /links/{ref}/close-incomplete': { gap: link('agreed') },
  'POST /links/{ref}/record-exchange': { gap: link('agreed') },
  'POST /links/{ref}/plan-meeting': { gap: link('agreed') },
  'POST /links/{ref}/ready-for-the-day': { gap: link('agreed', planned) },
  'POST /links/{ref}/ask-for-another-date': { gap: link('agreed', planned) },
  'POST /links/{ref}/decline-another-date': { gap: link('agreed', planned, anotherDateAsked) },
  'POST /links/{ref}/reschedule-meeting': { gap: link('agreed', planned) },
  'POST /links/{ref}/move-meeting-online': { gap: link('agreed', planned) },
  'POST /links/{ref}/cancel-meeting': { gap: link('agreed', planned) },
  'POST /links/{ref}/record-meeting-held': { gap: link('agreed', planned) },
  'POST /links/{ref}/complete-final-exchange': { gap: link('agreed'), at: '2027-07-10' },
  'POST /links/{ref}/skip-step': { gap: link('agreed') },
  'POST /links/{ref}/pause': { gap: link('agreed') },
  'POST /links/{ref}/resume': { gap: link('agreed', { type: 'Pause', reasonCode: 'inspection' }) },
  'POST /links/{ref}/withdraw': { gap: link('agreed') },
  'POST /links/{ref}/correct-entry': { gap: linkToMend },
  'POST /links/{ref}/void-entry': { gap: linkToMend },
  'POST /links/{ref}/complete': {
    gap: link('agreed', held(1), held(2), held(3), { type: 'CompleteFinalExchange' }),
  },
  'POST /operations/{part}/pause': { gap: async () => 'mails' },
  'POST /operations/{part}/resume': { gap: async () => 'mails' },
  'POST /operations/mails/try-again': {},
  'POST /mails/{id}/send-again': { gap: someMail },
  'POST /mails/written': {},
  'POST /training-sessions': {},
  'POST /training-sessions/{id}/move': { gap: (world) => world.session('2026-10-01'), at: '2026-09-20' },
  'POST /training-sessions/{id}/cancel': { gap: (world) => world.session('2026-10-01'), at: '2026-09-20' },
  'POST /training-sessions/{id}/enrol': { gap: (world) => world.session('2026-10-01') },
  'POST /training-sessions/{id}/give-up-place': { gap: sessionWithPlaces },
  'POST /training-sessions/{id}/record-attendance': { gap: sessionWithPlaces },
  'POST /venues': {},
  'POST /venues/{id}/record-briefing': { gap: () => Promise.resolve(venueId) },
  'POST /venues/{id}/void-briefing': { gap: briefedVenue },
  'POST /schools': {},
  'POST /schools/{key}/join': { gap: schoolByHand },
};
