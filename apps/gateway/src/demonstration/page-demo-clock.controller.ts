import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { CLOCK, SETTINGS } from '@linking/application/ports.js';
import { addDays, londonDay, londonInstant, londonTime } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { localPath } from '../accounts/local-path.js';
import { Access } from '../http/access.js';
import { PageAnswers, type Posted } from '../http/page-answers.js';
import { fullMoment } from '../pages/format.js';

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** The buttons of the clock bar: the same time on a later day, for everybody. Only the demonstration has them. */
@Controller('demo/clock')
export class PageDemoClockController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Post()
  @Access('signed-in')
  async forward(@Body() posted: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const days = DAYS[String(posted['by'])];
    if (!this.settings.demo || !(this.clock instanceof DatabaseClock) || days === undefined)
      throw new NotFound();
    const now = this.clock.now();
    await this.clock.moveTo(londonInstant(addDays(londonDay(now), days), londonTime(now)));
    const text = `It is ${fullMoment(this.clock.now())} now. Mails that became due are being sent.`;
    return this.answers.seeOther(reply, localPath(posted['backTo']), { tone: 'green', text });
  }
}
