import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { stoppableOf, type Stoppable } from '@linking/application/mails/optional/stop-address.js';
import { resumeMails, stopMails, stoppedSince } from '@linking/application/mails/optional/stopped-mails.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { FormPage } from '../pages/forms/form-page.js';

/** Opening the address changes nothing, however often a scanner does it; a mail program's one click is a POST. */
@Access('one-time-link')
@Controller('unsubscribe/:token')
export class PageUnsubscribeController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, token, this.#which(token));
  }

  @Post()
  @HttpCode(200)
  async stop(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const which = this.#which(token);
    await stopMails(this.pool, which, this.clock.now());
    return this.#page(reply, token, which);
  }

  @Post('again')
  @HttpCode(200)
  async resume(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const which = this.#which(token);
    await resumeMails(this.pool, which);
    return this.#page(reply, token, which);
  }

  #which(token: string): Stoppable {
    const which = stoppableOf(this.settings, token);
    if (which === undefined) throw new NotFound();
    return which;
  }

  async #page(reply: FastifyReply, token: string, which: Stoppable): Promise<FastifyReply> {
    const stopped = (await stoppedSince(this.pool, which)) !== undefined;
    const titles: Readonly<Record<string, string>> = mailTitles;
    const title = titles[which.rule] ?? which.rule;
    const view = {
      title: stopped ? 'These mails have stopped' : 'Stop these mails?',
      intro: stopped
        ? `“${title}” is not sent to this mailbox any more. All other mails still are.`
        : `“${title}” would not be sent to this mailbox any more. All other mails still are.`,
      form: {
        ...this.answers.formParts(reply),
        action: `/unsubscribe/${encodeURIComponent(token)}${stopped ? '/again' : ''}`,
        fields: [],
        submitLabel: stopped ? 'Send them again' : 'Stop these mails',
        values: {},
        errors: [],
      },
    };
    return this.answers.send(reply, { page: FormPage, view });
  }
}
