import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Side } from '@linking/events/link/link-events.js';
import { teacherFeedAddress } from '@linking/application/calendar/feed-address.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { mailToSendAgain, sendPageAgain } from '@linking/application/teachers/send-page-again.js';
import { yearOfTeacher, type YearOfTeacher } from '@linking/application/teachers/teacher-year.js';
import { findToken, tokenState, type Token } from '@linking/application/tokens/tokens.js';
import { venueNames } from '@linking/application/venues/venue-details.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { linkNames } from '@linking/application/links/link-names.js';
import type { ContactView } from '../pages/agreement/signing-view.js';
import { academicYear } from '@linking/words/format.js';
import type { TeacherView } from '../pages/teacher/teacher-view.js';
import type { Taught } from './teacher-words.js';
import { teacherYearView, type Programme } from './teacher-year-view.js';

/** What stands behind an address that we made for a teacher. */
export type OpenedYear =
  | { readonly state: 'open'; readonly token: Token; readonly year: YearOfTeacher }
  | { readonly state: 'expired'; readonly token: Token };

/** Reads what an address leads to, and draws it. Reading changes nothing. */
@Injectable()
export class TeacherPages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `undefined` for an address that we never made, that was taken back, or whose person was erased. */
  async open(address: string): Promise<OpenedYear | undefined> {
    const token = await findToken(this.pool, address);
    if (token?.purpose !== 'teacher-year') return undefined;
    const state = tokenState(token, this.clock.now());
    if (state === 'revoked') return undefined;
    const { personId, ref } = token;
    const year = await yearOfTeacher(this.#reading, { personId, year: ref }, this.#today());
    if (year === undefined) return undefined;
    return state === 'expired' ? { state, token } : { state: 'open', token, year };
  }

  /** One of her classes; `undefined` for a link or a side that is not hers. */
  async taught({ token, year }: Extract<OpenedYear, { state: 'open' }>, ref: string, side: string) {
    const found = year.taught.find(({ history, side: own }) => history.link.ref === ref && own === side);
    return found && this.#taught(token, found);
  }

  async view(opened: OpenedYear | undefined, address: string): Promise<TeacherView> {
    if (opened === undefined) return { state: 'not-found' };
    return opened.state === 'open' ? this.#year(opened, address) : this.#expired(opened.token, address);
  }

  /** The address of her calendar is made when she first asks for it, and is the same ever after. */
  async calendar({ personId, ref }: Token, address: string): Promise<TeacherView> {
    const { pool, clock, settings } = this;
    const feed = await teacherFeedAddress({ pool, clock, settings }, personId, ref);
    const back = { href: address, label: 'Back to your page' };
    return { state: 'calendar', address: feed, webcal: feed.replace(/^https?:/, 'webcal:'), back };
  }

  /** Whether a mail with a new address is on its way to her. */
  sendAgain({ personId, ref }: Token): Promise<boolean> {
    const { settings } = this;
    return sendPageAgain({ ...this.#reading, settings }, { personId, year: ref });
  }

  async #year(
    { token, year }: Extract<OpenedYear, { state: 'open' }>,
    address: string,
  ): Promise<TeacherView> {
    const [taught, before, venues] = await Promise.all([
      Promise.all(year.taught.map((one) => this.#taught(token, one))),
      Promise.all(year.before.map((one) => this.#taught(token, one))),
      venueNames(
        this.pool,
        year.sessions.flatMap(({ venueId }) => venueId ?? []),
      ),
    ]);
    const slugs = new Set([...taught, ...before].map(({ link }) => link.programme));
    const programmes = await Promise.all([...slugs].map((slug) => this.#programme(slug)));
    return teacherYearView({
      year: academicYear(token.ref),
      name: year.name,
      personId: token.personId,
      address,
      expiresAt: token.expiresAt,
      taught,
      before,
      sessions: year.sessions,
      venues,
      programmes,
    });
  }

  async #expired({ personId, ref }: Token, address: string): Promise<TeacherView> {
    const again = await mailToSendAgain(this.#reading, { personId, year: ref });
    const sendAgain = {
      action: `${address}/send-again`,
      label: 'Send me a new one',
      look: 'primary',
      csrf: '',
      idempotencyKey: randomUUID(),
    } as const;
    return { state: 'expired', year: academicYear(ref), ...(again === undefined ? {} : { sendAgain }) };
  }

  async #taught(
    { personId }: Token,
    { history: { link, facts }, side }: { history: YearOfTeacher['taught'][number]['history']; side: Side },
  ): Promise<Taught> {
    return { link, side, names: await linkNames(this.pool, facts), today: this.#today(), personId };
  }

  async #programme(slug: string): Promise<Programme> {
    const found = await tableLookup(this.#reading, this.settings).programme(slug);
    const contact: ContactView = {
      name: found?.contactName ?? 'your local facilitator',
      email: found?.mailbox ?? this.settings.nationalOffice,
    };
    return { slug, name: found?.name ?? slug, contact };
  }

  get #reading() {
    return { pool: this.pool, store: this.store, clock: this.clock };
  }

  #today = () => londonDay(this.clock.now());
}
