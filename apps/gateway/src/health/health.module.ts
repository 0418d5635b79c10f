import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type pg from 'pg';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { HealthController } from './health.controller.js';
import { READINESS_CHECKS } from './readiness.js';
import type { ReadinessCheck } from './readiness.js';

@Module({})
export class HealthModule {
  /** `more`: what else must be well, such as the durability of the log's server. */
  static with(more: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [
        {
          provide: READINESS_CHECKS,
          inject: [POOL, EVENT_STORE],
          useFactory: (pool: pg.Pool, eventStore: EventStore): readonly ReadinessCheck[] => [
            { name: 'database', check: () => pool.query('select 1') },
            { name: 'event-log', check: () => eventStore.ping() },
            ...more,
          ],
        },
      ],
    };
  }
}
