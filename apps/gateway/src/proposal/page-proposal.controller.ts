import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { v5 } from 'uuid';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { RequestOf, Said } from '@linking/application/links/link-request.js';
import { MailWaits } from '@linking/application/mails/mail-waits.js';
import { reissue } from '@linking/application/mails/reissue.js';
import { SETTINGS } from '@linking/application/ports.js';
import { markTokenUsed } from '@linking/application/tokens/tokens.js';
import { sidesOfHead, unansweredSides } from '@linking/domain/link/proposal-answers.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { formKey, PageAnswers, type Posted } from '../http/page-answers.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { ProposalPage } from '../pages/proposal/proposal-page.js';
import { ProposalPages, type OpenedProposal } from './proposal-pages.js';
import { noReasons, yesOrNo } from './proposal-view-model.js';

type Answer = RequestOf<'AcceptProposal' | 'DeclineProposal'>;

/** A headteacher answers a proposal. Opening the pages changes nothing, however often a mail scanner does it. */
@Access('one-time-link')
@Controller('proposal/:token')
export class PageProposalController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ProposalPages) private readonly pages: ProposalPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, await this.pages.open(token), token);
  }

  @Post('yes')
  async yes(
    @Param('token') token: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'open') return this.#back(reply, token);
    // The one head of a link within a school answers for both of its classes. What is refused, the page says.
    for (const side of ownSides(opened)) {
      await this.#send(opened, { type: 'AcceptProposal', side, means: 'page' }, {}, formKey(body));
    }
    return this.#back(reply, token);
  }

  @Get('no')
  async askWhy(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'open') return this.#back(reply, token);
    const view = this.pages.noForm(opened, addressOf(token), {});
    return this.answers.send(reply, { page: ProposalPage, view });
  }

  @Post('no')
  async no(
    @Param('token') token: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'open') return this.#back(reply, token);
    const posted = new PostedForm(body);
    const reasonCode = posted.oneOf('reasonCode', noReasons, 'Choose the reason');
    const other = posted.oneOf('wantsOtherPartner', yesOrNo, 'Choose whether we look for another partner');
    const note = posted.words('note');
    if (posted.errors.length === 0) {
      const { side } = opened.material;
      const request = {
        type: 'DeclineProposal',
        side,
        reasonCode,
        wantsOtherPartner: other === 'yes',
      } as const;
      const refused = await this.#send(opened, request, note === undefined ? {} : { note }, formKey(body));
      if (refused !== undefined) posted.errors.push({ message: refused });
    }
    if (posted.errors.length === 0) return this.#back(reply, token);
    const typed = { values: posted.values(), errors: posted.errors };
    const view = this.pages.noForm(opened, addressOf(token), typed);
    return this.answers.send(reply, { page: ProposalPage, view, status: 422 });
  }

  /** Goes to the address the first one went to, which the page never names. */
  @Post('send-again')
  async sendAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'expired') return this.#page(reply, opened, token);
    const { pool, clock } = this.pages;
    await reissue({ pool, clock, settings: this.settings }, opened.token);
    this.eventBus.publish(new MailWaits());
    const view = { state: 'sent-again', contact: opened.material.contact } as const;
    return this.answers.send(reply, { page: ProposalPage, view });
  }

  /** Answers the sentence with which it was refused. */
  async #send(
    { token, material: { link } }: OpenedProposal,
    answer: Answer,
    said: Said,
    key: string,
  ): Promise<string | undefined> {
    const commandId = v5(`${key} ${answer.side}`, token.id);
    const sender = {
      actor: `person:${token.personId}`,
      channel: 'school-page',
      commandId,
      correlationId: commandId,
    } as const;
    try {
      await this.commandBus.execute(new ChangeLink(link.ref, answer, said, sender));
      await markTokenUsed(this.pages.pool, token.id, this.pages.clock.now());
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.sentence;
    }
  }

  #page(reply: FastifyReply, opened: OpenedProposal | undefined, token: string): FastifyReply {
    const view =
      opened === undefined ? ({ state: 'not-found' } as const) : this.pages.view(opened, addressOf(token));
    return this.answers.send(reply, { page: ProposalPage, view, status: opened === undefined ? 404 : 200 });
  }

  /** The page of the proposal says how it stands. */
  #back(reply: FastifyReply, token: string): FastifyReply {
    return this.answers.seeOther(reply, addressOf(token));
  }
}

const addressOf = (token: string) => `/proposal/${encodeURIComponent(token)}`;

const ownSides = ({ token, material: { link } }: OpenedProposal) =>
  sidesOfHead(link, token.personId).filter((side) => unansweredSides(link).includes(side));
