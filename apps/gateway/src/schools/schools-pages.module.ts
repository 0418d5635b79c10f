import { Module } from '@nestjs/common';
import { PageSchoolImportController } from './page-school-import.controller.js';
import { PageSchoolsController } from './page-schools.controller.js';
import { SchoolMaterials } from './school-material.js';
import { Uploads } from './uploads.js';

@Module({
  controllers: [PageSchoolImportController, PageSchoolsController],
  providers: [Uploads, SchoolMaterials],
})
export class SchoolsPagesModule {}
