import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { CLOCK } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { Refusal } from '@linking/domain/refusal.js';
import { distanceKm } from '@linking/domain/schools/distance.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { reasonBox, readOverrides, rulesAsked } from '../links/forms/soft-rules.js';
import { textsOf } from '../links/link-reader.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { ChoosePage } from '../pages/interests/choose-page.js';
import { apart, chooseClassView, classRow } from './choose-view-models.js';
import { proposeForm, type ProposeFormMaterial } from './propose-form.js';
import { classKey, WaitingClasses, type OfferedClassWords } from './waiting-classes.js';

/** Two waiting classes are brought together: one is chosen, then the other, then the link is proposed. */
@Controller('links/propose')
@Access('coordinator', 'national')
export class PageProposeController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(WaitingClasses) private readonly classes: WaitingClasses,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async choose(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const waiting = (await this.classes.list(scope.changes)).filter(
      ({ item }) => item.status === 'waiting' && item.programme !== '',
    );
    const { a, b } = chosen(waiting, textsOf(query));
    if (a !== undefined && b !== undefined) return this.#form(request, reply, { a, b, rules: [] });
    return this.answers.send(request, reply, {
      page: ChoosePage,
      view: chooseClassView(waiting, a),
      crumbs: CRUMBS,
    });
  }

  @Post()
  async propose(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { a, b } = chosen(await this.classes.list(scope.changes), textsOf(body));
    if (a === undefined || b === undefined) return this.answers.seeOther(reply, '/links/propose');
    const posted = new PostedForm(body);
    const occurredOn = posted.day('occurredOn', 'Enter the day');
    const note = posted.words('note');
    const said = { occurredOn, overrides: readOverrides(posted), ...(note === undefined ? {} : { note }) };
    const rules = [...rulesAsked(posted)];
    try {
      if (posted.errors.length === 0) {
        const command = new ProposeLink(proposalOf(a, b), said, senderOfForm(request, body));
        const { link, warnings } = await this.commandBus.execute(command);
        const more = warnings.map(({ sentence }) => sentence);
        const tone = more.length > 0 ? 'amber' : 'green';
        return this.answers.seeOther(reply, `/links/${link.ref}`, {
          tone,
          text: 'The link is proposed.',
          more,
        });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { rule } = error.more;
      if (rule !== undefined && !rules.includes(rule)) rules.push(rule);
      posted.errors.push({
        ...(rule === undefined ? {} : { field: reasonBox(rule) }),
        message: error.sentence,
      });
    }
    return this.#form(request, reply, { a, b, rules, posted });
  }

  #form(
    request: FastifyRequest,
    reply: FastifyReply,
    material: Omit<ProposeFormMaterial, 'today' | 'parts'>,
  ): FastifyReply {
    const { a, b, posted } = material;
    const km = a.school && b.school ? distanceKm(a.school, b.school) : undefined;
    const parts = this.answers.formParts(request, reply);
    const view = {
      title: 'Propose a link',
      known: [classRow('First class', a), classRow('Second class', b), { key: 'Apart', value: apart(km) }],
      form: proposeForm({ ...material, today: londonDay(this.clock.now()), parts }),
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(request, reply, { page: FormPage, view, status, crumbs: CRUMBS });
  }
}

const CRUMBS = [{ href: '/links', label: 'Links' }];

function chosen(classes: readonly OfferedClassWords[], named: Readonly<Record<string, string>>) {
  const find = (key: string | undefined) => classes.find(({ item }) => classKey(item) === key);
  return { a: find(named['a']), b: find(named['b']) };
}

function proposalOf({ item: a }: OfferedClassWords, { item: b }: OfferedClassWords) {
  return {
    programme: a.programme,
    year: a.year,
    kind: a.urn === b.urn ? 'in-school' : 'between-schools',
    a: { interestId: a.interestId, classId: a.classId },
    b: { interestId: b.interestId, classId: b.classId },
  } as const;
}
