import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { possibleDuplicates } from '@linking/application/schools/by-hand/possible-duplicates.js';
import { AddSchool, JoinSchool } from '@linking/application/schools/by-hand/school-by-hand-commands.js';
import { school, type School } from '@linking/application/schools/find-schools.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { Refusal } from '@linking/domain/refusal.js';
import { isByHand } from '@linking/domain/schools/by-hand.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { AddSchoolPage } from '../pages/schools/add-school-page.js';
import { addSchoolView, joinSchoolForm, readAddSchool } from './school-by-hand-forms.js';

const CRUMBS = [{ href: '/schools', label: 'Schools' }];

/** Schools that the register does not have yet. */
@Controller('schools')
@Access('coordinator', 'national')
export class PageSchoolsByHandController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get('add')
  async ask(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { name = '' } = textsOf(query);
    const posted =
      name === '' ? {} : { posted: new PostedForm({ name, laCode: await this.#ownAuthority(scope) }) };
    return this.#form(reply, { ...posted, laCode: await this.#ownAuthority(scope) });
  }

  @Post('add')
  async add(@Body() body: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const { school: said, noneOf } = readAddSchool(posted);
    let similar: readonly School[] = [];
    try {
      if (posted.errors.length === 0) {
        const adding = new AddSchool(said, noneOf, senderOfForm(reply.request, body));
        const { school: added } = await this.commandBus.execute(adding);
        const text = `${added.name} is added. Join it to its URN as soon as the register has it.`;
        return this.answers.seeOther(reply, `/schools/${added.key}`, { tone: 'green', text });
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof NotAllowed)) throw error;
      const known = error instanceof Refusal && error.code === 'SCHOOL_MAY_BE_KNOWN';
      if (known) similar = await possibleDuplicates(this.pool, said);
      posted.errors.push(
        known
          ? {
              field: 'none',
              message: 'Look at the schools below first. If it is none of them, tick the box.',
            }
          : { message: error.message },
      );
    }
    return this.#form(reply, { posted, similar, status: 422 });
  }

  @Get(':urn/join')
  async askJoin(@Param('urn') key: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#joinForm(reply, await this.#byHand(key));
  }

  @Post(':urn/join')
  async join(
    @Param('urn') key: string,
    @Body() body: Posted,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const known = await this.#byHand(key);
    const posted = new PostedForm(body);
    const urn = posted.line('urn', 'Enter the six digits of the URN');
    try {
      if (posted.errors.length === 0) {
        await this.commandBus.execute(new JoinSchool(key, urn, senderOfForm(reply.request, body)));
        const text = `${known.name} is in the register now. Its links, interests and people are those of this school.`;
        return this.answers.seeOther(reply, `/schools/${urn}`, { tone: 'green', text });
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof NotAllowed)) throw error;
      const next = error instanceof Refusal ? (error.more.nextStep ?? '') : '';
      posted.errors.push({ field: 'urn', message: `${error.message} ${next}`.trim() });
    }
    return this.#joinForm(reply, known, posted);
  }

  async #byHand(key: string): Promise<School> {
    const found = isByHand(key) ? await school(this.pool, key) : undefined;
    if (found === undefined) throw new NotFound('No school was added by hand under this key.');
    return found;
  }

  #form(
    reply: FastifyReply,
    about: {
      readonly posted?: PostedForm;
      readonly similar?: readonly School[];
      readonly laCode?: string;
      readonly status?: number;
    },
  ): FastifyReply {
    const { status = 200, similar = [], ...material } = about;
    const today = londonDay(this.clock.now());
    const view = addSchoolView({
      ...material,
      similar,
      today,
      parts: this.answers.formParts(reply),
    });
    return this.answers.send(reply, { page: AddSchoolPage, view, status, crumbs: CRUMBS });
  }

  #joinForm(reply: FastifyReply, known: School, posted?: PostedForm): FastifyReply {
    const view = {
      title: 'Join it to its URN',
      eyebrow: [known.name, known.town].filter(Boolean).join(' · '),
      intro:
        'Open links, waiting interests and the people of the school pass to the one of the register within a minute.',
      form: joinSchoolForm(known, this.answers.formParts(reply), posted),
    };
    const crumbs = [...CRUMBS, { href: `/schools/${known.urn}`, label: known.name }];
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs });
  }

  /** The authority of her area, when it is one. */
  async #ownAuthority({ own }: Scope): Promise<string> {
    const programmes = await listProgrammes(this.pool, { programmes: own, limit: 50 });
    const codes = programmes.flatMap(({ laCodes }) => laCodes);
    return codes.length === 1 ? (codes[0] ?? '') : '';
  }
}
