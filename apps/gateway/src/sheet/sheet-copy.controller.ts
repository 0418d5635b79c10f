import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { logAccess } from '@linking/application/accounts/access-log.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Access } from '../http/access.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { SheetReader } from './sheet-reader.js';
import { sheetWorkbook } from './sheet-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('sheet.xlsx')
export class SheetCopyController {
  constructor(
    @Inject(SheetReader) private readonly reader: SheetReader,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same links as the sheet with the same filter. Who copied what is kept. */
  @Get()
  @Access('signed-in')
  async copy(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.reader.read(query, scope);
    const { filters, links } = material;
    const now = this.clock.now();
    // A search may hold a person's name: that it was one is enough.
    const detail = { ...filters, q: filters.q === '' ? '' : 'a search', links: links.length };
    await logAccess(this.pool, { userId: user.id, action: 'export', subject: '/sheet.xlsx', detail });
    const workbook = await sheetWorkbook(material, now);
    const place = filters.programme === '' ? 'links' : filters.programme.replaceAll(/[^\w-]/g, '');
    return reply
      .type(XLSX)
      .header(
        'content-disposition',
        `attachment; filename="${place}-${filters.year.replaceAll(/[^\d-]/g, '')}-copied-${londonDay(now)}.xlsx"`,
      )
      .send(workbook);
  }
}
