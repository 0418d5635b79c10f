import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { wantedDigestsOf } from '@linking/application/digests/wanted-digests.js';
import { asItWouldGo } from '@linking/application/mails/again/may-go-again.js';
import { SendMailAgain } from '@linking/application/mails/again/send-again.js';
import { recipientOf } from '@linking/application/mails/compose.js';
import { toMail, type Mail, type MailRow } from '@linking/application/mails/mail.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { Refusal } from '@linking/domain/refusal.js';
import { sendAgainReasons } from '@linking/events/correspondence/send-again-reasons.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { NothingToAskPage } from '../pages/forms/nothing-to-ask-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { againFormView, cannotGoView } from './again-form.js';
import { mailHref } from './outbox-view-model.js';

/** Says what sending a mail once more will do, and does it. */
@Controller('outbox/:id/again')
@Access('coordinator', 'national')
export class PageAgainController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async ask(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, await this.#mail(id, scope));
  }

  @Post()
  async send(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const mail = await this.#mail(id, scope);
    const posted = new PostedForm(body);
    const reason = posted.oneOf('reasonCode', sendAgainReasons, 'Choose why it is sent again');
    if (posted.errors.length > 0) return this.#form(reply, mail, posted);
    try {
      const again = new SendMailAgain(mail.id, reason, senderOfForm(reply.request, body));
      const { mailId, already } = await this.commandBus.execute(again);
      const text = already ? 'It is on its way already: no other was asked for.' : 'It goes now.';
      return this.answers.seeOther(reply, mailHref(mailId), { tone: 'green', text });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#cannot(reply, mail, error, 422);
    }
  }

  async #form(reply: FastifyReply, mail: Mail, posted?: PostedForm): Promise<FastifyReply> {
    const { pool, store, clock, settings } = this;
    const lookup = tableLookup({ pool, store, clock }, settings);
    try {
      const going = await asItWouldGo(
        {
          pool,
          clock,
          lookup,
          settings,
          wantedMails: wantedMailsOf(store, wantedDigestsOf({ pool, store, clock, lookup, settings })),
        },
        mail,
      );
      const to = await recipientOf(lookup, going);
      const view = againFormView(going, to, this.answers.formParts(reply), posted);
      const status = posted === undefined ? 200 : 422;
      return this.answers.send(reply, { page: FormPage, view, status, crumbs: crumbsOf(mail) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#cannot(reply, mail, error, posted === undefined ? 200 : 422);
    }
  }

  /** Whoever only asks reads why not; whoever sends is refused. */
  #cannot(reply: FastifyReply, mail: Mail, refusal: Refusal, status: 200 | 422): FastifyReply {
    const view = cannotGoView(mail, refusal);
    return this.answers.send(reply, { page: NothingToAskPage, view, status, crumbs: crumbsOf(mail) });
  }

  async #mail(id: string, scope: Scope): Promise<Mail> {
    const { rows } = await this.pool.query<MailRow>(
      'select * from mails where id = $1 and ($2::text[] is null or programme = any($2))',
      [id, scope.changes === 'all' ? null : scope.changes],
    );
    if (rows[0] === undefined) throw new NotFound();
    return toMail(rows[0]);
  }
}

const crumbsOf = ({ id }: Mail) => [
  { href: '/outbox', label: 'Mails' },
  { href: mailHref(id), label: 'Mail' },
];
