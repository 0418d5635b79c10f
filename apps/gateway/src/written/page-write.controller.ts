import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { isUUID } from 'class-validator';
import { WriteToPeople } from '@linking/application/mails/written/write-to-people.js';
import { Refusal } from '@linking/domain/refusal.js';
import { questionOf } from '@linking/domain/words-to-question.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { mailsPausedView } from '../operations/mails-paused.js';
import { FormPage } from '../pages/forms/form-page.js';
import { NothingToAskPage } from '../pages/forms/nothing-to-ask-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { WritePreviewPage } from '../pages/outbox/write-preview-page.js';
import { readWriting, sentWords, writeFormView, type WriteMaterial } from './write-form.js';
import { WritePages } from './write-pages.js';

const CRUMBS = [
  { href: '/links', label: 'Links' },
  { href: '/links/together', label: 'Record for several links' },
];

/** One text to chosen people: written, looked at with who gets it, then sent. */
@Controller('write')
@Access('coordinator', 'national')
export class PageWriteController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(WritePages) private readonly pages: WritePages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async ask(
    @Query('session') session: unknown,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.pages.material(scope, idOf(session));
    if (material.links.length === 0 && material.session === undefined) {
      const empty = {
        title: 'No open link this year',
        sentence: 'Links that were proposed for this year stand here.',
      };
      const view = { title: 'Write to people of several links', empty };
      return this.answers.send(reply, { page: NothingToAskPage, view, crumbs: CRUMBS });
    }
    return this.#form(reply, material);
  }

  @Post()
  async write(
    @Query('session') session: unknown,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.pages.material(scope, idOf(session));
    // The page that shows who gets it posts the references as one text.
    const refs = typeof body['refs'] === 'string' ? { ticked: body['refs'].split(' ') } : {};
    const posted = new PostedForm({ ...body, ...refs });
    if (posted.typed('change') !== '') return this.#form(reply, material, posted, { status: 200 });
    const said = readWriting(posted, material);
    const questioned = questionOf(`${said.subject}\n${said.text}`) !== undefined;
    if (questioned && !said.checked) {
      posted.wrong(
        'checked',
        'This looks like a child’s name or a phone number: take it out, or say that you have checked it',
      );
    }
    if (posted.errors.length > 0) return this.#form(reply, material, posted, { questioned });
    try {
      if (posted.typed('people') === '') {
        const parts = this.answers.formParts(reply);
        const preview = await this.pages.preview(said, scope, parts, material.session?.id);
        const view = { ...preview, ...mailsPausedView(material.mailsPause) };
        return this.answers.send(reply, { page: WritePreviewPage, view, crumbs: CRUMBS });
      }
      const { people } = await this.commandBus.execute(
        new WriteToPeople(said, senderOfForm(reply.request, body)),
      );
      return this.answers.seeOther(reply, '/outbox', sentWords(people, material.mailsPause));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: [error.sentence, error.more.nextStep].filter(Boolean).join(' ') });
      return this.#form(reply, material, posted, { questioned });
    }
  }

  #form(
    reply: FastifyReply,
    material: WriteMaterial,
    posted?: PostedForm,
    { questioned = false, status = 422 } = {},
  ): FastifyReply {
    const asked = questioned || posted?.tick('checked') === true;
    const view = writeFormView(material, this.answers.formParts(reply), posted, asked);
    return this.answers.send(reply, {
      page: FormPage,
      view,
      status: posted === undefined ? 200 : status,
      crumbs: CRUMBS,
    });
  }
}

const idOf = (session: unknown) => (isUUID(session) && typeof session === 'string' ? session : undefined);
