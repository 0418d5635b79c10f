import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ApplicationModule } from '@linking/application/application.module.js';
import { WorldModule } from '@linking/application/world.module.js';
import type { World } from '@linking/application/world.module.js';

/** The doors that the workers send carried commands through, in a process without a gateway. */
@Module({})
export class WorkersModule {
  static with(world: World): DynamicModule {
    return { module: WorkersModule, imports: [WorldModule.of(world), ApplicationModule] };
  }
}
