import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeTraining, type SessionRequest } from '@linking/application/training/training-commands.js';
import type { Session } from '@linking/domain/training/session.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { SessionListPage } from '../pages/training/session-list-page.js';
import { SessionPage } from '../pages/training/session-page.js';
import { enrolForm, readAttendance, readEnrolment, readGivenUp, teachersOf } from './register-forms.js';
import { enrolledText, givenUpText } from './session-sentences.js';
import { SessionPages, type SeenSession } from './session-pages.js';
import { factsOf, headingOf, sessionView, type SessionMaterial } from './session-view-model.js';
import { crumbsOf, errorOf } from './session-answers.js';

@Controller('training')
export class PageTrainingController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(SessionPages) private readonly pages: SessionPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.answers.send(reply, { page: SessionListPage, view: await this.pages.list(scope) });
  }

  @Get(':id')
  @Access('signed-in')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#session(reply, await this.pages.see(id, scope));
  }

  @Get(':id/enrol')
  @Access('coordinator', 'national')
  async askWhom(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#enrolment(reply, await this.pages.seeToChange(id, scope));
  }

  @Post(':id/enrol')
  @Access('coordinator', 'national')
  async enrol(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(id, scope);
    const posted = new PostedForm(body);
    const asked = readEnrolment(posted);
    const after = await this.#change(reply.request, body, seen, posted, asked);
    if (after === undefined) return this.#enrolment(reply, seen, sentBackOf(posted));
    return this.answers.seeOther(reply, `/training/${id}`, enrolledText(seen.session, after));
  }

  @Post(':id/give-up-place')
  @Access('coordinator', 'national')
  async giveUp(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(id, scope);
    const posted = new PostedForm(body);
    const asked = readGivenUp(posted);
    const after = await this.#change(reply.request, body, seen, posted, asked);
    if (after === undefined) return this.#session(reply, seen, sentBackOf(posted));
    const person = await this.pages.people(teachersOf(seen.session));
    const flash = givenUpText(asked.teacherId, seen.session, after, person);
    return this.answers.seeOther(reply, `/training/${id}`, flash);
  }

  @Post(':id/attendance')
  @Access('coordinator', 'national')
  async attendance(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(id, scope);
    const posted = new PostedForm(body);
    const person = await this.pages.people(teachersOf(seen.session));
    const asked = readAttendance(posted, seen.session, person);
    const after = await this.#change(reply.request, body, seen, posted, asked, posted.revision());
    if (after === undefined) return this.#session(reply, seen, sentBackOf(posted));
    const text = 'The register is saved and carried into each open link.';
    return this.answers.seeOther(reply, `/training/${id}`, { tone: 'green', text });
  }

  /** The session after the change; undefined when the form has errors, then or now. */
  async #change(
    request: FastifyRequest,
    body: Posted,
    { session }: SeenSession,
    posted: PostedForm,
    asked: SessionRequest,
    revision?: number,
  ): Promise<Session | undefined> {
    if (posted.errors.length > 0) return undefined;
    try {
      const change = new ChangeTraining(session.id, asked, senderOfForm(request, body), revision);
      return (await this.commandBus.execute(change)).session;
    } catch (error) {
      posted.errors.push(errorOf(error));
      return undefined;
    }
  }

  async #session(
    reply: FastifyReply,
    seen: SeenSession,
    sentBack?: SessionMaterial['sentBack'],
  ): Promise<FastifyReply> {
    const material = await this.#material(reply, seen, sentBack);
    const status = sentBack === undefined ? 200 : 422;
    const crumbs = [{ href: '/training', label: 'Training' }];
    return this.answers.send(reply, {
      page: SessionPage,
      view: sessionView(material),
      status,
      crumbs,
    });
  }

  async #enrolment(
    reply: FastifyReply,
    seen: SeenSession,
    sentBack?: SessionMaterial['sentBack'],
  ): Promise<FastifyReply> {
    const material = await this.#material(reply, seen, sentBack);
    const form = enrolForm(material);
    const nobody = form.fields.length === 0;
    const view = {
      title: 'Enrol teachers',
      eyebrow: headingOf(seen.session),
      ...(nobody ? { intro: 'Every teacher of an open link has been trained or has a place.' } : {}),
      known: factsOf(material),
      form,
    };
    const status = sentBack === undefined ? 200 : 422;
    return this.answers.send(reply, {
      page: FormPage,
      view,
      status,
      crumbs: crumbsOf(seen.session),
    });
  }

  #material(
    reply: FastifyReply,
    seen: SeenSession,
    sentBack?: SessionMaterial['sentBack'],
  ): Promise<SessionMaterial> {
    return this.pages.material(seen, () => this.answers.formParts(reply), sentBack);
  }
}

const sentBackOf = (posted: PostedForm) => ({ values: posted.values(), errors: posted.errors });
