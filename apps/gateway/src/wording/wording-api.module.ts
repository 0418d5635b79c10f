import { Module } from '@nestjs/common';
import { ProgrammesPagesModule } from '../programmes/programmes-pages.module.js';
import { ApiNetworkWordingsController } from './api-network-wordings.controller.js';
import { ApiWordingsController } from './api-wordings.controller.js';
import { WordingChanges } from './wording-changes.js';
import { WordingReader } from './wording-reader.js';

@Module({
  imports: [ProgrammesPagesModule],
  controllers: [ApiWordingsController, ApiNetworkWordingsController],
  providers: [WordingReader, WordingChanges],
})
export class WordingApiModule {}
