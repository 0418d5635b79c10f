import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { v5 } from 'uuid';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { MailWaits } from '@linking/application/mails/mail-waits.js';
import { reissue } from '@linking/application/mails/reissue.js';
import { SETTINGS } from '@linking/application/ports.js';
import { markTokenUsed } from '@linking/application/tokens/tokens.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { withSchools } from '@linking/words/link-terms.js';
import { Access } from '../http/access.js';
import { formKey, PageAnswers, type Posted } from '../http/page-answers.js';
import { NamingPage } from '../pages/class-naming/naming-page.js';
import type { NamingView } from '../pages/class-naming/naming-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { NamingPages, type OpenedNaming, type Typed } from './naming-pages.js';

/** Opening the address changes nothing, however often a mail scanner does it; only the form names a teacher, and once. */
@Access('one-time-link')
@Controller('name-teacher/:token')
export class PageNameTeacherController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(NamingPages) private readonly pages: NamingPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, await this.pages.open(token), token);
  }

  @Post()
  async name(
    @Param('token') token: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'open') return this.#page(reply, opened, token);
    const posted = new PostedForm(body);
    await this.#name(opened, posted, formKey(body));
    if (posted.errors.length === 0) return this.answers.seeOther(reply, addressOf(token));
    return this.#page(reply, opened, token, { values: posted.values(), errors: posted.errors });
  }

  /** Goes to the address the first one went to, which the page never names. */
  @Post('send-again')
  async sendAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'expired') return this.#page(reply, opened, token);
    const { pool, clock } = this.pages;
    await reissue({ pool, clock, settings: this.settings }, opened.token);
    this.eventBus.publish(new MailWaits());
    const view: NamingView = { state: 'sent-again', contact: opened.contact };
    return this.answers.send(reply, { page: NamingPage, view });
  }

  /** What cannot be taken is said in the errors of the form. */
  async #name({ token, link, side, names }: OpenedNaming, posted: PostedForm, key: string): Promise<void> {
    const teacher = {
      name: posted.line('teacherName', 'Enter the name of the teacher'),
      email: posted.email('teacherEmail', 'Enter an e-mail address, such as s.malik@school.example'),
    };
    const name = posted.line('className', 'Enter the name of the class, such as 4 Oak');
    const pupilCount = posted.count('pupilCount', 'Enter how many pupils the class has, such as 28');
    if (posted.errors.length > 0) return;
    const commandId = v5(key, token.id);
    const { yearGroups } = link.sides[side];
    const request = {
      type: 'ConfirmClass',
      side,
      name,
      yearGroups,
      pupilCount,
      teachers: [teacher],
    } as const;
    const sender = {
      actor: `person:${token.personId}`,
      channel: 'school-page',
      commandId,
      correlationId: commandId,
    } as const;
    try {
      await this.commandBus.execute(new ChangeLink(link.ref, request, {}, sender));
      await markTokenUsed(this.pages.pool, token.id, this.pages.clock.now());
    } catch (error) {
      if (error instanceof Refusal) posted.errors.push({ message: withSchools(error.sentence, link, names) });
      else if (error instanceof NotAllowed) posted.errors.push({ message: error.message });
      else throw error;
    }
  }

  #page(
    reply: FastifyReply,
    opened: OpenedNaming | undefined,
    token: string,
    typed: Typed = {},
  ): FastifyReply {
    const view: NamingView =
      opened === undefined ? { state: 'not-found' } : this.pages.view(opened, addressOf(token), typed);
    const status = opened === undefined ? 404 : typed.errors === undefined ? 200 : 422;
    return this.answers.send(reply, { page: NamingPage, view, status });
  }
}

const addressOf = (token: string) => `/name-teacher/${encodeURIComponent(token)}`;
