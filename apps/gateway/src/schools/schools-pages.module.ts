import { Module } from '@nestjs/common';
import { PageSchoolImportController } from './page-school-import.controller.js';
import { PageSchoolsByHandController } from './page-schools-by-hand.controller.js';
import { PageSchoolsController } from './page-schools.controller.js';
import { SchoolMaterials } from './school-material.js';
import { Uploads } from './uploads.js';

@Module({
  controllers: [PageSchoolImportController, PageSchoolsByHandController, PageSchoolsController],
  providers: [Uploads, SchoolMaterials],
})
export class SchoolsPagesModule {}
