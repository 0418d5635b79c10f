import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { ChangeTraining, type SessionRequest } from '@linking/application/training/training-commands.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Session } from '@linking/domain/training/session.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { SessionListPage } from '../pages/training/session-list-page.js';
import { SessionPage } from '../pages/training/session-page.js';
import { readAttendance, readEnrolment } from './session-forms.js';
import { SessionPages } from './session-pages.js';
import { teachersOf } from './register-forms.js';
import type { SessionMaterial } from './session-view-model.js';

const CRUMBS = [{ href: '/training', label: 'Training' }];

@Controller('training')
export class PageTrainingController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(SessionPages) private readonly pages: SessionPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answers.send(request, reply, { page: SessionListPage, view: await this.pages.list(scope) });
  }

  @Get(':id')
  @Access('signed-in')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#page(request, reply, await this.pages.see(id, scope), scope);
  }

  @Post(':id/enrol')
  @Access('coordinator', 'national')
  async enrol(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const session = mustChange(await this.pages.see(id, scope), scope);
    const posted = new PostedForm(body);
    const asked = readEnrolment(posted);
    return this.#change({ request, reply, body, scope, session, posted, asked, form: 'enrol' });
  }

  @Post(':id/attendance')
  @Access('coordinator', 'national')
  async attendance(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const session = mustChange(await this.pages.see(id, scope), scope);
    const posted = new PostedForm(body);
    const asked = readAttendance(posted, teachersOf(session));
    return this.#change({ request, reply, body, scope, session, posted, asked, form: 'attendance' });
  }

  async #change(change: Change): Promise<FastifyReply> {
    const { request, reply, body, scope, session, posted, asked, form } = change;
    try {
      if (posted.errors.length === 0) {
        const revision = form === 'attendance' ? Number(posted.typed('expectedRevision')) : undefined;
        await this.commandBus.execute(
          new ChangeTraining(session.id, asked, senderOfForm(request, body), revision),
        );
        const text =
          form === 'enrol'
            ? 'The teacher is enrolled.'
            : 'The register is saved and carried into each open link.';
        return this.answers.seeOther(reply, `/training/${session.id}`, { tone: 'green', text });
      }
    } catch (error) {
      posted.errors.push({ message: sentenceOf(error) });
    }
    const sentBack = { form, values: posted.values(), errors: posted.errors };
    return this.#page(request, reply, session, scope, sentBack);
  }

  async #page(
    request: FastifyRequest,
    reply: FastifyReply,
    session: Session,
    scope: Scope,
    sentBack?: SessionMaterial['sentBack'],
  ): Promise<FastifyReply> {
    const view = await this.pages.view(
      session,
      scope,
      () => this.answers.formParts(request, reply),
      sentBack,
    );
    const status = sentBack === undefined ? 200 : 422;
    return this.answers.send(request, reply, { page: SessionPage, view, status, crumbs: CRUMBS });
  }
}

interface Change {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: Posted;
  readonly scope: Scope;
  readonly session: Session;
  readonly posted: PostedForm;
  readonly asked: SessionRequest;
  readonly form: 'enrol' | 'attendance';
}

function mustChange(session: Session, scope: Scope): Session {
  if (!scope.mayChangeLinks || !mayChange(scope, session.programme)) throw new NotAllowed();
  return session;
}

/** What the person reads; every other error is thrown again. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.sentence;
  if (error instanceof ChangedBySomeoneElse)
    return `${error.message} Look at the register above and save again.`;
  throw error;
}
