import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PAUSE_REASONS } from '@linking/application/operations/work-parts.js';
import { counted } from '@linking/words/format.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { OperationsPage } from '../pages/operations/operations-page.js';
import { Operations, PARTS_OR_ALL, partsOf, type PartOrAll } from './operations.js';
import { operationsView } from './operations-view-model.js';
import { partWords, pauseForms, pauseReasonWords } from './operations-words.js';

const ADDRESS = '/operations';

/** How the workers, queues and servers do; mails and other work are paused and go on. */
@Controller('operations')
@Access('national', 'admin')
export class PageOperationsController {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const state = await this.operations.state();
    const actors = [...state.acts, ...state.parts.flatMap(({ paused }) => paused ?? [])].map(
      ({ actor }) => actor,
    );
    const view = operationsView({
      state,
      names: await this.operations.namesOf(actors),
      parts: () => this.answers.formParts(reply),
      maySendAgain: scope.changes === 'all',
    });
    return this.answers.send(reply, { page: OperationsPage, view });
  }

  @Get('pause')
  ask(@Query('part') asked: unknown, @Res() reply: FastifyReply): FastifyReply {
    return this.#form(reply, partIn(asked) ?? 'mails');
  }

  @Post('pause')
  async pause(@Body() body: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const part = partIn(body['part']) ?? 'mails';
    const posted = new PostedForm(body);
    const reason = posted.oneOf('reasonCode', PAUSE_REASONS, 'Choose why it is paused');
    if (posted.errors.length > 0) return this.#form(reply, part, posted);
    await this.operations.change(
      { act: 'pause', parts: partsOf(part), reason },
      senderOfForm(reply.request, body),
    );
    const text = `${nameOf(part)}: paused, until somebody lets it go on.`;
    return this.answers.seeOther(reply, ADDRESS, { tone: 'green', text });
  }

  @Post('resume')
  async resume(@Body() body: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const part = partIn(body['part']);
    if (part === undefined) return this.answers.seeOther(reply, ADDRESS);
    await this.operations.change({ act: 'resume', parts: partsOf(part) }, senderOfForm(reply.request, body));
    const text = `${nameOf(part)}: goes on. What waited is done now.`;
    return this.answers.seeOther(reply, ADDRESS, { tone: 'green', text });
  }

  @Post('try-again')
  async tryAgain(@Body() body: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { released, sentAgain, left } = await this.operations.tryAgain(senderOfForm(reply.request, body));
    const gone = released + sentAgain;
    const text =
      gone === 0 ? 'There was no mail to try again.' : `${counted(gone, 'mail is', 'mails are')} tried now.`;
    const more = left === 0 ? [] : [`${counted(left, 'mail')} cannot go again: look at the failed mails.`];
    return this.answers.seeOther(reply, ADDRESS, { tone: gone === 0 ? 'amber' : 'green', text, more });
  }

  #form(reply: FastifyReply, part: PartOrAll, posted?: PostedForm): FastifyReply {
    const { title, intro } = pauseForms[part];
    const view = {
      title,
      intro,
      form: {
        ...this.answers.formParts(reply),
        action: `${ADDRESS}/pause`,
        hidden: { part },
        fields: [
          {
            kind: 'radios' as const,
            name: 'reasonCode',
            label: 'Why is it paused?',
            options: PAUSE_REASONS.map((value) => ({ value, label: pauseReasonWords[value] })),
          },
        ],
        submitLabel: part === 'all' ? 'Pause all work' : `Pause ${nameOf(part).toLowerCase()}`,
        values: posted?.values() ?? {},
        errors: posted?.errors ?? [],
        also: [{ href: ADDRESS, label: 'Back', look: 'link' as const }],
      },
    };
    return this.answers.send(reply, {
      page: FormPage,
      view,
      status: posted === undefined ? 200 : 422,
      crumbs: [{ href: ADDRESS, label: 'Operations' }],
    });
  }
}

const partIn = (asked: unknown): PartOrAll | undefined => PARTS_OR_ALL.find((part) => part === asked);
const nameOf = (part: PartOrAll) => (part === 'all' ? 'All work' : partWords[part].name);
