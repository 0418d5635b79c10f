import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { countSearch } from '@linking/application/public-form/ask-for-interest.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { programmeOfSchool } from '@linking/application/programmes/programme-of-school.js';
import { findSchools, school, schoolsByUrn, type School } from '@linking/application/schools/find-schools.js';
import { closedSchool, closedSentences } from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { formOfSchool, isFormInUse } from '@linking/domain/interest/public-form.js';
import { recruitmentNotices } from '@linking/domain/programme/recruitment.js';
import { closedSentence } from '@linking/domain/schools/closed-words.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';
import { interestYears } from '../links/years.js';
import type { FoundSchoolView, WriteToView } from '../pages/public-form/public-form-view.js';
import {
  formOffSentence,
  foundSchool,
  nationalSentence,
  notRecruitingSentence,
  unknownSentence,
} from './public-form-words.js';

/** What became of looking for a school. */
export interface FoundSchools {
  readonly schools: readonly FoundSchoolView[];
  readonly more: boolean;
  readonly problem?: string;
  readonly writeTo?: WriteToView;
}

/** A school that may be chosen, or why it may not. */
export type ChosenSchool =
  | { readonly state: 'open'; readonly school: School; readonly notice?: string }
  | ({ readonly state: 'not-open' } & FoundSchools);

const SHOWN = 10;
const SHORTEST = 3;
/** More programmes than there will ever be. */
const ALL = 1_000;

/** The register as whoever has no account may ask it: names and places, a few at a time, and never a person. */
@Injectable()
export class PublicSchools {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Some programme has turned the form on, and a mail can be sent. */
  async isInUse(): Promise<boolean> {
    const sendsMail = this.settings.smtpUrl !== undefined || this.settings.demo;
    return sendsMail && isFormInUse(await this.#programmes());
  }

  /** Throws TooManyAttempts. */
  async find(q: string, address: string): Promise<FoundSchools> {
    const words = q.trim().slice(0, 100);
    if (words.length < SHORTEST) {
      return { schools: [], more: false, problem: `Type at least ${SHORTEST} letters or digits.` };
    }
    await countSearch(this.pool, address);
    const { items } = await findSchools(this.pool, { q: words, limit: SHOWN + 1, registered: true });
    if (items.length === 0)
      return { schools: [], more: false, problem: unknownSentence(words), writeTo: this.office };
    const shown = items.slice(0, SHOWN);
    const closed = await closedSentences(this.pool, shown, this.#today);
    return {
      schools: shown.map((one) => foundSchool(one, closed.get(one.urn))),
      more: items.length > SHOWN,
    };
  }

  async choose(urn: string): Promise<ChosenSchool> {
    const none = { state: 'not-open', schools: [], more: false } as const;
    const found = /^\d{6}$/.test(urn) ? await school(this.pool, urn) : undefined;
    if (found === undefined) return { ...none, problem: unknownSentence(urn), writeTo: this.office };
    const closed = await closedSchool(this.pool, found, this.#today);
    if (closed !== undefined) {
      const next = closed.successors.map((one) => one.urn);
      const known = await schoolsByUrn(this.pool, next);
      const schools = next.flatMap((one) => known.get(one) ?? []).map((one) => foundSchool(one));
      const choose = schools.length === 0 ? '' : ' Choose it below.';
      return { ...none, schools, problem: `${closedSentence(closed)}${choose}`, writeTo: this.office };
    }
    const form = formOfSchool(await programmeOfSchool(this.pool, found), await this.#programmes());
    switch (form.kind) {
      case 'open': {
        const notices = recruitmentNotices(form.programme, interestYears(this.#today), this.#today);
        const notice = notices.length === 0 ? {} : { notice: notices.join(' ') };
        return { state: 'open', school: found, ...notice };
      }
      case 'national':
        return { state: 'open', school: found, notice: nationalSentence(form.because, found.laName) };
      case 'form-off':
        return {
          ...none,
          problem: formOffSentence(form.programme.name),
          writeTo: await this.mailboxOf(form.programme),
        };
      case 'not-recruiting':
        return {
          ...none,
          problem: notRecruitingSentence(form.programme.name),
          writeTo: await this.mailboxOf(form.programme),
        };
    }
  }

  /** Whom a school without a programme writes to. */
  get office(): WriteToView {
    return { name: 'The national office of Schools Linking', email: this.settings.nationalOffice };
  }

  async mailboxOf({ slug, name }: Pick<Programme, 'slug' | 'name'>): Promise<WriteToView> {
    const { pool, store, clock } = this;
    const programme = await tableLookup({ pool, store, clock }, this.settings).programme(slug);
    return { name: `Schools Linking ${name}`, email: programme?.mailbox ?? this.settings.nationalOffice };
  }

  get #today(): string {
    return londonDay(this.clock.now());
  }

  #programmes(): Promise<readonly Programme[]> {
    return listProgrammes(this.pool, { programmes: 'all', limit: ALL });
  }
}
