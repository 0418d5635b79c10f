import { Module } from '@nestjs/common';
import { ApiVenuesController } from './api-venues.controller.js';

@Module({ controllers: [ApiVenuesController] })
export class VenuesApiModule {}
