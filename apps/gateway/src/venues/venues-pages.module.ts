import { Module } from '@nestjs/common';
import { PageVenueBriefingsController } from './page-venue-briefings.controller.js';
import { PageVenuesController } from './page-venues.controller.js';

@Module({ controllers: [PageVenuesController, PageVenueBriefingsController] })
export class VenuesPagesModule {}
