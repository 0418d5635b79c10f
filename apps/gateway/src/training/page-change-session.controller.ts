import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { ChangeTraining, type SessionRequest } from '@linking/application/training/training-commands.js';
import type { Session } from '@linking/domain/training/session.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import type { FormView } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import type { FlashView } from '../pages/layout/page-frame.js';
import {
  cancelForm,
  moveForm,
  readCancel,
  readMove,
  type ChangeFormMaterial,
} from './change-session-forms.js';
import { crumbsOf, errorOf } from './session-answers.js';
import { SessionPages, type SeenSession } from './session-pages.js';
import { cancelledText, movedText } from './session-sentences.js';
import { factsOf, headingOf } from './session-view-model.js';

/** Another date, time or place for a session, or none at all. */
@Controller('training/:id')
@Access('coordinator', 'national')
export class PageChangeSessionController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(SessionPages) private readonly pages: SessionPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get('move')
  async askMove(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, await this.pages.seeToChange(id, scope), move);
  }

  @Post('move')
  async move(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#change(reply, body, await this.pages.seeToChange(id, scope), move);
  }

  @Get('cancel')
  async askCancel(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, await this.pages.seeToChange(id, scope), cancel);
  }

  @Post('cancel')
  async cancel(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#change(reply, body, await this.pages.seeToChange(id, scope), cancel);
  }

  async #change(
    reply: FastifyReply,
    body: Posted,
    seen: SeenSession,
    change: ChangePage,
  ): Promise<FastifyReply> {
    const { session } = seen;
    const posted = new PostedForm(body);
    const asked = change.read(posted, await this.pages.venues(session));
    if (posted.errors.length === 0) {
      try {
        const sender = senderOfForm(reply.request, body);
        const changing = new ChangeTraining(session.id, asked, sender, posted.revision());
        const after = (await this.commandBus.execute(changing)).session;
        return this.answers.seeOther(reply, `/training/${session.id}`, change.done(after));
      } catch (error) {
        posted.errors.push(errorOf(error));
      }
    }
    return this.#form(reply, seen, change, posted);
  }

  async #form(
    reply: FastifyReply,
    { session, facts }: SeenSession,
    change: ChangePage,
    posted?: PostedForm,
  ): Promise<FastifyReply> {
    const view = {
      title: change.title,
      eyebrow: headingOf(session),
      intro: change.intro,
      known: factsOf({ session, venue: await this.pages.venueWords(facts) }),
      form: change.form({
        session,
        venues: await this.pages.venues(session),
        parts: this.answers.formParts(reply),
        ...(posted === undefined ? {} : { values: posted.values(), errors: posted.errors }),
      }),
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs: crumbsOf(session) });
  }
}

interface ChangePage {
  readonly title: string;
  readonly intro: string;
  readonly form: (material: ChangeFormMaterial) => FormView;
  readonly read: (posted: PostedForm, venues: ChangeFormMaterial['venues']) => SessionRequest;
  readonly done: (after: Session) => FlashView;
}

const move: ChangePage = {
  title: 'Move the session',
  intro: 'Every place and the waiting list move with it, and so do the links of the teachers.',
  form: moveForm,
  read: readMove,
  done: movedText,
};

const cancel: ChangePage = {
  title: 'Cancel the session',
  intro: 'Its places are taken back in every open link. The session stays in the list as cancelled.',
  form: cancelForm,
  read: readCancel,
  done: cancelledText,
};
