import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { entriesBetween } from '@linking/application/calendar/calendar-entries.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { readVenue as readVenueStream } from '@linking/application/venues/read-venue.js';
import { venueDetails, venueNames } from '@linking/application/venues/venue-details.js';
import { addDays, londonDay } from '@linking/domain/calendar/london.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { venueDiary } from '@linking/projections/link-board/link-meetings-table.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';
import { listVenues } from '@linking/projections/venues/venues.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { VenueListPage } from '../pages/venues/venue-list-page.js';
import { VenuePage } from '../pages/venues/venue-page.js';
import { venueView } from './venue-diary.js';
import { readVenue, venueForm, venueListView } from './venues-view-model.js';

/** A little more than a year: meetings are planned within one. */
const DAYS_AHEAD = 400;

@Controller('venues')
export class PageVenuesController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const today = londonDay(this.clock.now());
    const venues = await listVenues(this.pool, { programmes: scope.programmes, limit: 500 });
    const ids = venues.map(({ venueId }) => venueId);
    const diary = await venueDiary(this.pool, ids, today);
    const rows = (await venueDetails(this.pool, venues)).map((venue) => ({
      venue,
      diary: diary.filter(({ venueId }) => venueId === venue.id),
    }));
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const view = venueListView(rows, programmes, scope.mayChangeLinks);
    return this.answers.send(reply, { page: VenueListPage, view });
  }

  @Get('add')
  @Access('coordinator', 'national')
  async ask(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#form(reply, await this.#programmes(scope));
  }

  @Post('add')
  @Access('coordinator', 'national')
  async add(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const programmes = await this.#programmes(scope);
    const posted = new PostedForm(body);
    const venue = readVenue(posted, programmes);
    try {
      if (posted.errors.length === 0) {
        const { venueId } = await this.commandBus.execute(
          new AddVenue(venue, senderOfForm(reply.request, body)),
        );
        await shownSoon(async () => (await venueNames(this.pool, [venueId])).size > 0);
        return this.answers.seeOther(reply, '/venues', { tone: 'green', text: `${venue.name} is added.` });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: error.sentence });
    }
    return this.#form(reply, programmes, posted);
  }

  /** Below `add`, which would be read as an id otherwise. */
  @Get(':id')
  @Access('signed-in')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const venue = await readVenueStream(this.store, id);
    if (venue === undefined || !covers(scope, venue.programme)) throw new NotFound();
    const today = londonDay(this.clock.now());
    const [[details], programmes, items] = await Promise.all([
      venueDetails(this.pool, [venue]),
      listProgrammes(this.pool, { programmes: [venue.programme], limit: 1 }),
      entriesBetween(this.pool, { scope, from: today, to: addDays(today, DAYS_AHEAD) }),
    ]);
    if (details === undefined) throw new NotFound();
    const view = venueView({
      venue: details,
      programme: programmes[0]?.name ?? venue.programme,
      ...(switchedOn(programmes[0], 'venue-diary')
        ? { items: items.filter(({ venueId }) => venueId === id) }
        : {}),
      mayChange: scope.mayChangeLinks && mayChange(scope, venue.programme),
    });
    const crumbs = [{ href: '/venues', label: 'Venues' }];
    return this.answers.send(reply, { page: VenuePage, view, crumbs });
  }

  #programmes({ changes }: Scope): Promise<readonly Programme[]> {
    return listProgrammes(this.pool, { programmes: changes, limit: 200 });
  }

  #form(reply: FastifyReply, programmes: readonly Programme[], posted?: PostedForm): FastifyReply {
    const form = venueForm(programmes, this.answers.formParts(reply), posted);
    const view = { title: 'Add a venue', intro: 'A place where two classes meet on neutral ground.', form };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, {
      page: FormPage,
      view,
      status,
      crumbs: [{ href: '/venues', label: 'Venues' }],
    });
  }
}
