import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { CommandBus } from '@nestjs/cqrs';
import type pg from 'pg';
import { addUser } from '@linking/application/accounts/add-user.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@linking/application/accounts/demo-people.js';
import { announceUserChanges } from '@linking/application/accounts/user-changes.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { SetClock } from '@linking/platform/clock/clock.js';
import { autumnSteps } from './autumn-steps.js';
import { Chance } from './chance.js';
import { DEMO_PROGRAMME, DEMO_YEAR } from './demo-names.js';
import { HistoryWriter, type HistoryStep } from './history-writer.js';
import { inventedSchools, registerFile } from './invented-schools.js';
import { interestStep, springSteps, step } from './spring-steps.js';
import { tellStories } from './stories.js';
import { trainingSteps } from './training-steps.js';

export interface SeedWorld {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: SetClock;
  readonly commandBus: CommandBus;
  settle(): Promise<void>;
}

const SEED = 20_261_123;

/** Writes the demonstration's year through the doors of the application, with the clock set to each moment. */
export async function seedDemonstration(
  world: SeedWorld,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly links: number; readonly steps: number }> {
  const chance = new Chance(SEED);
  world.clock.set('2026-04-20T08:00:00.000Z');
  const coordinator = await addDemoUsers(world);
  const schools = inventedSchools(chance);
  await importSchools(world, Readable.from([Buffer.from(registerFile(schools))]), {
    actor: `user:${coordinator.id}`,
    channel: 'import',
    asOf: '2026-04-20',
  });
  const writer = new HistoryWriter({ ...world, coordinator });
  const venues = await joinWithVenues(writer);
  await world.settle();
  const { stories, waiting } = tellStories(schools, chance);
  const steps: readonly HistoryStep[] = [
    ...stories.flatMap((story) => [...springSteps(story, chance), ...autumnSteps(story, chance, venues)]),
    ...waiting.map((it) => interestStep(chance, it)),
    ...trainingSteps(stories, () => venues[0] ?? ''),
    // The last look before the demonstration opens: what is due by now has been sent.
    step('2026-11-23', '08:59', () => Promise.resolve()),
  ];
  await writer.write(steps, (done) => onProgress(done, steps.length));
  return { links: stories.length, steps: steps.length };
}

async function addDemoUsers({ pool, store, clock }: SeedWorld) {
  for (const { role: _, ...person } of DEMO_PEOPLE) {
    const { rowCount } = await pool.query('select from users where lower(email) = $1', [person.email]);
    if (rowCount !== 0) continue;
    const commandId = randomUUID();
    const change = { commandId, actor: 'worker:demonstration', channel: 'import', at: clock.now() } as const;
    await addUser(pool, { ...person, password: DEMO_PASSWORD }, { change });
  }
  await announceUserChanges(pool, store);
  const coordinator = DEMO_PEOPLE.find(({ programmes }) => programmes.includes(DEMO_PROGRAMME));
  if (coordinator === undefined) throw new Error('The demonstration has no coordinator');
  const { rows } = await pool.query<{ id: string }>('select id from users where email = $1', [
    coordinator.email,
  ]);
  return { id: rows[0]?.id ?? '', scope: scopeOf(coordinator) };
}

const inventedVenues = [
  ['Weaver’s Hall Museum', 'BD99 1WH', 2, ['art', 'drama']],
  ['Wharfe Street Theatre', 'BD99 2WS', 1, ['drama', 'speaking-and-listening']],
  ['Moorside Outdoor Centre', 'BD99 3MC', 3, ['outdoor-sports', 'games', 'geography']],
  ['The Exchange Community Rooms', 'BD99 4EX', 2, ['games', 'speaking-and-listening']],
] as const;

async function joinWithVenues(writer: HistoryWriter): Promise<readonly string[]> {
  const { commandBus } = writer.world;
  await commandBus.execute(
    new JoinProgramme(
      {
        slug: DEMO_PROGRAMME,
        code: 'BRD',
        name: 'Bradford',
        laCodes: ['380'],
        districtCodes: [],
        year: DEMO_YEAR,
        distanceLimitKm: 15,
        mailbox: 'linking@bradford.example',
        coordinatorId: writer.world.coordinator.id,
      },
      writer.sender(),
    ),
  );
  const ids: string[] = [];
  for (const [name, postcode, linksAtOnce, activities] of inventedVenues) {
    const venue = { programme: DEMO_PROGRAMME, name, postcode, linksAtOnce, activities };
    ids.push((await commandBus.execute(new AddVenue(venue, writer.sender()))).venueId);
  }
  return ids;
}
