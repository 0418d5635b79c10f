import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { AddUserHandler, ChangeUserHandler } from './accounts/user-command-handlers.js';
import { EventWriter } from './commands/event-writer.js';
import { AddGrantHandler, ChangeGrantHandler } from './grants/grant-handlers.js';
import { ChangeInterestHandler } from './interests/change-interest-handler.js';
import { ReceiveInterestHandler } from './interests/receive-interest-handler.js';
import { ChangeLinkHandler } from './links/change-link-handler.js';
import { ProposeLinkHandler } from './links/propose-link-handler.js';
import { CLOCK, EVENT_STORE } from './ports.js';
import { ChangeNetworkWordingHandler } from './programmes/change-network-wording.js';
import { SendMailAgainHandler } from './mails/again/send-again-handler.js';
import { ChangeAddressHandler, ConfirmAddressHandler } from './mails/bounces/address-handlers.js';
import { WriteToPeopleHandler } from './mails/written/write-to-people-handler.js';
import { ChangeProgrammeHandler } from './programmes/change-programme-handler.js';
import { JoinProgrammeHandler } from './programmes/join-programme.js';
import { AddSchoolHandler } from './schools/by-hand/add-school-handler.js';
import { JoinSchoolHandler } from './schools/by-hand/join-school-handler.js';
import { ChangeTrainingHandler } from './training/change-training-handler.js';
import { PlanSessionHandler } from './training/plan-session-handler.js';
import { AddVenueHandler } from './venues/add-venue.js';
import { BriefVenueHandler } from './venues/brief-venue.js';
import { VoidBriefingHandler } from './venues/void-briefing.js';

/** Every handler of a command, once; the tests check it. */
export const commandHandlers = [
  ProposeLinkHandler,
  ChangeLinkHandler,
  ReceiveInterestHandler,
  ChangeInterestHandler,
  PlanSessionHandler,
  ChangeTrainingHandler,
  AddVenueHandler,
  AddGrantHandler,
  ChangeGrantHandler,
  BriefVenueHandler,
  VoidBriefingHandler,
  JoinProgrammeHandler,
  AddSchoolHandler,
  JoinSchoolHandler,
  ChangeProgrammeHandler,
  ChangeNetworkWordingHandler,
  AddUserHandler,
  ChangeUserHandler,
  ChangeAddressHandler,
  ConfirmAddressHandler,
  SendMailAgainHandler,
  WriteToPeopleHandler,
];

/** The doors of the application; the outside world comes in under the names of `ports.ts`. */
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [
    ...commandHandlers,
    {
      provide: EventWriter,
      inject: [EVENT_STORE, CLOCK],
      useFactory: (store: EventStore, clock: Clock) => new EventWriter(store, clock),
    },
  ],
  exports: [CqrsModule, EventWriter],
})
export class ApplicationModule {}
