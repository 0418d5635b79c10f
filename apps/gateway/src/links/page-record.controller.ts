import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { ChangeLink, type LinkChanged } from '@linking/application/links/change-link.js';
import { isForPartner } from '@linking/application/links/partner-may.js';
import { Refusal } from '@linking/domain/refusal.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { CommandListPage } from '../pages/links/command-list-page.js';
import { ChooseValuePage } from '../pages/links/choose-value-page.js';
import type { CommandForm, FormContext } from './forms/command-form.js';
import { commandForm, isInUse } from './forms/command-forms.js';
import { todayAfter } from '../today/today-addresses.js';
import { withSchools } from '@linking/words/link-terms.js';
import {
  isFromToday,
  readCommand,
  sentBackBy,
  type ReadCommand,
  type SentBack,
} from './forms/command-form-view.js';
import { rulesAsked } from './forms/soft-rules.js';
import { LinkReader, textsOf, type SeenLink } from './link-reader.js';
import { changedMeanwhile, chooseValueView, commandListView, recordFormView } from './record-view-model.js';

/** Every command of a link as a form on a page of its own. */
@Controller('links/:ref/record')
@Access('coordinator', 'national')
export class PageRecordController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async everything(
    @Param('ref') ref: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = mustChange(await this.reader.see(ref, scope));
    const view = commandListView(seen.link, await this.reader.names(seen.facts), seen.isPartner);
    return this.answers.send(reply, { page: CommandListPage, view, crumbs: crumbs(ref) });
  }

  @Get(':command')
  async ask(
    @Param('ref') ref: string,
    @Param('command') command: string,
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = mustChange(await this.reader.see(ref, scope), command);
    const form = formOf(command, seen);
    const context = await this.reader.formContext(seen, textsOf(query));
    const choose = chooseValueView(form, context);
    if (choose !== undefined) {
      return this.answers.send(reply, { page: ChooseValuePage, view: choose, crumbs: crumbs(ref) });
    }
    return this.#form(reply, { form, context });
  }

  @Post(':command')
  async record(
    @Param('ref') ref: string,
    @Param('command') command: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = mustChange(await this.reader.see(ref, scope), command);
    const form = formOf(command, seen);
    const context = await this.reader.formContext(seen, textsOf(body));
    const read = readCommand(form, body, context);
    const { posted } = read;
    if (posted.errors.length > 0) {
      const sentBack = { posted, errors: posted.errors, rules: rulesAsked(posted) };
      return this.#form(reply, { form, context, sentBack });
    }
    try {
      const changed = await this.#send(ref, read, reply.request, body);
      const back = isFromToday(context) ? todayAfter(ref, changed.link.revision) : `/links/${ref}`;
      return this.answers.seeOther(reply, back, flashOf(form, changed, context));
    } catch (error) {
      const sentBack = await this.#sentBack(error, form, context, read, seen);
      return this.#form(reply, { form, context, sentBack });
    }
  }

  #send(ref: string, { request, said, expectedRevision }: ReadCommand, sent: FastifyRequest, body: Posted) {
    return this.commandBus.execute(
      new ChangeLink(ref, request, said, senderOfForm(sent, body), expectedRevision ?? 0),
    );
  }

  /** What a form says when the command was not taken. Throws every other error again. */
  async #sentBack(
    error: unknown,
    form: CommandForm,
    context: FormContext,
    { posted }: ReadCommand,
    seen: SeenLink,
  ): Promise<SentBack> {
    if (error instanceof Refusal) return sentBackBy(error, form, context, posted);
    if (!(error instanceof ChangedBySomeoneElse)) throw error;
    const changed = changedMeanwhile(error, seen, context.names);
    return {
      posted,
      errors: [{ message: error.message }],
      rules: rulesAsked(posted),
      changedMeanwhile: changed,
    };
  }

  #form(
    reply: FastifyReply,
    { form, context, sentBack }: { form: CommandForm; context: FormContext; sentBack?: SentBack },
  ): FastifyReply {
    const view = recordFormView(form, context, this.answers.formParts(reply), sentBack);
    const status = sentBack === undefined ? 200 : sentBack.changedMeanwhile === undefined ? 422 : 412;
    return this.answers.send(reply, {
      page: FormPage,
      view,
      status,
      crumbs: crumbs(context.link.ref),
    });
  }
}

/** A form of a part that the programme does not use does not exist. */
function formOf(command: string, { link }: SeenLink): CommandForm {
  const form = commandForm(command);
  if (form === undefined || !isInUse(form, link)) throw new NotFound();
  return form;
}

function mustChange(seen: SeenLink, command = ''): SeenLink {
  if (!seen.mayChange || (seen.isPartner && !isForPartner(command))) throw new NotAllowed();
  return seen;
}

const crumbs = (ref: string) => [
  { href: '/links', label: 'Links' },
  { href: `/links/${ref}`, label: ref },
];

function flashOf(form: CommandForm, { events, warnings }: LinkChanged, { link, names }: FormContext) {
  const more = warnings.map(({ sentence }) => withSchools(sentence, link, names));
  if (events.length === 0)
    return { tone: 'amber', text: 'This was recorded already; nothing was changed.', more } as const;
  return { tone: more.length > 0 ? 'amber' : 'green', text: form.done, more } as const;
}
