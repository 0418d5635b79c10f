import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { CLOCK } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { Refusal } from '@linking/domain/refusal.js';
import { shortName } from '@linking/domain/schools/school-names.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { reasonBox, readOverrides, rulesAsked } from '../links/forms/soft-rules.js';
import { textsOf } from '../links/link-reader.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { ChoosePage } from '../pages/interests/choose-page.js';
import { PartnersPage } from '../pages/interests/partners-page.js';
import { ProposePage } from '../pages/interests/propose-page.js';
import { chooseClassView } from './choose-view-models.js';
import { readPartnerFilters } from './partner-filters.js';
import { PartnerSurroundings, type ContinuedWords } from './partner-surroundings.js';
import { partnersView, proposeView, startHref, wantedOf } from './partner-view-models.js';
import { partnerOf, partnersOf } from './partners.js';
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
    @Inject(PartnerSurroundings) private readonly surroundings: PartnerSurroundings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async choose(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const waiting = (await this.classes.list(scope.changes)).filter(
      ({ item }) => item.status === 'waiting' && item.programme !== '',
    );
    const said = textsOf(query);
    const { a, b } = chosen(waiting, said);
    if (a === undefined) {
      const view = chooseClassView(waiting);
      return this.answers.send(reply, { page: ChoosePage, view, crumbs: CRUMBS });
    }
    const continued = await this.surroundings.continued(said['from'], scope);
    if (b !== undefined && b !== a) return this.#form(reply, { a, b, rules: [], continued });
    const others = waiting.filter((other) => other !== a && other.item.year === a.item.year);
    const view = partnersView({
      a,
      partners: partnersOf(a, others, await this.surroundings.of(a, others)),
      filters: readPartnerFilters(said),
      wanted: wantedOf(said['shown']),
      ...(continued === undefined ? {} : { continued }),
    });
    return this.answers.send(reply, { page: PartnersPage, view, crumbs: CRUMBS });
  }

  @Post()
  async propose(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { a, b } = chosen(await this.classes.list(scope.changes), textsOf(body));
    if (a === undefined || b === undefined) return this.answers.seeOther(reply, '/links/propose');
    const continued = await this.surroundings.continued(textsOf(body)['from'], scope);
    const posted = new PostedForm(body);
    const occurredOn = posted.day('occurredOn', 'Enter the day');
    const note = posted.words('note');
    const said = { occurredOn, overrides: readOverrides(posted), ...(note === undefined ? {} : { note }) };
    const rules = [...rulesAsked(posted)];
    try {
      if (posted.errors.length === 0) {
        const command = new ProposeLink(proposalOf(a, b, continued), said, senderOfForm(reply.request, body));
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
    return this.#form(reply, { a, b, rules, posted, continued });
  }

  async #form(
    reply: FastifyReply,
    material: Omit<ProposeFormMaterial, 'today' | 'parts'>,
  ): Promise<FastifyReply> {
    const { a, b, posted, continued } = material;
    const partner = partnerOf(a, b, await this.surroundings.of(a, [b]));
    // Rules that will ask are asked at once, in the same form.
    const rules = [...new Set([...partner.asked.map(({ rule }) => rule), ...material.rules])];
    const parts = this.answers.formParts(reply);
    const form = proposeForm({ ...material, rules, today: londonDay(this.clock.now()), parts });
    const status = posted === undefined ? 200 : 422;
    const priorities = await this.surroundings.priorities(a, b);
    const crumbs = [
      ...CRUMBS,
      { href: startHref(classKey(a.item), continued), label: `A partner for ${shortName(a.schoolName)}` },
    ];
    return this.answers.send(reply, {
      page: ProposePage,
      view: proposeView(a, partner, form, { priorities, continued }),
      status,
      crumbs,
    });
  }
}

const CRUMBS = [{ href: '/waiting', label: 'Waiting list' }];

function chosen(classes: readonly OfferedClassWords[], named: Readonly<Record<string, string>>) {
  const find = (key: string | undefined) => classes.find(({ item }) => classKey(item) === key);
  return { a: find(named['a']), b: find(named['b']) };
}

function proposalOf(
  { item: a }: OfferedClassWords,
  { item: b }: OfferedClassWords,
  continued: ContinuedWords | undefined,
) {
  return {
    programme: a.programme,
    year: a.year,
    kind: a.urn === b.urn ? 'in-school' : 'between-schools',
    a: { interestId: a.interestId, classId: a.classId },
    b: { interestId: b.interestId, classId: b.classId },
    ...(continued === undefined ? {} : { continuesFrom: continued.ref }),
  } as const;
}
