import { Module } from '@nestjs/common';
import { OpenedRequests } from './opened-requests.js';
import { PageConfirmInterestController } from './page-confirm-interest.controller.js';
import { PagePublicFormController } from './page-public-form.controller.js';
import { PublicSchools } from './public-schools.js';

@Module({
  controllers: [PageConfirmInterestController, PagePublicFormController],
  providers: [PublicSchools, OpenedRequests],
})
export class PublicFormPagesModule {}
