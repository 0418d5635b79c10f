import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { countDueMails, findMails } from '@linking/application/mails/find-mails.js';
import { upcomingMails } from '@linking/application/mails/upcoming-mails.js';
import { mailReaders } from '@linking/application/mails/mail-readers.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import { addDays, londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import { localPath } from '../accounts/local-path.js';
import { Access } from '../http/access.js';
import { INSTANT_PART } from '../http/cursors.js';
import { PageAnswers, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { ClockPage } from '../pages/demonstration/clock-page.js';
import { fullMoment } from '@linking/words/format.js';
import { CLOCK_STEPS, DemonstrationClock, stepFrom } from './demonstration-clock.js';
import { clockView } from './clock-view-model.js';

const SHOWN = 100;
const DAYS_AHEAD = 14;
const ADDRESS = '/demonstration/clock';

/** The clock of the demonstration: it moves forward for everybody, and mails go out. */
@Controller('demonstration/clock')
export class PageDemoClockController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DemonstrationClock) private readonly clock: DemonstrationClock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Query('since') asked: unknown,
    @CurrentUser() { scope, user }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const now = this.clock.now();
    const today = londonDay(now);
    const since =
      typeof asked === 'string' && INSTANT_PART.test(asked) ? asked : londonInstant(today, '00:00');
    const { programmes } = scope;
    const found = await findMails(this.pool, {
      programmes,
      standing: 'sent',
      sentSince: since,
      limit: SHOWN + 1,
    });
    const people = await mailReaders(
      this.pool,
      found.map(({ mail }) => mail),
    );
    const ahead = { programmes, from: today, to: addDays(today, DAYS_AHEAD) };
    const view = clockView({
      now,
      since,
      sent: found.slice(0, SHOWN),
      more: found.length > SHOWN,
      people,
      waiting: await countDueMails(this.pool, programmes, now),
      ahead: (await upcomingMails({ pool: this.pool, store: this.store }, ahead, now)).days,
      mayMove: mayMove(user.roles),
      csrf: this.answers.formParts(reply).csrf,
      action: ADDRESS,
    });
    return this.answers.send(reply, { page: ClockPage, view });
  }

  @Post()
  @Access('coordinator', 'national', 'admin')
  async forward(@Body() posted: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const step = CLOCK_STEPS.find((one) => one === posted['by']);
    const before = this.clock.now();
    if (step === undefined) return this.answers.seeOther(reply, ADDRESS);
    const now = await this.clock.moveTo(stepFrom(before, step));
    const to = posted['backTo'] === undefined ? `${ADDRESS}?since=${before}` : localPath(posted['backTo']);
    const text = `It is ${fullMoment(now)} now. Mails that became due are being sent.`;
    return this.answers.seeOther(reply, to, { tone: 'green', text });
  }
}

/** Auditors change nothing, and this would change the day for everybody. */
const mayMove = (roles: SignedIn['user']['roles']) => !roles.includes('auditor');
