import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangeInterest } from '@linking/application/interests/interest-commands.js';
import { POOL } from '@linking/application/ports.js';
import { nearestProgrammes } from '@linking/application/programmes/nearest-programmes.js';
import { Access } from '../http/access.js';
import { formErrors } from '../http/form-errors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { academicYear } from '@linking/words/format.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import {
  interestChanges,
  type InterestChangeForm,
  type InterestFormMaterial,
} from './interest-change-forms.js';
import { InterestReader, type SeenInterest } from './interest-reader.js';

const errorOf = formErrors('the interest');

interface AskedChange {
  readonly seen: SeenInterest;
  readonly change: InterestChangeForm;
  readonly material: InterestFormMaterial;
  /** Where the form is. */
  readonly address: string;
}

/** Every change of an interest: a form of its own, then its page again. */
@Controller('interests/:id/:change')
@Access('coordinator', 'national')
export class PageChangeInterestController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(InterestReader) private readonly reader: InterestReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async ask(
    @Param() params: { readonly id: string; readonly change: string },
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, await this.#asked(params, query, scope));
  }

  @Post()
  async record(
    @Param() params: { readonly id: string; readonly change: string },
    @Query() query: Record<string, unknown>,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = await this.#asked(params, query, scope);
    const posted = new PostedForm(body);
    const wanted = asked.change.read(posted, asked.material);
    const note = posted.words('note');
    if (posted.errors.length === 0) {
      try {
        const said = note === undefined ? {} : { note };
        const sender = senderOfForm(reply.request, body);
        await this.commandBus.execute(new ChangeInterest(params.id, wanted, said, sender, posted.revision()));
        const flash = { tone: 'green', text: asked.change.done } as const;
        return this.answers.seeOther(reply, `/interests/${params.id}`, flash);
      } catch (error) {
        posted.errors.push(errorOf(error));
      }
    }
    return this.#form(reply, asked, posted);
  }

  async #asked(
    { id, change: name }: { readonly id: string; readonly change: string },
    query: Record<string, unknown>,
    scope: SignedIn['scope'],
  ): Promise<AskedChange> {
    const change = Object.hasOwn(interestChanges, name) ? interestChanges[name] : undefined;
    if (change === undefined) throw new NotFound();
    const seen = await this.reader.seeToChange(id, scope);
    if (change.national === true && scope.changes !== 'all') throw new NotFound();
    const { class: classId = '' } = textsOf(query);
    const offered = seen.details.classes.find((one) => one.classId === classId);
    if (change.ofClass === true && offered === undefined) throw new NotFound();
    const all = await nearestProgrammes(this.pool, seen.school ?? {});
    const programmes = all.filter(({ slug }) => slug !== seen.interest.programme);
    const material = { details: seen.details, programmes, ...(offered === undefined ? {} : { offered }) };
    const address = `/interests/${id}/${name}${change.ofClass === true ? `?class=${classId}` : ''}`;
    return { seen, change, material, address };
  }

  #form(
    reply: FastifyReply,
    { seen, change, material, address }: AskedChange,
    posted?: PostedForm,
  ): FastifyReply {
    const { interest, details } = seen;
    const about = material.offered === undefined ? [] : [material.offered.name];
    const view = {
      title: change.title,
      eyebrow: [details.school, ...about, academicYear(interest.year)].join(' · '),
      intro: change.intro,
      form: {
        ...this.answers.formParts(reply),
        action: address,
        fields: change.fields(material),
        submitLabel: change.submitLabel,
        ...(change.look === undefined ? {} : { submitLook: change.look }),
        values: posted?.values() ?? change.values?.(material) ?? {},
        errors: posted?.errors ?? [],
        hidden: { expectedRevision: posted?.typed('expectedRevision') ?? String(interest.revision) },
        also: [{ href: `/interests/${interest.id}`, label: 'Cancel', look: 'link' as const }],
      },
    };
    const crumbs = [
      { href: '/waiting', label: 'Waiting list' },
      { href: `/interests/${interest.id}`, label: details.school },
    ];
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs });
  }
}
