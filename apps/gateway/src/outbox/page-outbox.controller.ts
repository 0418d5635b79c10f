import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { findMails, mailStandings, type MailStanding } from '@linking/application/mails/find-mails.js';
import { schoolYearsOf } from '@linking/application/mails/goes-at.js';
import { heldFromGoing } from '@linking/application/mails/held-until.js';
import { mailReaders } from '@linking/application/mails/mail-readers.js';
import { showMail, type ShownMail } from '@linking/application/mails/outbox.js';
import { mailCalendar } from '@linking/application/mails/render-mail.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { isPossibleDate } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { CalendarEntry } from '@linking/notices/calendar/calendar-entry.js';
import { invitation } from '@linking/notices/calendar/calendar-object.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { INSTANT_PART, TEXT_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { programmesOf } from '@linking/application/accounts/programmes-of.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { MailPage } from '../pages/outbox/mail-page.js';
import { OutboxPage } from '../pages/outbox/outbox-page.js';
import { againLinks, resumeLinks } from './again-form.js';
import { showMailPart } from './mail-part.js';
import { mailView, outboxView, type OutboxFilter } from './outbox-view-model.js';

const A_PAGE = 50;

@Controller('outbox')
@Access('signed-in')
export class PageOutboxController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { q = '', link = '', status = '', programme = '', day = '', after } = textsOf(query);
    const filter = {
      q: (q.trim() === '' ? link : q).trim(),
      status: isStanding(status) ? status : '',
      programme,
      day: isDay(day) ? day : '',
    };
    const now = this.clock.now();
    const last = cursorParts(after, INSTANT_PART, TEXT_PART);
    const found = await findMails(this.pool, {
      ...wantedBy(filter, scope, now),
      ...(last === undefined ? {} : { after: { at: last[0] ?? '', id: last[1] ?? '' } }),
      limit: A_PAGE + 1,
    });
    const { items, next } = pageOf(
      found,
      A_PAGE,
      (one) => one,
      ({ at, mail }) => [at, mail.id],
    );
    const mails = items.map(({ mail }) => mail);
    const held = mails.filter((mail) => heldFromGoing(mail, now) !== undefined);
    const view = outboxView({
      found: items,
      people: await mailReaders(this.pool, mails),
      now,
      schoolYears: await schoolYearsOf(this.store, held),
      programmes: await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 }),
      filter,
      sendsOut: this.settings.smtpUrl !== undefined,
      ...(next === null ? {} : { next }),
    });
    return this.answers.send(reply, { page: OutboxPage, view });
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shown = await this.#mail(id, scope);
    const entry = await this.#entry(shown);
    const address = shown.address?.slice(this.settings.publicUrl.length);
    const view = mailView(shown, this.clock.now(), address, entry);
    return this.answers.send(reply, {
      page: MailPage,
      view: {
        ...view,
        again: [...resumeLinks(shown.mail, scope, this.settings), ...againLinks(shown.leftWith, scope)],
      },
      crumbs: [{ href: '/outbox', label: 'Mails' }],
    });
  }

  @Get(':id/html')
  async html(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { rendered } = await this.#mail(id, scope);
    return showMailPart(reply, rendered.html);
  }

  /** The same entry that goes with the mail. */
  @Get(':id/entry.ics')
  async entry(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const shown = await this.#mail(id, scope);
    const entry = await this.#entry(shown);
    if (entry === undefined) throw new NotFound();
    const attendee = { name: shown.to.name, email: shown.to.email ?? this.settings.mailFrom };
    const { method, content } = invitation(entry, shown.from, attendee);
    return reply
      .type(`text/calendar; charset=utf-8; method=${method}`)
      .header('content-disposition', 'attachment; filename="schools-linking.ics"')
      .send(content);
  }

  /** Only a mail that left alone carries one. */
  async #entry({ mail, leftWith }: ShownMail): Promise<CalendarEntry | undefined> {
    if (leftWith.length > 1) return undefined;
    const { pool, store, clock, settings } = this;
    return mailCalendar(mail, tableLookup({ pool, store, clock }, settings), settings);
  }

  async #mail(id: string, { programmes }: Scope): Promise<ShownMail> {
    const { pool, store, clock, settings } = this;
    const lookup = tableLookup({ pool, store, clock }, settings);
    const options = { programmes, workingAddresses: settings.demo };
    const shown = await showMail({ pool, lookup, settings }, id, options);
    if (shown === undefined) throw new NotFound();
    return shown;
  }
}

const isStanding = (text: string): text is MailStanding =>
  (mailStandings as readonly string[]).includes(text);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isPossibleDate(text);
const LINK = /^[A-Z]{3}-\d{4}-\d{3,6}$/;

function wantedBy(
  { q, status, programme, day }: OutboxFilter,
  scope: Scope,
  now: string,
): Omit<Parameters<typeof findMails>[1], 'limit' | 'after'> {
  const ref = q.toUpperCase();
  return {
    programmes: programmesOf(scope, programme === '' ? undefined : programme),
    ...(q === '' ? {} : LINK.test(ref) ? { link: ref } : { text: q }),
    ...(isStanding(status) ? { standing: status } : day === '' ? { until: now } : {}),
    ...(day === '' ? {} : { day }),
  };
}
