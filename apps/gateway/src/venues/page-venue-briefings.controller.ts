import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { readVenue } from '@linking/application/venues/read-venue.js';
import { venueDetails } from '@linking/application/venues/venue-details.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { Access } from '../http/access.js';
import { formErrors } from '../http/form-errors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { briefing, voiding, type BriefingForm } from './briefing-forms.js';

const errorOf = formErrors('the venue', { DATE_NOT_KNOWN: 'on', DATE_IN_FUTURE: 'on' });

/** When the people at a venue were told of the programme, and what was wrong about that. */
@Controller('venues')
export class PageVenueBriefingsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get(':id/brief')
  @Access('coordinator', 'national')
  async askBriefing(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, briefing, await this.#toChange(id, scope));
  }

  @Post(':id/brief')
  @Access('coordinator', 'national')
  async brief(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#record(reply, briefing, await this.#toChange(id, scope), body);
  }

  @Get(':id/void-briefing')
  @Access('coordinator', 'national')
  async askVoiding(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const venue = await this.#toChange(id, scope);
    if (venue.briefings.length === 0) throw new NotFound('No briefing of this venue is recorded.');
    return this.#form(reply, voiding, venue);
  }

  @Post(':id/void-briefing')
  @Access('coordinator', 'national')
  async voidBriefing(
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#record(reply, voiding, await this.#toChange(id, scope), body);
  }

  /** Throws NotFound for the venue of a programme that she does not run. */
  async #toChange(id: string, scope: Scope): Promise<Venue> {
    const venue = await readVenue(this.store, id);
    if (venue === undefined || !covers(scope, venue.programme)) throw new NotFound();
    if (!scope.mayChangeLinks || !mayChange(scope, venue.programme)) throw new NotAllowed();
    return venue;
  }

  async #record(reply: FastifyReply, asked: BriefingForm, venue: Venue, body: Posted): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const command = asked.read(posted, venue, senderOfForm(reply.request, body));
    try {
      if (posted.errors.length === 0) {
        await this.commandBus.execute(command);
        const flash = { tone: 'green', text: asked.done } as const;
        return this.answers.seeOther(reply, `/venues/${venue.venueId}`, flash);
      }
    } catch (error) {
      posted.errors.push(errorOf(error));
    }
    return this.#form(reply, asked, venue, posted);
  }

  async #form(
    reply: FastifyReply,
    { what, title, intro, fields, values, submitLabel }: BriefingForm,
    venue: Venue,
    posted?: PostedForm,
  ): Promise<FastifyReply> {
    const [details] = await venueDetails(this.pool, [venue]);
    const href = `/venues/${venue.venueId}`;
    const view = {
      title,
      intro,
      ...(details === undefined ? {} : { eyebrow: details.name }),
      form: {
        ...this.answers.formParts(reply),
        action: `${href}/${what}`,
        fields: fields(venue),
        submitLabel,
        values: posted?.values() ?? values(venue, londonDay(this.clock.now())),
        errors: posted?.errors ?? [],
        hidden: { expectedRevision: posted?.typed('expectedRevision') ?? String(venue.revision) },
        also: [{ href, label: 'Back to the venue', look: 'link' as const }],
      },
    };
    const crumbs = [
      { href: '/venues', label: 'Venues' },
      { href, label: details?.name ?? 'The venue' },
    ];
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs });
  }
}
