import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ApplicationModule } from '@linking/application/application.module.js';
import { WorldModule } from '@linking/application/world.module.js';
import type { World } from '@linking/application/world.module.js';
import { AboutPagesModule } from './about/about-pages.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AgreementPagesModule } from './agreement/agreement-pages.module.js';
import { AuditApiModule } from './audit/audit-api.module.js';
import { AuditPagesModule } from './audit/audit-pages.module.js';
import { CalendarFeedsModule } from './calendar-feeds/calendar-feeds.module.js';
import { CalendarPagesModule } from './calendar/calendar-pages.module.js';
import { ClassNamingPagesModule } from './class-naming/class-naming-pages.module.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { GrantsModule } from './grants/grants.module.js';
import { HealthModule } from './health/health.module.js';
import type { ReadinessCheck } from './health/readiness.js';
import { HttpModule } from './http/http.module.js';
import { loggerModule } from './http/logging.js';
import { OperationsModule } from './operations/operations.module.js';
import { OutboxApiModule } from './outbox/outbox-api.module.js';
import { OutboxPagesModule } from './outbox/outbox-pages.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { InterestsPagesModule } from './interests/interests-pages.module.js';
import { ProposalPagesModule } from './proposal/proposal-pages.module.js';
import { PublicFormPagesModule } from './public-form/public-form-pages.module.js';
import { SchoolsPagesModule } from './schools/schools-pages.module.js';
import { TeacherPagesModule } from './teacher/teacher-pages.module.js';
import { SheetPagesModule } from './sheet/sheet-pages.module.js';
import { TrainingPagesModule } from './training/training-pages.module.js';
import { VenuesPagesModule } from './venues/venues-pages.module.js';
import { InterestsApiModule } from './interests/interests-api.module.js';
import { LinkPagesModule } from './links/link-pages.module.js';
import { LinksApiModule } from './links/links-api.module.js';
import { ProgrammesApiModule } from './programmes/programmes-api.module.js';
import { ProgrammesPagesModule } from './programmes/programmes-pages.module.js';
import { SchoolsApiModule } from './schools/schools-api.module.js';
import { TodayPagesModule } from './today/today-pages.module.js';
import { TrainingApiModule } from './training/training-api.module.js';
import { WordingApiModule } from './wording/wording-api.module.js';
import { WordingPagesModule } from './wording/wording-pages.module.js';
import { YearEndPagesModule } from './year-end/year-end-pages.module.js';
import { VenuesApiModule } from './venues/venues-api.module.js';

/** One Nest module per capability; add a new one to the list. */
@Module({
  imports: [
    AboutPagesModule,
    AccountsModule,
    ProgrammesApiModule,
    ProgrammesPagesModule,
    SchoolsApiModule,
    InterestsApiModule,
    LinksApiModule,
    AuditApiModule,
    InterestsPagesModule,
    TodayPagesModule,
    LinkPagesModule,
    YearEndPagesModule,
    SheetPagesModule,
    CalendarPagesModule,
    TrainingPagesModule,
    VenuesPagesModule,
    SchoolsPagesModule,
    PublicFormPagesModule,
    AgreementPagesModule,
    ProposalPagesModule,
    TeacherPagesModule,
    ClassNamingPagesModule,
    OutboxPagesModule,
    WordingPagesModule,
    WordingApiModule,
    OutboxApiModule,
    RemindersModule,
    AuditPagesModule,
    TrainingApiModule,
    VenuesApiModule,
    CalendarFeedsModule,
    GrantsModule,
    OperationsModule,
    DemonstrationModule,
  ],
})
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
