import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { v5 } from 'uuid';
import type { Sender } from '@linking/application/commands/sender.js';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { MailWaits } from '@linking/application/mails/mail-waits.js';
import { Refusal } from '@linking/domain/refusal.js';
import { Access } from '../http/access.js';
import { formKey, PageAnswers, type Posted } from '../http/page-answers.js';
import { withSchools } from '@linking/words/link-terms.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import type { FlashView } from '../pages/layout/page-frame.js';
import { TeacherFormPage } from '../pages/teacher/teacher-form-page.js';
import { TeacherPage } from '../pages/teacher/teacher-page.js';
import { teacherForm, type TeacherForm } from './teacher-forms.js';
import { TeacherPages } from './teacher-pages.js';
import { partnerName, type Taught } from './teacher-words.js';

const ONE_STEP = ':ref/:side/:step';

interface Asked {
  readonly taught: Taught;
  readonly form: TeacherForm;
  readonly address: string;
  readonly action: string;
  readonly sender: (body: Posted) => Sender;
}

/** Opening an address changes nothing, however often a mail scanner does it; only its forms do, each of them once. */
@Access('one-time-link')
@Controller('teacher/:token')
export class PageTeacherController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(TeacherPages) private readonly pages: TeacherPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const view = await this.pages.view(await this.pages.open(token), addressOf(token));
    const status = view.state === 'not-found' ? 404 : 200;
    return this.answers.send(reply, { page: TeacherPage, view, status });
  }

  /** Goes to the address that we have of her, which the page never names. */
  @Post('send-again')
  async sendAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'expired' || !(await this.pages.sendAgain(opened.token))) {
      return this.show(token, reply);
    }
    this.eventBus.publish(new MailWaits());
    return this.answers.send(reply, { page: TeacherPage, view: { state: 'sent-again' } });
  }

  @Post('calendar')
  async calendar(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'open') return this.show(token, reply);
    const view = await this.pages.calendar(opened.token, addressOf(token));
    return this.answers.send(reply, { page: TeacherPage, view });
  }

  @Get(ONE_STEP)
  async ask(@Param() path: Record<string, string>, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const asked = await this.#asked(path);
    if (asked === undefined) return this.#notHers(path, reply);
    const { form, taught, address } = asked;
    if (form.isRecorded === true) return this.answers.seeOther(reply, address, RECORDED_ALREADY);
    if (taught.link.paused !== undefined) return this.answers.seeOther(reply, address);
    return this.#form(reply, asked);
  }

  @Post(ONE_STEP)
  async record(
    @Param() path: Record<string, string>,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = await this.#asked(path);
    if (asked === undefined) return this.#notHers(path, reply);
    const posted = new PostedForm(body);
    const changed = await this.#record(asked, posted, body);
    if (changed === undefined) return this.#form(reply, asked, posted);
    const thanks: FlashView = { tone: 'green', text: asked.form.done, more: [IF_WRONG] };
    return this.answers.seeOther(reply, asked.address, changed ? thanks : RECORDED_ALREADY);
  }

  /** An address that expired says so; any other link, side or step is not found. */
  async #notHers({ token = '' }: Record<string, string>, reply: FastifyReply): Promise<FastifyReply> {
    const opened = await this.pages.open(token);
    if (opened?.state === 'expired') return this.show(token, reply);
    return this.answers.send(reply, {
      page: TeacherPage,
      view: { state: 'not-found' },
      status: 404,
    });
  }

  /** Whether anything was recorded; `undefined` when the form goes back, with the reason in its errors. */
  async #record({ form, taught, sender }: Asked, posted: PostedForm, body: Posted) {
    const { request, said } = form.read(posted);
    if (posted.errors.length > 0) return undefined;
    const { link, names } = taught;
    try {
      const { events } = await this.commandBus.execute(new ChangeLink(link.ref, request, said, sender(body)));
      return events.length > 0;
    } catch (error) {
      if (error instanceof Refusal) posted.errors.push({ message: withSchools(error.sentence, link, names) });
      else if (error instanceof NotAllowed) posted.errors.push({ message: error.message });
      else throw error;
      return undefined;
    }
  }

  async #asked({
    token = '',
    ref = '',
    side = '',
    step = '',
  }: Record<string, string>): Promise<Asked | undefined> {
    const opened = await this.pages.open(token);
    if (opened?.state !== 'open') return undefined;
    const taught = await this.pages.taught(opened, ref, side);
    const form = taught && teacherForm(step, taught);
    if (taught === undefined || form === undefined) return undefined;
    const address = addressOf(token);
    const { id, personId } = opened.token;
    return {
      taught,
      form,
      address,
      action: `${address}/${taught.link.ref}/${taught.side}/${step}`,
      sender: (body) => {
        const commandId = v5(formKey(body), id);
        return { actor: `person:${personId}`, channel: 'school-page', commandId, correlationId: commandId };
      },
    };
  }

  #form(reply: FastifyReply, { taught, form, action, address }: Asked, sentBack?: PostedForm): FastifyReply {
    const view = {
      title: form.title,
      eyebrow: `${taught.link.ref} · with ${partnerName(taught)}`,
      ...(form.lead === undefined ? {} : { lead: form.lead }),
      form: {
        action,
        fields: form.fields,
        submitLabel: form.submitLabel,
        values: sentBack?.values() ?? form.values,
        errors: sentBack?.errors ?? [],
        // The address itself is what only its reader has.
        csrf: '',
        idempotencyKey: randomUUID(),
        also: [{ href: address, label: 'Back to your page', look: 'link' as const }],
      },
    };
    const status = sentBack === undefined ? 200 : 422;
    return this.answers.send(reply, { page: TeacherFormPage, view, status });
  }
}

const addressOf = (token: string) => `/teacher/${encodeURIComponent(token)}`;

const IF_WRONG = 'Was this wrong? Tell your local facilitator, who corrects it.';
const RECORDED_ALREADY: FlashView = {
  tone: 'amber',
  text: 'This was recorded already; nothing was changed.',
  more: [IF_WRONG],
};
