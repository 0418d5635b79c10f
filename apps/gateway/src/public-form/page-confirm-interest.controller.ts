import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { LogGrew } from '@linking/application/commands/log-grew.js';
import { askForNewAddress } from '@linking/application/public-form/ask-for-interest.js';
import { confirmInterest } from '@linking/application/public-form/confirm-interest.js';
import { confirmPath } from '@linking/application/public-form/request-mails.js';
import { Refusal } from '@linking/domain/refusal.js';
import { Access } from '../http/access.js';
import { PageAnswers, type Posted } from '../http/page-answers.js';
import { ConfirmPage } from '../pages/public-form/confirm-page.js';
import type { ConfirmView } from '../pages/public-form/public-form-view.js';
import { openView } from './confirm-view-model.js';
import { OpenedRequests, type OpenedRequest } from './opened-requests.js';

/** Opening the address changes nothing, however often a mail scanner does it; only the button records, and once. */
@Access('one-time-link')
@Controller('interest/confirm/:token')
export class PageConfirmInterestController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(OpenedRequests) private readonly requests: OpenedRequests,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, token, await this.requests.open(token));
  }

  @Post()
  async confirm(
    @Param('token') token: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.requests.open(token);
    if (opened.state !== 'open') return this.#page(reply, token, opened);
    const problem =
      body['version'] === String(opened.request.version)
        ? await this.#record(opened)
        : 'The form was sent again with other words meanwhile. This is the newest; please read it once more.';
    if (problem === undefined) return this.answers.seeOther(reply, confirmPath(token));
    return this.#page(reply, token, { ...opened, problem });
  }

  /** Goes to the address that was typed, which the page never names. */
  @Post('send-again')
  async sendAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.requests.open(token);
    if (opened.state !== 'expired') return this.#page(reply, token, opened);
    await askForNewAddress(this.requests, opened.request.id);
    this.eventBus.publish(new LogGrew());
    return this.#send(reply, { state: 'sent-again' });
  }

  /** Why it could not be recorded; nothing when it was, or when the school had one already. */
  async #record({
    request,
  }: Extract<OpenedRequest, { readonly state: 'open' }>): Promise<string | undefined> {
    const { pool, store } = this.requests;
    try {
      await confirmInterest({ pool, store, commandBus: this.commandBus }, request);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return problemText(error, this.requests.settings.nationalOffice);
    }
  }

  #page(reply: FastifyReply, token: string, opened: OpenedRequest): FastifyReply {
    switch (opened.state) {
      case 'open': {
        const view = openView({ ...opened, token }, opened.said);
        return this.#send(reply, view, opened.problem === undefined ? 200 : 422);
      }
      case 'expired': {
        const action = `${confirmPath(token)}/send-again`;
        const look = { label: 'Send me a new one', look: 'primary', csrf: '' } as const;
        const sendAgain = { action, ...look, idempotencyKey: randomUUID() };
        return this.#send(reply, { state: 'expired', sendAgain });
      }
      case 'settled':
        return this.#send(reply, opened.view);
      case 'not-found':
        return this.#send(reply, { state: 'not-found' }, 404);
    }
  }

  #send(reply: FastifyReply, view: ConfirmView, status = 200): FastifyReply {
    return this.answers.send(reply, { page: ConfirmPage, view, status });
  }
}

/** In the words of a school: a refusal's next step is meant for coordinators. */
function problemText({ code, sentence, more }: Refusal, nationalOffice: string): string {
  switch (code) {
    case 'SCHOOL_CLOSED':
      return `${sentence} Please fill in the form again for the school that you belong to now.`;
    case 'PROGRAMME_PAUSED':
    case 'PROGRAMME_LEFT':
      return `${sentence} Please write to the national office at ${nationalOffice}; what you typed is kept for two weeks.`;
    default:
      return `${sentence} ${more.nextStep ?? ''}`.trim();
  }
}
