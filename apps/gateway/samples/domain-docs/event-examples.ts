import { interestRules } from '@linking/domain/interest/spec-support/any-interest-command.js';
import { walk } from '@linking/domain/link/spec-support/random-walk.js';
import { programmeRules } from '@linking/domain/programme/spec-support/any-programme-command.js';
import { Refusal } from '@linking/domain/refusal.js';
import { life, type Rules } from '@linking/domain/spec-support/random-life.js';
import { refusalsOf } from '@linking/domain/spec-support/refusal-givers.js';
import { trainingRules } from '@linking/domain/training/spec-support/any-training-command.js';
import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import type { GrantEventData } from '@linking/events/grant/grant-events.js';
import type { ImportEventData } from '@linking/events/import/import-events.js';
import { publishedLanguage } from '@linking/events/known-types.js';
import type { LedgerEventData } from '@linking/events/ledger/ledger-events.js';
import type { LogEventData } from '@linking/events/log/log-events.js';
import type { PersonEventData } from '@linking/events/person/person-events.js';
import type { RulesEventData } from '@linking/events/rules/rules-events.js';
import type { SchoolEventData } from '@linking/events/school/school-events.js';
import type { UserEventData } from '@linking/events/user/user-events.js';
import type { VenueEventData } from '@linking/events/venue/venue-events.js';
import type { StreamKind } from '@linking/events/known-types.js';

const id = (n: number) => `7f0f2b7c-1f43-4b0e-9a3e-5a0c5b0d6a${n}`;

const correspondence: CorrespondenceEventData = {
  ReminderSent: {
    mailId: id(11),
    rule: 'n07',
    personId: id(12),
    messageId: `<${id(11)}@localhost>`,
    attempt: 1,
  },
  ReminderSkipped: { mailId: id(11), rule: 'n08', personId: id(12), reasonCode: 'too-late' },
  ReminderFailed: { mailId: id(11), rule: 'n10', personId: id(12), reasonCode: 'refused-550' },
  MessageBounced: {
    mailId: id(11),
    rule: 'n10',
    personId: id(12),
    addressKey: 'mL8rS1dQb2uXe0yPq7TfZw',
    statusCode: '5.1.1',
    told: 'at-once',
  },
  MailAskedAgain: {
    mailId: id(14),
    rule: 'n07',
    personId: id(12),
    againOf: id(11),
    reasonCode: 'not-arrived',
  },
  PeopleWrittenTo: {
    writtenId: id(15),
    programme: 'bradford',
    subjectId: id(16),
    textId: id(17),
    year: '2026-27',
    recipients: [{ personId: id(12), role: 'teacher', linkRefs: ['BRD-2026-014'] }],
  },
  MailWritten: { mailId: id(11), rule: 'written', personId: id(12), subjectId: id(16) },
  AddressConfirmed: { mailId: id(11), rule: 'n10', personId: id(12), addressKey: 'mL8rS1dQb2uXe0yPq7TfZw' },
  CoordinatorEscalated: { level: 'red', step: 'exchange', target: '2026-11-30', since: '2026-11-30' },
};
const person: PersonEventData = {
  PersonRegistered: { personId: id(12), urn: '900001' },
  PersonDetailsChanged: { fields: ['phone'] },
};
const venue: VenueEventData = {
  VenueAdded: {
    venueId: id(13),
    programme: 'bradford',
    nameId: id(14),
    postcode: 'BD9 4NS',
    linksAtOnce: 2,
    activities: ['art', 'drama'],
  },
  VenueBriefed: { on: '2026-11-05' },
  VenueBriefingVoided: { on: '2026-11-05', reasonCode: 'typing-error' },
};
const imports: ImportEventData = {
  SchoolsImported: {
    importId: id(15),
    kind: 'register',
    fileHash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    added: 3,
    changed: 12,
    closed: 1,
    unchanged: 640,
    errors: 0,
  },
};
const grantFacts = {
  funderNameId: id(17),
  kind: 'national',
  from: '2026-09-01',
  until: '2027-08-31',
  programmes: 'all',
  pays: ['coach'],
  reportsDue: ['2027-09-30'],
} as const;
const grant: GrantEventData = {
  GrantAdded: { grantId: id(18), ...grantFacts },
  GrantChanged: { ...grantFacts, pays: ['coach', 'training'] },
  GrantReportDelivered: { due: '2027-01-31', on: '2027-01-25' },
  GrantEnded: { on: '2027-07-31', reasonCode: 'period-over' },
};
const school: SchoolEventData = {
  SchoolAddedByHand: { key: 'N00001', name: 'Fern Hill School', postcode: 'BD9 4LA', laCode: '380' },
  SchoolJoined: { key: 'N00001', urn: '149210' },
};
const user: UserEventData = {
  UserAdded: { userId: id(16), roles: ['coordinator'], programmes: ['bradford'] },
  UserDetailsChanged: { userId: id(16), fields: ['email'] },
  UserRolesChanged: { userId: id(16), roles: ['coordinator'], programmes: ['bradford', 'kent'] },
  PasswordOffered: { userId: id(16), means: 'mailed' },
  PasswordSet: { userId: id(16), means: 'address' },
  UserClosed: { userId: id(16) },
  UserReopened: { userId: id(16) },
};
const rules: RulesEventData = {
  MailWordingChanged: {
    wording: 'N07',
    version: 1,
    hash: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
  },
  MailWordingDropped: { wording: 'N07' },
};
const log: LogEventData = { LogCreated: { logId: id(19) } };

const ledger: LedgerEventData = {
  LedgerKeyRotated: {
    from: `schools-linking.example/log/${id(19)}+0d1f2a3b+AWfYqkHaFhN9mTqAvMwYpJmUmYjNnXgKq3m0c5cT4p0V`,
    to: `schools-linking.example/log/${id(19)}+4c5d6e7f+AVb0qFhZ1qk9tUu0wW8xkO7n6VxgS2m4yq1cJr3pT5aE`,
    statement: 'a signed note with both keys',
  },
  LedgerKeyReplaced: {
    from: `schools-linking.example/log/${id(19)}+0d1f2a3b+AWfYqkHaFhN9mTqAvMwYpJmUmYjNnXgKq3m0c5cT4p0V`,
    to: `schools-linking.example/log/${id(19)}+4c5d6e7f+AVb0qFhZ1qk9tUu0wW8xkO7n6VxgS2m4yq1cJr3pT5aE`,
    statement: 'a note with both keys, signed by the new one',
    reasonCode: 'machine-lost',
  },
};

/** What the rules made and refused in lives that are always the same. */
export interface Made {
  readonly events: Readonly<Record<string, unknown>>;
  readonly refusals: ReadonlyMap<string, Refusal>;
}

export type Decider = 'link' | 'interest' | 'training' | 'programme';

/** The first event of each type and the first refusal of each code that these lives meet. */
export const madeByRules = (): Readonly<Record<Decider, Made>> => ({
  link: firstMet('link', (numbers, fact, refusal) => {
    walk(numbers, ({ answer }) => (answer instanceof Refusal ? refusal(answer) : answer.forEach(fact)));
  }),
  interest: firstMet('interest', livesOf(interestRules)),
  training: firstMet('training', livesOf(trainingRules)),
  programme: firstMet('programme', livesOf(programmeRules)),
});

/** For each stream and each event of it the data of one; those of the deciders were really decided. */
export const examplesOf = (
  made: Readonly<Record<Decider, Made>>,
): Readonly<Record<StreamKind, Readonly<Record<string, unknown>>>> => ({
  link: made.link.events,
  interest: made.interest.events,
  training: made.training.events,
  programme: made.programme.events,
  correspondence: { ...correspondence },
  person: { ...person },
  venue: { ...venue },
  import: { ...imports },
  grant: { ...grant },
  school: { ...school },
  user: { ...user },
  rules: { ...rules },
  ledger: { ...ledger },
  log: { ...log },
});

interface Fact {
  readonly type: string;
  readonly data: unknown;
}
type Live = (numbers: readonly number[], fact: (it: Fact) => void, refusal: (it: Refusal) => void) => void;

/** More than enough: a life that never comes is looked for no longer. */
const LIVES = 6_000;

function firstMet(kind: Decider, live: Live): Made {
  const facts = new Map<string, unknown>();
  const refusals = new Map<string, Refusal>();
  const names = Object.keys(publishedLanguage[kind]);
  const codes = refusalsOf(kind);
  const complete = () => facts.size === names.length && refusals.size === codes.length;
  for (let each = 0; each < LIVES && !complete(); each += 1) {
    const numbers = Array.from({ length: 20 }, (_, index) => each * 7919 + index * 104_729);
    live(
      numbers,
      ({ type, data }) => facts.has(type) || facts.set(type, data),
      (it) => refusals.has(it.code) || refusals.set(it.code, it),
    );
  }
  return { events: Object.fromEntries(names.map((name) => [name, facts.get(name)])), refusals };
}

const livesOf =
  <State, Command extends { readonly type: string }>(rules: Rules<State, Command, Fact>): Live =>
  (numbers, fact, refusal) => {
    life(rules, numbers, ({ answer }) =>
      answer instanceof Refusal ? refusal(answer) : answer.forEach(fact),
    );
  };
