import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { scopeCondition } from '@linking/application/accounts/scope.js';
import { entriesBetween, type CalendarItem } from '@linking/application/calendar/calendar-entries.js';
import type { BouncesKnown } from '@linking/application/mails/bounces/bounced-people.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { upcomingMails } from '@linking/application/mails/upcoming-mails.js';
import { readMailsPause } from '@linking/application/operations/pauses.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { addDays, londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import {
  countByProgramme,
  countByStage,
  pausedLinks,
} from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { programmesOf } from '@linking/application/accounts/programmes-of.js';
import type { SignedIn } from '../http/signed-in.js';
import type { AttentionPageView, TodayView } from '../pages/today/today-view.js';
import { attentionNames } from '@linking/application/today/attention-names.js';
import { weekOf } from '@linking/application/today/days-text.js';
import { readLatest } from './latest.js';
import { readAttention, type TodayQuery } from '@linking/application/today/read-attention.js';
import { attentionPageView, LISTED_ITEMS, SHOWN_ITEMS, todayView } from './today-view-model.js';

const SOON = 14;
const LATER = 120;
const ENOUGH = 5;

/** Brings together what the start page shows: everything from read models; of streams only when schools are open. */
@Injectable()
export class TodayPages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async today({ user, scope }: SignedIn, programme: string | undefined): Promise<TodayView> {
    const query = this.#query(scope, programme);
    const { pool } = this;
    const { today, now } = query;
    const links = {
      today,
      outcome: 'open',
      scope: (params: unknown[]) => scopeCondition(scope, params, ['programme', 'partner_programme']),
      ...(query.programme === undefined ? {} : { programme: query.programme }),
    };
    const [attention, programmes, counts, late, paused, byProgramme, coming, mails, mailsPause, latest] =
      await Promise.all([
        readAttention(this.#known(), query),
        listProgrammes(pool, { programmes: scope.programmes, limit: 200 }),
        countByStage(pool, links),
        countByStage(pool, { ...links, flag: 'overdue' }),
        pausedLinks(pool, links),
        countByProgramme(pool, links),
        this.#coming(query),
        upcomingMails(
          { pool, store: this.store },
          {
            programmes: programmesOf(scope, query.programme),
            from: today,
            to: weekOf(today).at(-1) ?? today,
          },
          now,
        ),
        readMailsPause(pool),
        readLatest(pool, query),
      ]);
    return todayView({
      firstName: user.name.split(' ')[0] ?? user.name,
      now,
      today,
      programmes,
      ...chosenOf(query),
      attention,
      names: await attentionNames(pool, attention.slice(0, SHOWN_ITEMS)),
      counts,
      late,
      paused,
      byProgramme,
      coming,
      mails,
      mailsPause,
      latest,
    });
  }

  async attention({ scope }: SignedIn, programme: string | undefined): Promise<AttentionPageView> {
    const query = this.#query(scope, programme);
    const [attention, programmes] = await Promise.all([
      readAttention(this.#known(), query),
      listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 }),
    ]);
    const names = await attentionNames(this.pool, attention.slice(0, LISTED_ITEMS));
    return attentionPageView({ attention, names, today: query.today, programmes, ...chosenOf(query) });
  }

  #known(): BouncesKnown {
    const { pool, store, clock, settings } = this;
    return { pool, settings, lookup: tableLookup({ pool, store, clock }, settings) };
  }

  #query(scope: SignedIn['scope'], programme: string | undefined): TodayQuery {
    const now = this.clock.now();
    return { scope, now, today: londonDay(now), ...(programme === undefined ? {} : { programme }) };
  }

  /** The next days, or more of them when little is planned. */
  async #coming({ scope, programme, today }: TodayQuery): Promise<readonly CalendarItem[]> {
    const between = (days: number) =>
      entriesBetween(this.pool, {
        scope,
        from: today,
        to: addDays(today, days),
        ...(programme === undefined ? {} : { programme }),
      });
    const soon = await between(SOON);
    return soon.filter(({ status }) => status === 'planned').length >= ENOUGH ? soon : between(LATER);
  }
}

const chosenOf = ({ programme }: TodayQuery) => (programme === undefined ? {} : { chosen: programme });
