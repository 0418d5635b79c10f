import type pg from 'pg';
import { gathered } from '@linking/events/gathered.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { facilitatorOn, isOn } from '@linking/domain/programme/programme.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findUser } from '../accounts/users.js';
import { tableDigests } from '../digests/table-digests.js';
import { notesById } from '../notes/notes.js';
import { actorNames } from '../people/actor-names.js';
import { peopleById } from '../people/people.js';
import { readRules, wordingInUse } from '../programmes/network-rules.js';
import { readProgramme } from '../programmes/read-programme.js';
import { resourcesOf } from '../programmes/resources.js';
import { readSession } from '../training/read-session.js';
import { readVenue } from '../venues/read-venue.js';
import type { MailLookup } from './mail-lookup.js';
import { wordingTexts } from './wordings.js';
import type { MailSettings } from './mail-settings.js';

/** Names and addresses from the erasable tables and the register of schools. */
export function tableLookup(
  { pool, store, clock }: { readonly pool: pg.Pool; readonly store: EventStore; readonly clock: Clock },
  settings: Pick<MailSettings, 'nationalOffice' | 'publicUrl' | 'tokenSecret'>,
): MailLookup {
  const note = gathered((ids) => notesById(pool, ids));
  const personOf = gathered((ids) => peopleById(pool, ids));
  const textOf = gathered((hashes) => wordingTexts(pool, hashes));
  const school = gathered((urns) => schoolNames(pool, urns));
  const lookup: MailLookup = {
    note,
    get digests() {
      return tableDigests({ pool, store, clock, lookup }, settings);
    },
    async person(id) {
      const person = await personOf(id);
      if (person === undefined) return undefined;
      const { name, email, phone } = person;
      return { name, ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) };
    },
    school,
    async programme(slug) {
      const programme = await readProgramme(store, slug);
      if (programme === undefined) return undefined;
      const mailbox = programme.mailboxId === undefined ? undefined : await note(programme.mailboxId);
      const userId = facilitatorOn(programme, londonDay(clock.now()));
      const inCharge = `user:${userId ?? ''}`;
      const facilitator =
        programme.facilitatorTitleId === undefined ? undefined : await note(programme.facilitatorTitleId);
      const network = await readRules(store);
      const names = userId === undefined ? undefined : await actorNames(pool, [inCharge]);
      return {
        name: programme.name,
        mailbox: mailbox ?? settings.nationalOffice,
        ...(mailbox === undefined ? { mailboxMissing: true } : {}),
        ...(facilitator === undefined ? {} : { facilitator }),
        wordingOf: (kind) => wordingInUse(programme, network, kind),
        resources: await resourcesOf(pool, programme),
        ...(isOn(programme, 'public-interest-form') ? { takesForms: true } : {}),
        contactName: names?.get(inCharge) ?? `Schools Linking ${programme.name}`,
      };
    },
    async user(id) {
      const user = await findUser(pool, id);
      if (user === undefined) return undefined;
      const { name, email, state } = user;
      return { name, email, ...(state === 'closed' ? { closed: true } : {}) };
    },
    async venue(id) {
      const venue = await readVenue(store, id);
      if (venue === undefined) return undefined;
      const { nameId, postcode, emailId } = venue;
      const email = emailId === undefined ? undefined : await note(emailId);
      return {
        name: (await note(nameId)) ?? `Venue at ${postcode}`,
        postcode,
        ...(email === undefined ? {} : { email }),
      };
    },
    wordingText: textOf,
    async waitedForPlace(sessionId, teacherId) {
      const { facts } = await readSession(store, sessionId);
      const hers = facts.filter(({ data }) => 'teacherId' in data && data.teacherId === teacherId);
      const left = hers.findLastIndex(({ type }) => type === 'PlaceGivenUp');
      return hers.slice(left + 1).some(({ type }) => type === 'WaitingForPlace');
    },
  };
  return lookup;
}

async function schoolNames(
  pool: pg.Pool,
  urns: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string }>> {
  const { rows } = await pool.query<{ urn: string; name: string }>(
    'select urn, name from schools where urn = any($1)',
    [urns],
  );
  return new Map(rows.map(({ urn, name }) => [urn, { name }]));
}
