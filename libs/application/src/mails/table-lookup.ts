import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { facilitatorOn } from '@linking/domain/programme/programme.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { notesById } from '../notes/notes.js';
import { actorNames } from '../people/actor-names.js';
import { peopleById } from '../people/people.js';
import { readProgramme } from '../programmes/read-programme.js';
import { readSession } from '../training/read-session.js';
import { readVenue } from '../venues/read-venue.js';
import type { MailLookup } from './mail-lookup.js';

/** Names and addresses from the erasable tables and the register of schools. */
export function tableLookup(
  { pool, store, clock }: { readonly pool: pg.Pool; readonly store: EventStore; readonly clock: Clock },
  settings: { readonly nationalOffice: string },
): MailLookup {
  const note = async (id: string) => (await notesById(pool, [id])).get(id);
  return {
    note,
    async person(id) {
      const person = (await peopleById(pool, [id])).get(id);
      if (person === undefined) return undefined;
      const { name, email, phone } = person;
      return { name, ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) };
    },
    async school(urn) {
      const { rows } = await pool.query<{ name: string }>('select name from schools where urn = $1', [urn]);
      return rows[0];
    },
    async programme(slug) {
      const programme = await readProgramme(store, slug);
      if (programme === undefined) return undefined;
      const mailbox = programme.mailboxId === undefined ? undefined : await note(programme.mailboxId);
      const userId = facilitatorOn(programme, londonDay(clock.now()));
      const facilitator = `user:${userId ?? ''}`;
      const names = userId === undefined ? undefined : await actorNames(pool, [facilitator]);
      return {
        name: programme.name,
        mailbox: mailbox ?? settings.nationalOffice,
        ...(mailbox === undefined ? { mailboxMissing: true } : {}),
        contactName: names?.get(facilitator) ?? `Schools Linking ${programme.name}`,
      };
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
    async waitedForPlace(sessionId, teacherId) {
      const { facts } = await readSession(store, sessionId);
      const hers = facts.filter(({ data }) => 'teacherId' in data && data.teacherId === teacherId);
      const left = hers.findLastIndex(({ type }) => type === 'PlaceGivenUp');
      return hers.slice(left + 1).some(({ type }) => type === 'WaitingForPlace');
    },
  };
}
