import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { v5 } from 'uuid';
import { agreementReasons } from '@linking/events/link/codes.js';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { Refusal } from '@linking/domain/refusal.js';
import { Access } from '../http/access.js';
import { formKey, PageAnswers, type Posted } from '../http/page-answers.js';
import { SigningPage } from '../pages/agreement/signing-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import type { Answer } from './answer-view-model.js';
import { SigningPages, type OpenedAddress } from './signing-pages.js';

/** A school declines what it was sent, or its new head takes a signature back. Opening the pages changes nothing. */
@Access('one-time-link')
@Controller('sign/:token')
export class PageAnswerController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(SigningPages) private readonly pages: SigningPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get(':answer')
  async ask(
    @Param('token') token: string,
    @Param('answer') asked: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const answer = answerOf(asked);
    const opened = await this.pages.open(token);
    if (opened === undefined || !this.pages.mayAnswer(opened, answer)) return this.#back(reply, token);
    return this.#form(reply, { opened, token, answer });
  }

  @Post(':answer')
  async answer(
    @Param('token') token: string,
    @Param('answer') asked: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const answer = answerOf(asked);
    const opened = await this.pages.open(token);
    if (opened === undefined || !this.pages.mayAnswer(opened, answer)) return this.#back(reply, token);
    const posted = new PostedForm(body);
    const reasonCode = posted.oneOf('reasonCode', agreementReasons, 'Choose the reason');
    const note = posted.words('note');
    if (posted.errors.length === 0) {
      await this.#send(
        opened,
        answer,
        { reasonCode, ...(note === undefined ? {} : { note }) },
        posted,
        formKey(body),
      );
    }
    if (posted.errors.length === 0) return this.#back(reply, token);
    return this.#form(reply, { opened, token, answer, posted });
  }

  async #send(
    { token, link, side }: OpenedAddress,
    answer: Answer,
    { reasonCode, ...said }: { readonly reasonCode: string; readonly note?: string },
    posted: PostedForm,
    key: string,
  ): Promise<void> {
    const commandId = v5(key, token.id);
    const sender = {
      actor: `person:${token.personId}`,
      channel: 'school-page',
      commandId,
      correlationId: commandId,
    } as const;
    const type = answer === 'decline' ? ('DeclineAgreement' as const) : ('RevokeAgreement' as const);
    try {
      await this.commandBus.execute(new ChangeLink(link.ref, { type, side, reasonCode }, said, sender));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: error.sentence });
    }
  }

  #form(
    reply: FastifyReply,
    {
      opened,
      token,
      answer,
      posted,
    }: { opened: OpenedAddress; token: string; answer: Answer; posted?: PostedForm },
  ): FastifyReply {
    const typed = posted === undefined ? {} : { values: posted.values(), errors: posted.errors };
    const view = this.pages.answerForm(opened, addressOf(token), answer, typed);
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: SigningPage, view, status });
  }

  /** The page to sign on says how it stands. */
  #back(reply: FastifyReply, token: string): FastifyReply {
    return this.answers.seeOther(reply, addressOf(token));
  }
}

const addressOf = (token: string) => `/sign/${encodeURIComponent(token)}`;

function answerOf(asked: string): Answer {
  if (asked === 'decline' || asked === 'revoke') return asked;
  throw new NotFound();
}
