import { Module } from '@nestjs/common';
import { NamingPages } from './naming-pages.js';
import { PageNameTeacherController } from './page-name-teacher.controller.js';

@Module({ controllers: [PageNameTeacherController], providers: [NamingPages] })
export class ClassNamingPagesModule {}
