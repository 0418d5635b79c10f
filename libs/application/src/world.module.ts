import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from './ports.js';

/** What an application is given. Whoever opened it closes it, after the application is closed. */
export interface World {
  readonly pool: pg.Pool;
  readonly eventStore: EventStore;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** Offers the world everywhere under the tokens of `ports.ts`. */
@Module({})
export class WorldModule {
  static of(world: World): DynamicModule {
    return {
      module: WorldModule,
      global: true,
      providers: [
        { provide: POOL, useValue: world.pool },
        { provide: EVENT_STORE, useValue: world.eventStore },
        { provide: CLOCK, useValue: world.clock },
        { provide: SETTINGS, useValue: world.settings },
      ],
      exports: [POOL, EVENT_STORE, CLOCK, SETTINGS],
    };
  }
}
