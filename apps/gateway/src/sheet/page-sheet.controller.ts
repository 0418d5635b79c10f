import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { ASKING_PAGE_POLICY } from '../http/security-headers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { SheetFilledPage, type FilledRowView } from '../pages/sheet/sheet-filled-page.js';
import { SheetPage } from '../pages/sheet/sheet-page.js';
import { chosenRows, filledRow, filledView } from './filled-view-model.js';
import { SheetCells } from './sheet-cells.js';
import { SheetReader } from './sheet-reader.js';
import { sheetStep } from './sheet-steps.js';
import { sheetView } from './sheet-view-model.js';

const crumbs = [{ href: '/links', label: 'Links' }];

/** All links of a year as one sheet, and one date for several of its rows. */
@Controller('sheet')
export class PageSheetController {
  constructor(
    @Inject(SheetReader) private readonly reader: SheetReader,
    @Inject(SheetCells) private readonly cells: SheetCells,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.reader.read(query, scope);
    const parts = scope.mayChangeLinks ? { parts: this.answers.formParts(reply) } : {};
    reply.header('content-security-policy', ASKING_PAGE_POLICY);
    const view = sheetView({ ...material, ...parts });
    return this.answers.send(reply, { page: SheetPage, view, crumbs });
  }

  @Post('fill')
  @Access('coordinator', 'national')
  async fill(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const step = sheetStep(body['step']);
    if (step === undefined) throw new NotFound();
    const { typed = '', minutes = '' } = textsOf(body);
    const sender = senderOfForm(reply.request, body);
    const parts = () => this.answers.formParts(reply);
    const rows: FilledRowView[] = [];
    for (const { ref, expectedRevision } of chosenRows(body)) {
      const said = { typed, minutes, expectedRevision };
      const outcome = await this.cells.fill({ ref, step, body: said, scope, sender, part: ref, parts });
      rows.push(filledRow(ref, step, typed, outcome));
    }
    const view = filledView(step, typed, rows);
    return this.answers.send(reply, {
      page: SheetFilledPage,
      view,
      crumbs: [...crumbs, { href: '/sheet', label: 'Sheet' }],
    });
  }
}
