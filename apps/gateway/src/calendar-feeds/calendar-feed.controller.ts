import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { feedOfAddress } from '@linking/application/calendar/feed-address.js';
import { feedContent } from '@linking/application/calendar/feed-content.js';
import { mailDomain } from '@linking/application/mails/mail-settings.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import { feed } from '@linking/notices/calendar/calendar-object.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';

/** Calendars to subscribe to. Whoever knows an address may read it: it holds schools, places and times. */
@Access('one-time-link')
@Controller('calendar')
export class CalendarFeedController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':token.ics')
  async read(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const content = await this.#content(token);
    const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
    reply.header('etag', etag).header('cache-control', 'private');
    if (matches(reply.request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="schools-linking.ics"')
      .send(content);
  }

  async #content(token: string): Promise<string> {
    const { pool, store, clock, settings } = this;
    const which = await feedOfAddress({ pool, clock }, token);
    if (which === undefined) throw new NotFound();
    const moment = { today: londonDay(clock.now()), mailDomain: mailDomain(settings) };
    const content = await feedContent({ pool, store }, which, moment);
    if (content === undefined) throw new NotFound();
    return feed(content.name, { name: 'Schools Linking', email: settings.mailFrom }, content.entries);
  }
}

/** RFC 9110 §13.1.2: compared without regard to weakness. */
const matches = (header: string | undefined, etag: string) =>
  header !== undefined &&
  header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
