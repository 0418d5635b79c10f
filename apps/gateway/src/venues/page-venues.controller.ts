import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { entriesBetween } from '@linking/application/calendar/calendar-entries.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { BriefVenue } from '@linking/application/venues/brief-venue.js';
import { VoidBriefing } from '@linking/application/venues/void-briefing.js';
import { readVenue as readVenueStream } from '@linking/application/venues/read-venue.js';
import { venueDetails, venueNames } from '@linking/application/venues/venue-details.js';
import { addDays, londonDay } from '@linking/domain/calendar/london.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { venueDiary } from '@linking/projections/link-board/link-meetings-table.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';
import { listVenues, type Venue } from '@linking/projections/venues/venues.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { VenueListPage } from '../pages/venues/venue-list-page.js';
import { VenuePage } from '../pages/venues/venue-page.js';
import { venueView } from './venue-diary.js';
import {
  briefingForm,
  briefingMistakes,
  readVenue,
  venueForm,
  venueListView,
  voidBriefingForm,
} from './venues-view-model.js';

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
  async list(
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
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
    return this.answers.send(request, reply, { page: VenueListPage, view });
  }

  @Get('add')
  @Access('coordinator', 'national')
  async ask(
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(request, reply, await this.#programmes(scope));
  }

  @Post('add')
  @Access('coordinator', 'national')
  async add(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const programmes = await this.#programmes(scope);
    const posted = new PostedForm(body);
    const venue = readVenue(posted, programmes);
    try {
      if (posted.errors.length === 0) {
        const { venueId } = await this.commandBus.execute(new AddVenue(venue, senderOfForm(request, body)));
        await shownSoon(async () => (await venueNames(this.pool, [venueId])).size > 0);
        return this.answers.seeOther(reply, '/venues', { tone: 'green', text: `${venue.name} is added.` });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({ message: error.sentence });
    }
    return this.#form(request, reply, programmes, posted);
  }

  /** Below `add`, which would be read as an id otherwise. */
  @Get(':id')
  @Access('signed-in')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
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
    return this.answers.send(request, reply, { page: VenuePage, view, crumbs });
  }

  @Get(':id/brief')
  @Access('coordinator', 'national')
  async askBriefing(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#briefing(request, reply, await this.#toChange(id, scope));
  }

  @Post(':id/brief')
  @Access('coordinator', 'national')
  async brief(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const venue = await this.#toChange(id, scope);
    const posted = new PostedForm(body);
    const on = posted.day('on', 'Enter the day on which they were briefed');
    const seen = /^\d{1,9}$/.exec(posted.typed('expectedRevision'))?.[0];
    try {
      if (posted.errors.length === 0) {
        const revision = seen === undefined ? undefined : Number(seen);
        const sender = senderOfForm(request, body);
        await this.commandBus.execute(new BriefVenue(id, on, sender, revision));
        return this.answers.seeOther(reply, `/venues/${id}`, {
          tone: 'green',
          text: 'The briefing is recorded.',
        });
      }
    } catch (error) {
      if (error instanceof Refusal) posted.errors.push({ field: 'on', message: error.sentence });
      else if (error instanceof ChangedBySomeoneElse) posted.errors.push({ message: error.message });
      else throw error;
    }
    return this.#briefing(request, reply, venue, posted);
  }

  @Get(':id/void-briefing')
  @Access('coordinator', 'national')
  async askVoiding(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const venue = await this.#toChange(id, scope);
    if (venue.briefings.length === 0) throw new NotFound('No briefing of this venue is recorded.');
    return this.#voiding(request, reply, venue);
  }

  @Post(':id/void-briefing')
  @Access('coordinator', 'national')
  async voidBriefing(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const venue = await this.#toChange(id, scope);
    const posted = new PostedForm(body);
    const on = posted.oneOf('on', venue.briefings, 'Choose the briefing that is wrong');
    const reasonCode = posted.oneOf('reasonCode', briefingMistakes, 'Choose a reason');
    const seen = /^\d{1,9}$/.exec(posted.typed('expectedRevision'))?.[0];
    try {
      if (posted.errors.length === 0) {
        const revision = seen === undefined ? undefined : Number(seen);
        const sender = senderOfForm(request, body);
        await this.commandBus.execute(new VoidBriefing(id, { on, reasonCode }, sender, revision));
        const text = 'This briefing counts no more. Record the right day, if there was one.';
        return this.answers.seeOther(reply, `/venues/${id}`, { tone: 'green', text });
      }
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof ChangedBySomeoneElse)) throw error;
      posted.errors.push({ message: error.message });
    }
    return this.#voiding(request, reply, venue, posted);
  }

  /** Throws NotFound for the venue of a programme that she does not run. */
  async #toChange(id: string, scope: Scope): Promise<Venue> {
    const venue = await readVenueStream(this.store, id);
    if (venue === undefined || !covers(scope, venue.programme)) throw new NotFound();
    if (!scope.mayChangeLinks || !mayChange(scope, venue.programme)) throw new NotAllowed();
    return venue;
  }

  async #briefing(
    request: FastifyRequest,
    reply: FastifyReply,
    venue: Venue,
    posted?: PostedForm,
  ): Promise<FastifyReply> {
    const [details] = await venueDetails(this.pool, [venue]);
    const today = londonDay(this.clock.now());
    const parts = this.answers.formParts(request, reply);
    const view = {
      title: 'The people there were briefed',
      intro: 'They know the programme, and help the classes to work together.',
      ...(details === undefined ? {} : { eyebrow: details.name }),
      form: briefingForm(venue.venueId, today, venue.revision, parts, posted),
    };
    return this.answers.send(request, reply, {
      page: FormPage,
      view,
      status: posted === undefined ? 200 : 422,
      crumbs: [
        { href: '/venues', label: 'Venues' },
        { href: `/venues/${venue.venueId}`, label: details?.name ?? 'The venue' },
      ],
    });
  }

  async #voiding(
    request: FastifyRequest,
    reply: FastifyReply,
    venue: Venue,
    posted?: PostedForm,
  ): Promise<FastifyReply> {
    const [details] = await venueDetails(this.pool, [venue]);
    const view = {
      title: 'A briefing is wrong',
      intro: 'It stays in the log and counts no more. Then record the right day.',
      ...(details === undefined ? {} : { eyebrow: details.name }),
      form: voidBriefingForm(venue, this.answers.formParts(request, reply), posted),
    };
    return this.answers.send(request, reply, {
      page: FormPage,
      view,
      status: posted === undefined ? 200 : 422,
      crumbs: [
        { href: '/venues', label: 'Venues' },
        { href: `/venues/${venue.venueId}`, label: details?.name ?? 'The venue' },
      ],
    });
  }

  #programmes({ changes }: Scope): Promise<readonly Programme[]> {
    return listProgrammes(this.pool, { programmes: changes, limit: 200 });
  }

  #form(
    request: FastifyRequest,
    reply: FastifyReply,
    programmes: readonly Programme[],
    posted?: PostedForm,
  ): FastifyReply {
    const form = venueForm(programmes, this.answers.formParts(request, reply), posted);
    const view = { title: 'Add a venue', intro: 'A place where two classes meet on neutral ground.', form };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(request, reply, {
      page: FormPage,
      view,
      status,
      crumbs: [{ href: '/venues', label: 'Venues' }],
    });
  }
}
