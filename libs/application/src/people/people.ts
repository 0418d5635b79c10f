import type pg from 'pg';
import { derivedId } from '@linking/events/event-ids.js';
import { CommandIdReused, ConcurrencyError } from '@linking/events/event-store-errors.js';
import { personStream } from '@linking/events/streams.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Keeping } from '../commands/keeping.js';
import { lineageOf } from '../schools/lineage.js';

/** A person in a body: one we know, or one to be registered. */
export type PersonInBody =
  | { readonly personId: string }
  | { readonly name: string; readonly email?: string; readonly phone?: string; readonly role?: string };

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
  readonly urn: string | null;
}

/**
 * The id of an adult of a school: found again by name and address (a school's mailbox is the address of several
 * people), or kept in the erasable people table, while the log learns only that there is one.
 * @param part what she is in this command, such as `head`, so that the same command makes the same person
 */
export async function personIdOf(
  keeping: Keeping,
  said: PersonInBody,
  urn: string,
  part: string,
): Promise<string> {
  if ('personId' in said) return knownPerson(keeping.pool, said.personId, urn);
  const name = said.name.trim();
  const email = said.email?.trim().toLowerCase() || null;
  const found = await sameAdult(keeping, urn, name, email);
  const id = found?.id ?? derivedId(keeping.sender.commandId, `person-${part}`);
  if (found?.registered) return id;
  const { phone = null, role = null } = said;
  keeping.registering = [...keeping.registering, { id, urn, name, email }];
  keeping.later(() => register(keeping, { id, name, email, phone, role, urn }));
  return id;
}

async function knownPerson(pool: pg.Pool, id: string, urn: string): Promise<string> {
  const { rows } = await pool.query<{ urn: string | null }>(
    'select urn from people where id = $1 and erased_at is null',
    [id],
  );
  const { urn: known } = rows[0] ?? { urn: null };
  // A school that converted keeps its people.
  if (known !== null && (await lineageOf(pool, [urn])).get(urn)?.has(known)) return id;
  throw new Refusal('PERSON_UNKNOWN', 'This person is not known at that school.', {
    nextStep: 'Give a name and an e-mail address instead of a personId.',
  });
}

/** With an address, name and address tell; without one the name does. */
async function sameAdult(
  { pool, registering }: Keeping,
  urn: string,
  name: string,
  email: string | null,
): Promise<{ readonly id: string; readonly registered: boolean } | undefined> {
  const same = registering.find(
    (it) =>
      it.urn === urn &&
      it.name.toLowerCase() === name.toLowerCase() &&
      (email === null || it.email === email),
  );
  if (same !== undefined) return { id: same.id, registered: true };
  const line = (await lineageOf(pool, [urn])).get(urn) ?? [urn];
  const { rows } = await pool.query<{ id: string; registered: boolean }>(
    `select id, registered from people where urn = any($1) and erased_at is null
       and lower(name) = lower($3) and ($2::text is null or email = $2)
     order by created_at, id limit 1`,
    [[...line], email, name],
  );
  return rows[0];
}

/** The row first, then its event: whoever finds a row without one registers it again. */
async function register({ pool, writer, sender }: Keeping, person: Person): Promise<void> {
  const { id, name, email, phone, role, urn } = person;
  await pool.query(
    `insert into people (id, name, email, phone, role, urn, registered) values ($1, $2, $3, $4, $5, $6, false)
     on conflict do nothing`,
    [id, name, email, phone, role, urn],
  );
  const { rowCount } = await pool.query('select from people where id = $1', [id]);
  // Another command registered the same adult meanwhile: decided again, this one finds her.
  if (rowCount === 0) throw new ConcurrencyError(personStream(id), 'no-stream', 1);
  const data = { personId: id, ...(urn === null ? {} : { urn }) };
  const registering = { ...sender, commandId: id, correlationId: sender.correlationId };
  try {
    await writer.append(personStream(id), [], [{ type: 'PersonRegistered', data }], registering);
  } catch (error) {
    const known = error instanceof ConcurrencyError || error instanceof CommandIdReused;
    if (!known) throw error;
  }
  await pool.query('update people set registered = true where id = $1', [id]);
}

/** The people of these ids, by id. Erased ones are absent. */
export async function peopleById(
  pool: Pick<pg.Pool, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await pool.query<Person>(
    'select id, name, email, phone, role, urn from people where id = any($1::uuid[]) and erased_at is null',
    [[...new Set(ids)]],
  );
  return new Map(rows.map((person) => [person.id, person]));
}

/** Somebody who is or was known at a school; of one who was erased only her role is left. */
export interface PersonAtSchool {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
}

/** Everybody who was ever named at these schools, heads first. */
export async function peopleAtSchools(
  pool: Pick<pg.Pool, 'query'>,
  urns: readonly string[],
): Promise<readonly PersonAtSchool[]> {
  const { rows } = await pool.query<PersonAtSchool>(
    `select id, case when erased_at is null then name end as name, case when erased_at is null then email end as email,
            case when erased_at is null then phone end as phone, role
     from people where urn = any($1)
     order by erased_at is not null, role is distinct from 'headteacher', lower(name), id limit 100`,
    [urns],
  );
  return rows;
}
