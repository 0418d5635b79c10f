import { Module } from '@nestjs/common';
import { ApiImportsController } from './api-imports.controller.js';
import { ApiSchoolsController } from './api-schools.controller.js';

@Module({ controllers: [ApiSchoolsController, ApiImportsController] })
export class SchoolsApiModule {}
