import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { outcomeOf, type Confirmed } from '@linking/application/public-form/confirm-interest.js';
import {
  findRequest,
  type InterestRequest,
  type SaidInterest,
} from '@linking/application/public-form/interest-request.js';
import { school } from '@linking/application/schools/find-schools.js';
import { findToken, tokenState } from '@linking/application/tokens/tokens.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import type { ConfirmView } from '../pages/public-form/public-form-view.js';
import { outcomeView } from './confirm-view-model.js';
import { PublicSchools } from './public-schools.js';

/** What an address of the mail stands for now. */
export type OpenedRequest =
  | {
      readonly state: 'open';
      readonly request: InterestRequest;
      readonly said: SaidInterest;
      readonly school: string;
      readonly problem?: string;
    }
  /** It is recorded, or the school had an interest already. */
  | { readonly state: 'settled'; readonly view: ConfirmView }
  | { readonly state: 'expired'; readonly request: InterestRequest }
  | { readonly state: 'not-found' };

@Injectable()
export class OpenedRequests {
  constructor(
    @Inject(POOL) readonly pool: pg.Pool,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(SETTINGS) readonly settings: Settings,
    @Inject(PublicSchools) private readonly schools: PublicSchools,
  ) {}

  /** Reads, and changes nothing. */
  async open(address: string): Promise<OpenedRequest> {
    const token = await findToken(this.pool, address);
    if (token?.purpose !== 'confirm-interest') return { state: 'not-found' };
    const request = await findRequest(this.pool, token.ref);
    if (request === undefined) return { state: 'not-found' };
    const outcome = await outcomeOf(this, request);
    if (outcome !== undefined) return { state: 'settled', view: await this.#outcome(outcome) };
    const { said } = request;
    if (said === undefined) return { state: 'not-found' };
    if (tokenState(token, this.clock.now()) !== 'valid') return { state: 'expired', request };
    const found = await school(this.pool, request.urn);
    return { state: 'open', request, said, school: found?.name ?? 'your school' };
  }

  async #outcome(outcome: Confirmed): Promise<ConfirmView> {
    const { urn, programme: slug } = outcome.interest;
    const [found, programme] = await Promise.all([
      school(this.pool, urn),
      slug === '' ? undefined : findProgramme(this.pool, slug),
    ]);
    return outcomeView({
      outcome,
      school: found?.name ?? 'your school',
      ...(found?.laName === undefined ? {} : { laName: found.laName }),
      ...(programme === undefined ? {} : { programme: programme.name }),
      writeTo: programme === undefined ? this.schools.office : await this.schools.mailboxOf(programme),
    });
  }
}
