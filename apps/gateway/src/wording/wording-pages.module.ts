import { Module } from '@nestjs/common';
import { ProgrammesPagesModule } from '../programmes/programmes-pages.module.js';
import { PageWordingController } from './page-wording.controller.js';
import { WordingReader } from './wording-reader.js';

@Module({
  imports: [ProgrammesPagesModule],
  controllers: [PageWordingController],
  providers: [WordingReader],
})
export class WordingPagesModule {}
