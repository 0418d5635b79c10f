import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import type { MailStatus } from '@linking/application/mails/mail.js';
import { listMails, showMail, type ShownMail } from '@linking/application/mails/outbox.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { peopleById } from '@linking/application/people/people.js';
import { EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { cursorOf, readCursor } from '../http/paging.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { MailPage } from '../pages/outbox/mail-page.js';
import { OutboxPage } from '../pages/outbox/outbox-page.js';
import { showMailPart } from './mail-part.js';
import { mailTags, mailView, outboxView } from './outbox-view-model.js';

const A_PAGE = 50;

@Controller('outbox')
@Access('signed-in')
export class PageOutboxController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { link = '', status = '', after } = textsOf(query);
    const [dueAt, id] = readCursor(after, 2) ?? [];
    const found = await listMails(this.pool, {
      programmes: scope.programmes,
      limit: A_PAGE + 1,
      ...(link.trim() === '' ? {} : { subject: link.trim().toUpperCase() }),
      ...(isStatus(status) ? { status } : {}),
      ...(dueAt === undefined ? {} : { after: { dueAt: String(dueAt), id: String(id) } }),
    });
    const mails = found.slice(0, A_PAGE);
    const last = found.length > A_PAGE ? mails.at(-1) : undefined;
    const people = await peopleById(
      this.pool,
      mails.map(({ personId }) => personId),
    );
    const next = last === undefined ? {} : { next: cursorOf([last.dueAt, last.id]) };
    const view = outboxView({
      mails,
      people,
      link: link.trim(),
      status: isStatus(status) ? status : '',
      sendsOut: this.settings.smtpUrl !== undefined,
      ...next,
    });
    return this.answers.send(request, reply, { page: OutboxPage, view });
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shown = await this.#mail(id, scope);
    const { mailFrom, publicUrl } = this.settings;
    const view = mailView(shown, mailFrom, shown.address?.slice(publicUrl.length));
    return this.answers.send(request, reply, {
      page: MailPage,
      view,
      crumbs: [{ href: '/outbox', label: 'Outbox' }],
    });
  }

  @Get(':id/html')
  async html(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { rendered } = await this.#mail(id, scope);
    return showMailPart(reply, rendered.html);
  }

  async #mail(id: string, { programmes }: Scope): Promise<ShownMail> {
    const { pool, store, settings } = this;
    const lookup = tableLookup({ pool, store }, settings);
    const options = { programmes, workingAddresses: settings.demo };
    const shown = await showMail({ pool, lookup, settings }, id, options);
    if (shown === undefined) throw new NotFound();
    return shown;
  }
}

const isStatus = (text: string): text is MailStatus => Object.hasOwn(mailTags, text);
