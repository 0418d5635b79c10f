import type pg from 'pg';
import { lostContactsOf } from '@linking/domain/link/contacts.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { WrittenTo } from '@linking/events/correspondence/correspondence-events.js';
import type { EventStore } from '@linking/events/event-store.js';
import { isMailAddress } from '@linking/notices/mail-headers.js';
import { bouncedAddress } from '@linking/projections/bounces/bounced-addresses.js';
import { NotFound } from '../../accounts/access-errors.js';
import { readLink } from '../../links/link-history.js';
import { peopleById, type Person } from '../../people/people.js';
import { readSession } from '../../training/read-session.js';
import { addressKey } from '../bounces/address-key.js';
import type { MailSettings } from '../mail-settings.js';

export type WriteTo = 'teachers' | 'heads' | 'both';

/** Whom a coordinator chose: the people of links, or the teachers of a training session. */
export interface Chosen {
  readonly linkRefs?: readonly string[];
  readonly sessionId?: string;
  readonly to: WriteTo;
}

export interface WhoGets {
  readonly programme: string;
  readonly partnerProgramme?: string;
  readonly year: string;
  readonly gets: readonly (WrittenTo & { readonly name: string; readonly urn: string })[];
  readonly not: readonly {
    readonly personId: string;
    readonly name: string;
    readonly urn: string;
    readonly why: 'no-address' | 'bounced' | 'contact-lost' | 'not-known';
  }[];
}

/** So many people at once: more is a newsletter. */
const MOST_PEOPLE = 200;

/** Throws when nobody is left to write to, or too many are. */
export function checkHowMany({ gets }: WhoGets): void {
  if (gets.length === 0) {
    throw new Refusal('NOBODY_TO_WRITE_TO', 'Nobody of these people can be written to.', {
      nextStep: 'Choose others, or enter their addresses first.',
    });
  }
  if (gets.length > MOST_PEOPLE) {
    throw new Refusal('TOO_MANY_PEOPLE', 'You can write to at most 200 people at once.', {
      nextStep: 'Tick fewer links, or choose teachers or headteachers alone.',
    });
  }
}

interface Asked {
  readonly personId: string;
  readonly role: WrittenTo['role'];
  readonly urn: string;
  readonly linkRefs: string[];
  lost: boolean;
}

/** Who gets one mail each, and who will not and why. Throws when it cannot be sent at all. */
export async function whoGets(
  {
    pool,
    store,
    settings,
  }: { readonly pool: pg.Pool; readonly store: EventStore; readonly settings: MailSettings },
  chosen: Chosen,
): Promise<WhoGets> {
  const session = chosen.sessionId === undefined ? undefined : await sessionOf(store, chosen.sessionId);
  const places = session === undefined ? [] : [...session.places, ...session.waiting];
  const refs = [...new Set(session === undefined ? chosen.linkRefs : places.map(({ linkRef }) => linkRef))];
  const links = await Promise.all(refs.map(async (ref) => (await readLink(store, ref)).link));
  if (links.some(({ programme }) => programme === '')) throw new NotFound();
  const programmes = new Set(
    session === undefined ? links.map(({ programme }) => programme) : [session.programme],
  );
  if (programmes.size > 1) {
    throw new Refusal('SEVERAL_PROGRAMMES', 'These links belong to several programmes.', {
      nextStep: 'Write to the links of one programme at a time: replies go to its mailbox.',
    });
  }
  const attends = session && new Set(places.map(({ linkRef, teacherId }) => `${linkRef} ${teacherId}`));
  const asked = new Map<string, Asked>();
  for (const link of links) {
    for (const one of peopleOf(link, session === undefined ? chosen.to : 'teachers')) {
      if (attends !== undefined && !attends.has(`${link.ref} ${one.personId}`)) continue;
      const known = asked.get(one.personId) ?? { ...one, linkRefs: [], lost: false };
      if (!known.linkRefs.includes(link.ref)) known.linkRefs.push(link.ref);
      known.lost ||= one.lost;
      asked.set(one.personId, known);
    }
  }
  const people = await peopleById(pool, [...asked.keys()]);
  const gets: WhoGets['gets'][number][] = [];
  const not: WhoGets['not'][number][] = [];
  for (const { lost, ...one } of asked.values()) {
    const person = people.get(one.personId);
    const why = await whyNot(pool, settings, person, lost);
    const name = person?.name ?? 'somebody who is no longer known by name';
    if (why === undefined) gets.push({ ...one, name });
    else not.push({ personId: one.personId, urn: one.urn, name, why });
  }
  const [programme = ''] = programmes;
  const [first] = links;
  return {
    programme,
    ...(first?.partnerProgramme === undefined ? {} : { partnerProgramme: first.partnerProgramme }),
    year: first?.year ?? '',
    gets: gets.toSorted(byName),
    not: not.toSorted(byName),
  };
}

const byName = (x: { readonly name: string }, y: { readonly name: string }) => x.name.localeCompare(y.name);

async function sessionOf(store: EventStore, id: string) {
  const { session } = await readSession(store, id);
  if (session.programme === '') throw new NotFound();
  return session;
}

function peopleOf(link: Link, to: WriteTo) {
  const lost = new Set(lostContactsOf(link).map(({ personId }) => personId));
  return bothSides.flatMap((side) => {
    const { headId, teachers, urn } = link.sides[side];
    const heads = to === 'teachers' ? [] : [{ personId: headId, role: 'headteacher' as const }];
    const own =
      to === 'heads'
        ? []
        : teachers.map(({ teacherId }) => ({ personId: teacherId, role: 'teacher' as const }));
    return [...heads, ...own].map((one) => ({ ...one, urn, lost: lost.has(one.personId) }));
  });
}

async function whyNot(
  pool: pg.Pool,
  settings: MailSettings,
  person: Person | undefined,
  lost: boolean,
): Promise<WhoGets['not'][number]['why'] | undefined> {
  if (person === undefined) return 'not-known';
  if (lost) return 'contact-lost';
  if (person.email === null || !isMailAddress(person.email)) return 'no-address';
  const stopped = await bouncedAddress(pool, person.id, addressKey(settings, person.id, person.email));
  return stopped === undefined ? undefined : 'bounced';
}
