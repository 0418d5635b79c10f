import { Readable } from 'node:stream';
import type { CommandBus } from '@nestjs/cqrs';
import type pg from 'pg';
import { v5 } from 'uuid';
import { addUser, type UserToAdd } from '@linking/application/accounts/add-user.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@linking/application/accounts/demo-people.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import { announceUserChanges } from '@linking/application/accounts/user-changes.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import type { EventStore } from '@linking/events/event-store.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { demoProgrammes, proposedProgramme, type DemoProgramme } from './demo-programmes.js';
import { partsInUse } from './demo-parts.js';
import { step, type HistoryStep } from './history-step.js';
import { HistoryWriter } from './history-writer.js';
import { inventedVenues } from './invented-venues.js';
import { registerFile } from './invented-schools.js';
import type { PastClock } from './past-clock.js';
import { tellDemonstration, type DemoSize, type ToldProgramme } from './told-demonstration.js';
import type { WriteBehindStore } from './write-behind-store.js';

/** What the workers do, a day at a time. */
export interface PastWorkers {
  /** Before anybody does anything on that day. */
  morning(day: string): Promise<void>;
  /** When everybody has done what is told of that day. */
  evening(day: string): Promise<void>;
}

export interface SeedWorld {
  readonly pool: pg.Pool;
  /** The log itself, beneath the store of the past. */
  readonly log: EventStore;
  readonly store: WriteBehindStore;
  readonly clock: PastClock;
  readonly commandBus: CommandBus;
  readonly workers: PastWorkers;
}

// RFC 9562 namespace of our own, drawn once: the demonstration's users have the same ids each time.
const USERS = '8d0a5f0e-6c3c-4f0b-9a37-3f1f7e0f6b52';

/** Writes the demonstration through the doors of the application, with the clock set to each moment of the past. */
export async function seedDemonstration(
  world: SeedWorld,
  size: DemoSize,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const told = tellDemonstration(size);
  const opening = size === 'whole' ? '2025-04-22' : '2026-04-20';
  const coordinators = await world.clock.at(`${opening}T08:00:00.000Z`, async () => {
    const known = await addDemoUsers(world, `${opening}T08:00:00.000Z`);
    await importRegister(world, told, opening, known.get(NATIONAL) ?? '');
    return known;
  });
  const writers = told.map(({ programme }) => {
    const email = `coordinator@${programme.slug}.example`;
    const scope = scopeOf({ roles: ['coordinator'], programmes: [programme.slug] });
    return new HistoryWriter(world, programme, { id: coordinators.get(email) ?? '', scope });
  });
  await world.clock.at(`${opening}T09:00:00.000Z`, () => joinAll(told, writers));
  await world.workers.evening(opening);
  const proposing = {
    writer: new HistoryWriter(world, proposedProgramme, {
      id: coordinators.get(NATIONAL) ?? '',
      scope: scopeOf({ roles: ['national'], programmes: [] }),
    }),
    steps: [step('2026-10-12', '11:00', wantToJoin)],
  };
  const chapters = told.map(({ steps }, index) => ({ writer: writers[index]!, steps }));
  await writeDays(world, [...chapters, proposing], onProgress);
}

const wantToJoin = (writer: HistoryWriter) =>
  writer.world.commandBus.execute(
    new JoinProgramme({ ...proposedProgramme, year: '2027-28' }, writer.sender(), true),
  );

/** What is told of one programme, and who writes it. */
interface Chapter {
  readonly writer: HistoryWriter;
  readonly steps: readonly HistoryStep[];
}

async function writeDays(
  world: SeedWorld,
  chapters: readonly Chapter[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const days = [...new Set(chapters.flatMap(({ steps }) => steps.map(({ day }) => day)))].sort();
  const byDay = chapters.map(({ writer, steps }) => ({ writer, steps: stepsByDay(steps) }));
  const total = chapters.reduce((sum, { steps }) => sum + steps.length, 0);
  let done = 0;
  for (const day of days) {
    await world.workers.morning(day);
    await Promise.all(
      byDay.map(async ({ writer, steps }) => {
        const ofDay = steps.get(day) ?? [];
        await writer.write(ofDay);
        done += ofDay.length;
      }),
    );
    await world.workers.evening(day);
    onProgress(done, total);
  }
}

function stepsByDay(steps: readonly HistoryStep[]): ReadonlyMap<string, readonly HistoryStep[]> {
  const byDay = new Map<string, HistoryStep[]>();
  for (const step of steps) {
    const ofDay = byDay.get(step.day) ?? [];
    ofDay.push(step);
    byDay.set(step.day, ofDay);
  }
  return byDay;
}

const NATIONAL = 'national@linking.example';

/** The four whom the box names, and the coordinators of the other programmes; their ids by address. */
async function addDemoUsers({ pool, log }: SeedWorld, at: string): Promise<ReadonlyMap<string, string>> {
  const others = demoProgrammes
    .filter(({ slug }) => !DEMO_PEOPLE.some(({ programmes }) => programmes.includes(slug)))
    .map(({ slug, coordinator }): UserToAdd => ({
      email: `coordinator@${slug}.example`,
      name: coordinator,
      roles: ['coordinator'],
      programmes: [slug],
    }));
  const users = [...DEMO_PEOPLE.map(({ role: _, ...person }): UserToAdd => person), ...others];
  const { rows } = await pool.query<{ email: string }>('select lower(email) as email from users');
  const known = new Set(rows.map(({ email }) => email));
  const idOf = (email: string) => v5(email, USERS);
  // One after the other: each waits for the same lock, and on a busy machine the last of many would wait too long.
  for (const user of users.filter(({ email }) => !known.has(email))) {
    const change = {
      commandId: v5(`add-${user.email}`, USERS),
      actor: 'worker:demonstration',
      channel: 'import',
      at,
    } as const;
    await addUser(pool, { ...user, password: DEMO_PASSWORD }, { change, id: idOf(user.email) });
  }
  await announceUserChanges(pool, log);
  return new Map(users.map(({ email }) => [email, idOf(email)]));
}

async function importRegister(
  { pool, log }: SeedWorld,
  told: readonly ToldProgramme[],
  day: string,
  userId: string,
): Promise<void> {
  const { rowCount } = await pool.query('select from schools limit 1');
  if (rowCount !== 0) return;
  const file = registerFile(told.flatMap(({ schools }) => schools));
  await importSchools(
    { pool, store: log, clock: new SetClock(`${day}T08:30:00.000Z`) },
    Readable.from([Buffer.from(file)]),
    { actor: `user:${userId}`, channel: 'import', asOf: day },
  );
}

async function joinAll(told: readonly ToldProgramme[], writers: readonly HistoryWriter[]): Promise<void> {
  for (const [index, writer] of writers.entries()) {
    const programme = told[index]?.programme;
    if (programme !== undefined) writer.venues = await joinWithVenues(programme, writer);
  }
}

async function joinWithVenues(programme: DemoProgramme, writer: HistoryWriter): Promise<readonly string[]> {
  const { commandBus } = writer.world;
  const { slug, code, name, laCodes, districtCodes, distanceLimitKm } = programme;
  const joined = {
    slug,
    code,
    name,
    laCodes,
    districtCodes,
    distanceLimitKm,
    year: '2025-26',
    mailbox: `linking@${slug}.example`,
    coordinatorId: writer.coordinator.id,
  };
  await commandBus.execute(new JoinProgramme(joined, writer.sender()));
  for (const part of partsInUse(programme)) {
    const turning = { type: 'TurnSwitch', switch: part, on: true } as const;
    await commandBus.execute(new ChangeProgramme(slug, turning, writer.sender()));
  }
  const ids: string[] = [];
  for (const venue of inventedVenues(programme)) {
    const added = await commandBus.execute(new AddVenue({ programme: slug, ...venue }, writer.sender()));
    ids.push(added.venueId);
  }
  return ids;
}
