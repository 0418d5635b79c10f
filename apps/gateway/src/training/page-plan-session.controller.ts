import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import type { Scope } from '@linking/application/accounts/scope.js';
import { POOL } from '@linking/application/ports.js';
import { PlanSession } from '@linking/application/training/training-commands.js';
import { venueDetails } from '@linking/application/venues/venue-details.js';
import { Refusal } from '@linking/domain/refusal.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { listVenues } from '@linking/projections/venues/venues.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { planForm, readPlan, type PlanFormMaterial } from './session-forms.js';
import { plannedText } from './session-sentences.js';

@Controller('training/plan')
@Access('coordinator', 'national')
export class PagePlanSessionController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async ask(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, await this.#material(reply, scope));
  }

  @Post()
  async plan(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.#material(reply, scope);
    const posted = new PostedForm(body);
    const planned = readPlan(posted, material);
    try {
      if (posted.errors.length === 0) {
        const { session } = await this.commandBus.execute(
          new PlanSession(planned, senderOfForm(reply.request, body)),
        );
        return this.answers.seeOther(reply, `/training/${session.id}`, plannedText(session));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: error.sentence });
    }
    return this.#page(reply, { ...material, values: posted.values(), errors: posted.errors });
  }

  async #material(reply: FastifyReply, { changes }: Scope): Promise<PlanFormMaterial> {
    const [programmes, venues] = await Promise.all([
      listProgrammes(this.pool, { programmes: changes, limit: 200 }),
      listVenues(this.pool, { programmes: changes, limit: 500 }),
    ]);
    return {
      programmes,
      venues: await venueDetails(this.pool, venues),
      parts: this.answers.formParts(reply),
    };
  }

  #page(reply: FastifyReply, material: PlanFormMaterial): FastifyReply {
    const view = { title: 'Plan a training session', form: planForm(material) };
    const status = material.errors === undefined ? 200 : 422;
    const crumbs = [{ href: '/training', label: 'Training' }];
    return this.answers.send(reply, { page: FormPage, view, status, crumbs });
  }
}
