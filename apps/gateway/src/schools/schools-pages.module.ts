import { Module } from '@nestjs/common';
import { PageSchoolImportController } from './page-school-import.controller.js';
import { PageSchoolsController } from './page-schools.controller.js';
import { Uploads } from './uploads.js';

@Module({ controllers: [PageSchoolImportController, PageSchoolsController], providers: [Uploads] })
export class SchoolsPagesModule {}
