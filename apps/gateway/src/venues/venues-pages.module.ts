import { Module } from '@nestjs/common';
import { PageVenuesController } from './page-venues.controller.js';

@Module({ controllers: [PageVenuesController] })
export class VenuesPagesModule {}
