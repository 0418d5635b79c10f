import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ApplicationModule } from '@linking/application/application.module.js';
import { WorldModule } from '@linking/application/world.module.js';
import type { World } from '@linking/application/world.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { HealthModule } from './health/health.module.js';
import type { ReadinessCheck } from './health/readiness.js';
import { HttpModule } from './http/http.module.js';
import { loggerModule } from './http/logging.js';

/** One Nest module per capability; add a new one to the list. */
@Module({ imports: [AccountsModule] })
class Capabilities {}

@Module({})
export class GatewayModule {
  static with(
    world: World,
    checks: readonly ReadinessCheck[] = [],
    more: NonNullable<DynamicModule['imports']> = [],
  ): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        WorldModule.of(world),
        loggerModule(),
        ApplicationModule,
        HttpModule,
        HealthModule.with(checks),
        Capabilities,
        ...more,
      ],
    };
  }
}
