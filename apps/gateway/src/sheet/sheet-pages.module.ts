import { Module } from '@nestjs/common';
import { LinkPagesModule } from '../links/link-pages.module.js';
import { PageSheetRowController } from './page-sheet-row.controller.js';
import { PageSheetController } from './page-sheet.controller.js';
import { SheetCells } from './sheet-cells.js';
import { SheetCopyController } from './sheet-copy.controller.js';
import { SheetReader } from './sheet-reader.js';

@Module({
  imports: [LinkPagesModule],
  controllers: [PageSheetController, SheetCopyController, PageSheetRowController],
  providers: [SheetCells, SheetReader],
})
export class SheetPagesModule {}
