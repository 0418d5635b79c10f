import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { ChangeAddress, ConfirmAddress } from '@linking/application/mails/bounces/address-commands.js';
import { Refusal } from '@linking/domain/refusal.js';
import { counted } from '@linking/words/format.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { addressFormView } from './address-form.js';
import { SeenPeople, type SeenPerson } from './seen-people.js';

const CRUMBS = [{ href: '/today/attention', label: 'Needs attention' }];

/** Mails to somebody came back: the coordinator enters another address, or says that this one is right. */
@Controller('people/:id/address')
@Access('coordinator', 'national')
export class PageAddressController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(SeenPeople) private readonly people: SeenPeople,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async ask(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, await this.people.see(id, scope));
  }

  @Post()
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const person = await this.people.see(id, scope);
    const posted = new PostedForm(body);
    const found =
      person.bounced === undefined
        ? 'another'
        : posted.oneOf('found', ['another', 'right'] as const, 'Choose what you found out');
    const email =
      found === 'another' && posted.errors.length === 0
        ? posted.email('email', 'Enter an e-mail address, such as name@school.example')
        : '';
    if (posted.errors.length > 0) return this.#form(reply, person, posted);
    const sender = senderOfForm(reply.request, body);
    try {
      const { released } = await this.commandBus.execute(
        found === 'right' ? new ConfirmAddress(id, sender) : new ChangeAddress(id, email, sender),
      );
      const waited =
        released === 0 ? '' : ` ${counted(released, 'mail that waited goes', 'mails that waited go')} now.`;
      const text =
        found === 'right'
          ? `The address of ${person.name} is tried again.${waited}`
          : `Mails to ${person.name} go to the new address.${waited}`;
      if (found === 'right') {
        await shownSoon(async () => (await this.people.see(id, scope)).bounced === undefined);
      }
      return this.answers.seeOther(reply, '/today/attention', { tone: 'green', text });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.wrong('email', [error.sentence, error.more.nextStep].filter(Boolean).join(' '));
      return this.#form(reply, person, posted);
    }
  }

  #form(reply: FastifyReply, person: SeenPerson, posted?: PostedForm): FastifyReply {
    const view = addressFormView(person, this.answers.formParts(reply), posted);
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs: CRUMBS });
  }
}
