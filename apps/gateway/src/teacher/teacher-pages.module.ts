import { Module } from '@nestjs/common';
import { PageTeacherController } from './page-teacher.controller.js';
import { TeacherPages } from './teacher-pages.js';

@Module({ controllers: [PageTeacherController], providers: [TeacherPages] })
export class TeacherPagesModule {}
