import { urnText } from '@linking/domain/schools/by-hand.js';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { covers, type Scope } from '@linking/application/accounts/scope.js';
import { programmeOfSchool } from '@linking/application/programmes/programme-of-school.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { findSchools, school, type School } from '@linking/application/schools/find-schools.js';
import { closedSentences } from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { recruitmentNotices } from '@linking/domain/programme/recruitment.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findProgramme, listProgrammes } from '@linking/projections/programmes/programmes.js';
import { listUnplaced } from '@linking/projections/waiting-list/interests-query.js';
import { listWaitingClasses } from '@linking/projections/waiting-list/waiting-list.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { textsOf } from '../links/link-reader.js';
import { interestYears } from '../links/years.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { ChoosePage } from '../pages/interests/choose-page.js';
import { WaitingListPage } from '../pages/interests/waiting-list-page.js';
import { interestForm, readInterestForm, type InterestFormMaterial } from './interest-form.js';
import { chooseSchoolView } from './choose-view-models.js';
import { WaitingClasses } from './waiting-classes.js';
import { waitingListView } from './waiting-list-view-model.js';

const CRUMBS = [{ href: '/waiting', label: 'Waiting list' }];

@Controller('waiting')
export class PageWaitingController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(WaitingClasses) private readonly classes: WaitingClasses,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const { q = '', programme = '', year = '', yearGroup = '', status = '' } = textsOf(query);
    const view = waitingListView({
      classes: await this.classes.list(scope.programmes),
      programmes,
      filters: { q: q.trim().slice(0, 100), programme, year, yearGroup, status },
      today: londonDay(this.clock.now()),
      mayChange: scope.mayChangeLinks,
      unplaced: scope.programmes === 'all' ? (await listUnplaced(this.pool)).length : 0,
    });
    return this.answers.send(reply, { page: WaitingListPage, view });
  }

  @Get('add')
  @Access('coordinator', 'national')
  async ask(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { urn = '', q = '' } = textsOf(query);
    const material = await this.#material(urn, scope, reply);
    if (material !== undefined) return this.#form(reply, material);
    const found =
      q.trim() === '' ? { items: [] } : await findSchools(this.pool, { q: q.slice(0, 100), limit: 20 });
    const today = londonDay(this.clock.now());
    const closed = await closedSentences(this.pool, found.items, today);
    const view = chooseSchoolView(found.items, q.trim(), today, closed);
    return this.answers.send(reply, { page: ChoosePage, view, crumbs: CRUMBS });
  }

  @Post('add')
  @Access('coordinator', 'national')
  async record(
    @Query('urn') urn: unknown,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.#material(String(urn), scope, reply);
    if (material === undefined) return this.answers.seeOther(reply, '/waiting/add');
    const posted = new PostedForm(body);
    const received = readInterestForm(posted, material);
    try {
      if (posted.errors.length === 0) {
        const { interest, warnings = [] } = await this.commandBus.execute(
          new ReceiveInterest(received, senderOfForm(reply.request, body)),
        );
        if (!covers(scope, interest.programme) || interest.programme === '') {
          const text = `The interest of ${material.school.name} is recorded and handed on.`;
          return this.answers.seeOther(reply, `/interests/${interest.id}`, { tone: 'green', text });
        }
        await shownSoon(() => this.#isListed(interest.id, interest.programme));
        const text = [
          `The interest of ${material.school.name} is recorded.`,
          ...warnings.map(({ sentence }) => sentence),
        ];
        const tone = warnings.length === 0 ? 'green' : 'amber';
        return this.answers.seeOther(reply, '/waiting', { tone, text: text.join(' ') });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: `${error.sentence} ${error.more.nextStep ?? ''}`.trim() });
    }
    return this.#form(reply, { ...material, posted });
  }

  async #material(urn: string, scope: Scope, reply: FastifyReply): Promise<InterestFormMaterial | undefined> {
    const found = await school(this.pool, urn);
    if (found === undefined) return undefined;
    const today = londonDay(this.clock.now());
    const years = interestYears(today);
    return {
      school: found,
      years,
      today,
      recruitment: await this.#recruitment(found, scope, years, today),
      ...(await this.#elsewhere(found, scope)),
      parts: this.answers.formParts(reply),
    };
  }

  /** Where the area of a school sends its interest, when that is not to a programme of hers. */
  async #elsewhere(found: School, scope: Scope): Promise<Pick<InterestFormMaterial, 'elsewhere'>> {
    const routing = await programmeOfSchool(this.pool, found);
    const [own] = scope.own;
    if (own === undefined || ('programme' in routing && covers(scope, routing.programme))) return {};
    const programmes = await listProgrammes(this.pool, { programmes: 'all', limit: 1_000 });
    const nameOf = (slug: string) => programmes.find((one) => one.slug === slug)?.name ?? slug;
    const goesTo = 'programme' in routing ? { to: nameOf(routing.programme) } : {};
    return { elsewhere: { own, ownName: nameOf(own), ...goesTo } };
  }

  /** Of the programme that takes it, for each year that may be chosen. */
  async #recruitment(
    found: School,
    scope: Scope,
    years: readonly string[],
    today: string,
  ): Promise<readonly string[]> {
    const routing = await programmeOfSchool(this.pool, found);
    const slug =
      'programme' in routing && covers(scope, routing.programme) ? routing.programme : scope.own[0];
    const programme = slug === undefined ? undefined : await findProgramme(this.pool, slug);
    return programme === undefined ? [] : recruitmentNotices(programme, years, today);
  }

  async #isListed(interestId: string, programme: string): Promise<boolean> {
    const waiting = await listWaitingClasses(this.pool, { programmes: [programme], limit: 2_000 });
    return waiting.some((item) => item.interestId === interestId);
  }

  #form(reply: FastifyReply, material: InterestFormMaterial): FastifyReply {
    const { school: chosen, recruitment } = material;
    const intro = [...recruitment, 'You can record this school all the same.'].join(' ');
    const eyebrow = [chosen.name, chosen.town, urnText(chosen.urn)].filter(Boolean).join(' · ');
    const view = {
      title: 'Record an interest',
      eyebrow,
      ...(recruitment.length === 0 ? {} : { intro }),
      form: interestForm(material),
    };
    const status = material.posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs: CRUMBS });
  }
}
