import { Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { covers, type Scope } from '@linking/application/accounts/scope.js';
import { entriesBetween } from '@linking/application/calendar/calendar-entries.js';
import { coordinatorFeedAddress, renewFeedAddress } from '@linking/application/calendar/feed-address.js';
import { targetsBetween } from '@linking/application/calendar/targets-between.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { CalendarPage } from '../pages/calendar/calendar-page.js';
import type { CalendarView } from '../pages/calendar/calendar-view.js';
import { textsOf } from '../links/link-reader.js';
import { calendarView } from './calendar-view-model.js';
import { monthAsked, weeksOf } from './month.js';

@Controller('calendar')
export class PageCalendarController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Query() query: Record<string, unknown>,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { scope } = signedIn;
    const today = londonDay(this.clock.now());
    const asked = textsOf(query);
    const month = monthAsked(asked['month'], today);
    const programme = programmeAsked(asked['programme'], scope);
    const days = weeksOf(month).flat();
    const between = {
      scope,
      ...(programme === undefined ? {} : { programme }),
      from: days[0] ?? '',
      to: days.at(-1) ?? '',
    };
    const [items, targets, programmes, feed] = await Promise.all([
      entriesBetween(this.pool, between),
      targetsBetween(this.pool, between),
      listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 }),
      this.#feed(reply, signedIn),
    ]);
    const view = calendarView({
      month,
      shows: asked['view'] === 'list' ? 'list' : 'month',
      today,
      items,
      targets,
      programmes,
      programme,
      ...(feed === undefined ? {} : { feed }),
    });
    return this.answers.send(reply, { page: CalendarPage, view });
  }

  @Post('renew-address')
  @Access('coordinator')
  async renew(@CurrentUser() { user }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const desk = { pool: this.pool, clock: this.clock, settings: this.settings };
    await renewFeedAddress(desk, { kind: 'coordinator', userId: user.id });
    const text = 'Your calendar has a new address. The old one shows nothing any more.';
    return this.answers.seeOther(reply, '/calendar', { tone: 'green', text });
  }

  /** Whoever runs a programme has a calendar of her own to subscribe to. */
  async #feed(reply: FastifyReply, { user, scope }: SignedIn): Promise<CalendarView['feed']> {
    if (scope.own.length === 0) return undefined;
    const desk = { pool: this.pool, clock: this.clock, settings: this.settings };
    const address = await coordinatorFeedAddress(desk, user.id);
    return {
      address,
      webcal: address.replace(/^https?:/, 'webcal:'),
      renew: {
        ...this.answers.formParts(reply),
        action: '/calendar/renew-address',
        label: 'Give me a new address',
        look: 'link',
      },
    };
  }
}

/** One of the programmes of the reader, or all of hers. */
const programmeAsked = (asked: string | undefined, scope: Scope): string | undefined =>
  asked !== undefined && asked !== '' && covers(scope, asked) ? asked : undefined;
