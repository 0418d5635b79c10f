import { Module } from '@nestjs/common';
import { PageAboutController } from './page-about.controller.js';

@Module({ controllers: [PageAboutController] })
export class AboutPagesModule {}
