import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { showAccountMail, type ShownAccountMail } from '@linking/application/accounts/account-mails.js';
import { POOL, SETTINGS } from '@linking/application/ports.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { IdAddress } from '../http/addresses.dto.js';
import { PageAnswers } from '../http/page-answers.js';
import { showMailPart } from '../outbox/mail-part.js';
import { MailPage } from '../pages/outbox/mail-page.js';
import { accountMailView } from './account-mail-view-model.js';

class MailAddress extends IdAddress {
  @IsUUID('all', { message: 'The address ends in a UUID.' })
  mail: string;
}

/** Mails about an account. Only the demonstration shows the address in them. */
@Access('admin')
@Controller('users/:id/mails/:mail')
export class PageUserMailsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Param() address: MailAddress, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const shown = await this.#mail(address);
    return this.answers.send(reply, {
      page: MailPage,
      view: accountMailView(shown, this.settings.mailFrom),
      crumbs: [
        { href: '/users', label: 'Users' },
        { href: `/users/${address.id}`, label: shown.to.name },
      ],
    });
  }

  @Get('html')
  async html(@Param() address: MailAddress, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return showMailPart(reply, (await this.#mail(address)).rendered.html);
  }

  async #mail({ id, mail }: MailAddress): Promise<ShownAccountMail> {
    const { demo } = this.settings;
    const which = { userId: id, id: mail };
    const shown = await showAccountMail(this.pool, this.settings, which, { workingAddresses: demo });
    if (shown === undefined) throw new NotFound();
    return shown;
  }
}
