import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { LinkReader, textsOf, type SeenLink } from '../links/link-reader.js';
import { FormPage } from '../pages/forms/form-page.js';
import { SheetRowPage } from '../pages/sheet/sheet-row-page.js';
import { cellAnswer } from './cell-answer.js';
import { SheetCells, type CellOutcome } from './sheet-cells.js';
import { askHref } from './filled-view-model.js';
import { rowPageView, typedCells, type RowSentBack } from './row-view-model.js';
import { sheetStep, type SheetStep } from './sheet-steps.js';

/** One row of the sheet as a form, and one of its cells: for the sheet's script, and for people without it. */
@Controller('sheet/:ref')
@Access('coordinator', 'national')
export class PageSheetRowController {
  constructor(
    @Inject(SheetCells) private readonly cells: SheetCells,
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#row(reply, await this.cells.see(ref, scope));
  }

  /** Each cell that was changed is a command of its own: what cannot be saved stays in its box, the others are saved. */
  @Post()
  async save(
    @Param('ref') ref: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const texts = textsOf(body);
    const sender = senderOfForm(reply.request, body);
    const parts = () => this.answers.formParts(reply);
    let expectedRevision = texts['expectedRevision'] ?? '';
    const outcomes: [SheetStep, string, CellOutcome][] = [];
    for (const [step, typed] of typedCells(texts)) {
      const said = { typed, expectedRevision };
      const outcome = await this.cells.fill({ ref, step, body: said, scope, sender, part: step.key, parts });
      if (outcome.kind === 'saved') expectedRevision = String(outcome.link.revision);
      outcomes.push([step, typed, outcome]);
    }
    const [only, ...others] = outcomes.filter(([, , { kind }]) => kind !== 'nothing');
    if (only?.[2].kind === 'asks' && others.length === 0) {
      return this.answers.seeOther(reply, askHref(ref, only[0], only[1]));
    }
    if (outcomes.every(([, , { kind }]) => kind === 'saved' || kind === 'nothing')) {
      return this.answers.seeOther(reply, `/sheet/${ref}`, flashOf(outcomes.map(([, , outcome]) => outcome)));
    }
    return this.#row(reply, await this.cells.see(ref, scope), { texts, outcomes });
  }

  @Get(':step')
  async ask(
    @Param('ref') ref: string,
    @Param('step') key: string,
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const step = stepOf(key);
    const { typed = '' } = textsOf(query);
    const seen = await this.cells.see(ref, scope);
    const page = await this.cells.asks(seen, step, typed, () => this.answers.formParts(reply));
    if (page === undefined) return this.#row(reply, seen);
    return this.answers.send(reply, { page: FormPage, view: page, crumbs: crumbs(ref) });
  }

  @Post(':step')
  async fill(
    @Param('ref') ref: string,
    @Param('step') key: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const step = stepOf(key);
    const sender = senderOfForm(reply.request, body);
    const parts = () => this.answers.formParts(reply);
    const outcome = await this.cells.fill({ ref, step, body, scope, sender, part: '', parts });
    if (reply.request.headers.accept === 'application/json') {
      const seen = await this.cells.see(ref, scope);
      const answer = cellAnswer(outcome, seen, await this.reader.names(seen.facts));
      return reply.status(200).type('application/json; charset=utf-8').send(JSON.stringify(answer));
    }
    if (outcome.kind === 'asks') {
      const { page, status } = outcome;
      return this.answers.send(reply, { page: FormPage, view: page, status, crumbs: crumbs(ref) });
    }
    if (outcome.kind === 'saved' || outcome.kind === 'nothing') {
      return this.answers.seeOther(reply, `/sheet/${ref}`, flashOf([outcome]));
    }
    const { typed = '' } = textsOf(body);
    const texts = { [`cell.${step.key}`]: typed };
    return this.#row(reply, await this.cells.see(ref, scope), {
      texts,
      outcomes: [[step, typed, outcome]],
    });
  }

  async #row(reply: FastifyReply, seen: SeenLink, sentBack?: RowSentBack) {
    const names = await this.reader.names(seen.facts);
    const view = rowPageView(seen, names, this.answers.formParts(reply), sentBack);
    const status = sentBack === undefined ? 200 : view.form.changedMeanwhile === undefined ? 422 : 412;
    return this.answers.send(reply, { page: SheetRowPage, view, status, crumbs: crumbs('') });
  }
}

function stepOf(key: string): SheetStep {
  const step = sheetStep(key);
  if (step === undefined) throw new NotFound();
  return step;
}

const crumbs = (ref: string) => [
  { href: '/links', label: 'Links' },
  { href: '/sheet', label: 'Sheet' },
  ...(ref === '' ? [] : [{ href: `/sheet/${ref}`, label: ref }]),
];

function flashOf(outcomes: readonly CellOutcome[]) {
  const saved = outcomes.flatMap((outcome) => (outcome.kind === 'saved' ? [outcome] : []));
  const more = saved.flatMap(({ warnings }) => warnings);
  if (saved.length === 0) return { tone: 'amber', text: 'Nothing was changed.' } as const;
  return {
    tone: more.length > 0 ? 'amber' : 'green',
    text: saved.map(({ sentence }) => sentence).join(' '),
    more,
  } as const;
}
