import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { v5 } from 'uuid';
import { signerRoles } from '@linking/events/link/codes.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { MailWaits } from '@linking/application/mails/mail-waits.js';
import { reissue } from '@linking/application/mails/reissue.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import { markTokenUsed } from '@linking/application/tokens/tokens.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { formKey, PageAnswers, type Posted } from '../http/page-answers.js';
import { SignedPage } from '../pages/agreement/signed-page.js';
import { SigningPage } from '../pages/agreement/signing-page.js';
import type { SigningView } from '../pages/agreement/signing-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { SigningPages, type OpenedAddress, type Typed } from './signing-pages.js';
import { signedView, textOf } from './signing-view-model.js';

/** Opening the address changes nothing, however often a mail scanner does it; only the form signs, and once. */
@Access('one-time-link')
@Controller('sign/:token')
export class PageSigningController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(SigningPages) private readonly pages: SigningPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query('for') forWhom: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    return this.#page(reply, { opened, token, typed: { forHead: forWhom === 'head' } });
  }

  @Post()
  async sign(
    @Param('token') token: string,
    @Query('for') forWhom: unknown,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    const forHead = forWhom === 'head';
    if (opened === undefined || opened.state !== 'open') {
      return this.#page(reply, { opened, token, typed: { forHead } });
    }
    const posted = new PostedForm(body);
    const signature = readSignature(posted, opened);
    if (posted.errors.length === 0) await this.#sign(opened, signature, posted, formKey(body));
    if (posted.errors.length === 0) return this.answers.seeOther(reply, `${addressOf(token)}/signed`);
    const typed = { forHead, values: posted.values(), errors: posted.errors };
    return this.#page(reply, { opened, token, typed, status: 422 });
  }

  @Get('signed')
  async signed(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'signed') return this.answers.seeOther(reply, addressOf(token));
    return this.answers.send(reply, { page: SignedPage, view: signedView(opened.material) });
  }

  /** Goes to the address the first one went to, which the page never names. */
  @Post('send-again')
  async sendAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'expired') return this.#page(reply, { opened, token, typed: { forHead: false } });
    await reissue({ pool: this.pool, clock: this.clock, settings: this.settings }, opened.token);
    this.eventBus.publish(new MailWaits());
    const view: SigningView = { state: 'sent-again', contact: opened.material.contact };
    return this.answers.send(reply, { page: SigningPage, view });
  }

  async #sign(
    { token, link, side, material }: OpenedAddress,
    { signer, signerRole }: ReturnType<typeof readSignature>,
    posted: PostedForm,
    key: string,
  ): Promise<void> {
    const commandId = v5(key, token.id);
    const { version: textVersion } = textOf(material);
    const sender = {
      actor: `person:${token.personId}`,
      channel: 'school-page',
      commandId,
      correlationId: commandId,
    } as const;
    const means = 'mailed-page';
    const request = {
      type: 'SignAgreement',
      side,
      signer,
      signerRole,
      textVersion,
      agreed: true,
      means,
    } as const;
    try {
      await this.commandBus.execute(new ChangeLink(link.ref, request, {}, sender));
      await markTokenUsed(this.pool, token.id, this.clock.now());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: error.sentence });
    }
  }

  #page(
    reply: FastifyReply,
    {
      opened,
      token,
      typed,
      status,
    }: { opened: OpenedAddress | undefined; token: string; typed: Typed; status?: number },
  ): FastifyReply {
    const view: SigningView =
      opened === undefined ? { state: 'not-found' } : this.pages.view(opened, addressOf(token), typed);
    const answered = status ?? (opened === undefined ? 404 : 200);
    return this.answers.send(reply, { page: SigningPage, view, status: answered });
  }
}

const addressOf = (token: string) => `/sign/${encodeURIComponent(token)}`;

/** The person who was asked, told by her name; or somebody else of the school, who is registered by this. */
function readSignature(posted: PostedForm, { token, headName }: OpenedAddress) {
  const name = posted.line('signerName', 'Enter your full name');
  const signerRole = posted.oneOf('signerRole', signerRoles, 'Choose your role');
  if (!posted.tick('agreed')) posted.wrong('agreed', 'Tick the box to agree to the points above.');
  const herself = name.toLowerCase() === headName.toLowerCase();
  return { signerRole, signer: herself ? { personId: token.personId } : { name, role: signerRole } };
}
