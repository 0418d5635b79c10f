import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { isAcademicYear } from '@linking/domain/calendar/academic-year.js';
import type { Link } from '@linking/domain/link/link.js';
import { Refusal } from '@linking/domain/refusal.js';
import { derivedId } from '@linking/events/event-ids.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { reasonBox } from '../links/forms/soft-rules.js';
import type { FormError } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { YearEndPage } from '../pages/year-end/year-end-page.js';
import { crumbsOf } from '../programmes/programme-answers.js';
import { ProgrammePages, type SeenProgramme } from '../programmes/programme-pages.js';
import { boxOf, readClosings } from './year-end-form.js';
import { yearEndView } from './year-end-view-model.js';
import { YearLinks } from './year-links.js';

/** The end of a programme's year: the coordinator completes its links or closes them incomplete, in one form. */
@Controller('programmes/:slug/year-end/:year')
@Access('coordinator', 'national')
export class PageYearEndController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(YearLinks) private readonly links: YearLinks,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @Query('others') others: unknown,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    checkYear(year);
    return this.#page(reply, { seen: await this.pages.see(slug, scope), year, others });
  }

  @Post()
  async close(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    checkYear(year);
    const seen = await this.pages.seeToChange(slug, scope);
    const posted = new PostedForm(body);
    const sender = senderOfForm(reply.request, body);
    const done: Link[] = [];
    for (const { link, request: asked, said, revision } of readClosings(
      posted,
      await this.links.of(slug, year),
    )) {
      const commandId = derivedId(sender.commandId, link.ref);
      try {
        const command = new ChangeLink(link.ref, asked, said, { ...sender, commandId }, revision);
        done.push((await this.commandBus.execute(command)).link);
      } catch (error) {
        posted.errors.push(errorOf(error, link.ref));
      }
    }
    const closed = new Set(done.map(({ ref }) => ref));
    await shownSoon(async () =>
      (await this.links.of(slug, year)).every(({ ref, outcome }) => !closed.has(ref) || outcome !== 'open'),
    );
    const refused = posted.errors.length > 0 ? { posted } : {};
    return this.#page(reply, { seen, year, others: undefined, done, ...refused });
  }

  async #page(
    reply: FastifyReply,
    {
      seen: { programme, mayChange, today },
      year,
      others,
      posted,
      done = [],
    }: {
      readonly seen: SeenProgramme;
      readonly year: string;
      readonly others: unknown;
      readonly posted?: PostedForm;
      readonly done?: readonly Link[];
    },
  ): Promise<FastifyReply> {
    const links = await this.links.of(programme.slug, year);
    const view = yearEndView({
      programme,
      year,
      today,
      mayChange,
      links,
      words: await this.links.words(links),
      parts: this.answers.formParts(reply),
      others,
      done,
      ...(posted === undefined ? {} : { posted }),
    });
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, {
      page: YearEndPage,
      view,
      status,
      crumbs: crumbsOf(programme),
    });
  }
}

/** Throws NotFound for what is no academic year. */
export function checkYear(year: string): void {
  if (!isAcademicYear(year)) throw new NotFound();
}

/** A refusal of one link beside its box, one that a reason would lift beside the reason. */
function errorOf(error: unknown, ref: string): FormError {
  if (error instanceof ChangedBySomeoneElse) {
    return { field: boxOf(ref), message: `${ref}: ${error.message} Look at it and close it again.` };
  }
  if (!(error instanceof Refusal)) throw error;
  const { rule, nextStep } = error.more;
  if (rule !== undefined) return { field: reasonBox(rule), message: `${ref}: ${error.sentence}` };
  const message = nextStep === undefined ? error.sentence : `${error.sentence} ${nextStep}`;
  return { field: boxOf(ref), message: `${ref}: ${message}` };
}
