import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { stoppableOf, type Stoppable } from '@linking/application/mails/optional/stop-address.js';
import { resumeMails, stopMails, stoppedSince } from '@linking/application/mails/optional/stopped-mails.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { FormPage } from '../pages/forms/form-page.js';
import { MessagePage, type MessagePageView } from '../pages/layout/message-page.js';

/** As the other personal addresses say it. */
const UNKNOWN_ADDRESS: MessagePageView = {
  heading: 'We do not know this link',
  sentences: [
    'The address may be cut off. Open it again from the mail, or copy the whole line into the browser.',
  ],
};

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
    return this.#answer(reply, token, async () => undefined);
  }

  @Post()
  @HttpCode(200)
  async stop(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#answer(reply, token, (which) => stopMails(this.pool, which, this.clock.now()));
  }

  @Post('again')
  @HttpCode(200)
  async resume(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#answer(reply, token, (which) => resumeMails(this.pool, which));
  }

  async #answer(
    reply: FastifyReply,
    token: string,
    change: (which: Stoppable) => Promise<unknown>,
  ): Promise<FastifyReply> {
    const which = stoppableOf(this.settings, token);
    if (which === undefined) {
      return this.answers.send(reply, { page: MessagePage, view: UNKNOWN_ADDRESS, status: 404 });
    }
    await change(which);
    return this.#page(reply, token, which);
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
