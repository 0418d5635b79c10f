import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { TooManyAttempts } from '@linking/application/accounts/access-errors.js';
import { LogGrew } from '@linking/application/commands/log-grew.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import {
  askForInterest,
  newestAddress,
  type PublicFormDependencies,
  VALID_DAYS,
} from '@linking/application/public-form/ask-for-interest.js';
import { confirmPath } from '@linking/application/public-form/request-mails.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers, type Posted } from '../http/page-answers.js';
import { problemOf } from '../http/problems.js';
import { textsOf } from '../links/link-reader.js';
import { interestYears } from '../links/years.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { PublicFormPage } from '../pages/public-form/public-form-page.js';
import type { PublicFormView } from '../pages/public-form/public-form-view.js';
import {
  carriedOf,
  classesAsked,
  publicForm,
  readPublicForm,
  TRAP,
  type PublicFormMaterial,
} from './public-form-fields.js';
import { foundSchool } from './public-form-words.js';
import { PublicSchools, type ChosenSchool, type FoundSchools } from './public-schools.js';

type OpenSchool = Extract<ChosenSchool, { readonly state: 'open' }>;

/** One visit of the form: what came in, and where the answer goes. */
interface Turn {
  readonly reply: FastifyReply;
  readonly posted?: PostedForm;
}

const NOTHING: FoundSchools = { schools: [], more: false };

/** The form of a school without an account. Nothing is recorded before the mail to its address was opened. */
@Access('public')
@Controller('interest')
export class PagePublicFormController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(PublicSchools) private readonly schools: PublicSchools,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const turn = { reply };
    if (!(await this.schools.isInUse())) return this.#notInUse(turn);
    const { q, urn } = textsOf(query);
    if (urn !== undefined && urn !== '') return this.#choose(turn, urn);
    return q === undefined ? this.#find(turn, '', NOTHING) : this.#search(turn, q);
  }

  @Post()
  async post(@Body() body: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const turn = { reply, posted };
    if (!(await this.schools.isInUse())) return this.#notInUse(turn);
    if (posted.typed(TRAP) !== '') return this.#sent(turn);
    const [step, chosen] = [posted.typed('step'), posted.typed('choose')];
    if (chosen !== '') return this.#choose(turn, chosen);
    if (step === 'other-school') return this.#find(turn, '', NOTHING);
    if (step === 'search') return this.#search(turn, posted.typed('q'));
    if (step === 'add-class') return this.#choose(turn, posted.typed('urn'), 1);
    return this.#send(turn, posted);
  }

  async #search(turn: Turn, q: string): Promise<FastifyReply> {
    try {
      return this.#find(turn, q, await this.schools.find(q, turn.reply.request.ip));
    } catch (error) {
      return this.#tooMany(turn, error, (problem) => this.#find(turn, q, { ...NOTHING, problem }, 429));
    }
  }

  async #choose(turn: Turn, urn: string, more = 0): Promise<FastifyReply> {
    const chosen = await this.schools.choose(urn);
    if (chosen.state === 'not-open') return this.#find(turn, urn, chosen);
    return this.#form(turn, chosen, { more });
  }

  async #send(turn: Turn, posted: PostedForm): Promise<FastifyReply> {
    const urn = posted.typed('urn');
    const chosen = await this.schools.choose(urn);
    if (chosen.state === 'not-open') return this.#find(turn, urn, chosen, 422);
    const { year, said } = readPublicForm(posted, this.#material(turn, urn));
    if (posted.errors.length > 0) return this.#form(turn, chosen, { status: 422 });
    try {
      const asked = { urn, year, said, address: turn.reply.request.ip };
      const { requestId } = await askForInterest(this.#dependencies, asked);
      this.eventBus.publish(new LogGrew());
      return await this.#sent(turn, requestId);
    } catch (error) {
      return this.#tooMany(turn, error, (message) => {
        posted.errors.push({ message });
        return this.#form(turn, chosen, { status: 429 });
      });
    }
  }

  get #dependencies(): PublicFormDependencies {
    const { pool, clock, settings } = this;
    return { pool, clock, settings };
  }

  #tooMany({ reply }: Turn, error: unknown, answer: (problem: string) => FastifyReply): FastifyReply {
    if (!(error instanceof TooManyAttempts)) throw error;
    reply.headers(problemOf(error).headers ?? {});
    return answer(error.message);
  }

  #material({ reply, posted }: Turn, urn: string, more = 0): PublicFormMaterial {
    return {
      urn,
      years: interestYears(londonDay(this.clock.now())),
      classes: classesAsked(posted) + more,
      parts: this.answers.formParts(reply),
      ...(posted === undefined ? {} : { posted }),
    };
  }

  #form(
    turn: Turn,
    { school, notice }: OpenSchool,
    { status = 200, more = 0 }: { readonly status?: number; readonly more?: number },
  ): FastifyReply {
    const form = publicForm(this.#material(turn, school.urn, more));
    const said = notice === undefined ? {} : { notice };
    return this.#page(turn, { state: 'form', school: foundSchool(school), form, ...said }, status);
  }

  #find(turn: Turn, q: string, found: FoundSchools, status = 200): FastifyReply {
    const { schools, more, problem, writeTo } = found;
    const view: PublicFormView = {
      state: 'find',
      q,
      schools,
      more,
      ...(problem === undefined ? {} : { problem }),
      ...(writeTo === undefined ? {} : { writeTo }),
      carried: turn.posted === undefined ? {} : carriedOf(turn.posted),
      ...this.answers.formParts(turn.reply),
    };
    return this.#page(turn, view, status);
  }

  /** The same words whoever asked before, and whatever a program filled in. */
  async #sent(turn: Turn, requestId?: string): Promise<FastifyReply> {
    const view = { state: 'sent', validDays: VALID_DAYS } as const;
    if (!this.settings.demo) return this.#page(turn, view);
    const token = requestId === undefined ? undefined : await newestAddress(this.#dependencies, requestId);
    const demonstration = token === undefined ? {} : { href: confirmPath(token) };
    return this.#page(turn, { ...view, demonstration });
  }

  #notInUse(turn: Turn): FastifyReply {
    return this.#page(turn, { state: 'not-in-use', writeTo: this.schools.office });
  }

  #page({ reply }: Turn, view: PublicFormView, status = 200): FastifyReply {
    return this.answers.send(reply, { page: PublicFormPage, view, status });
  }
}
