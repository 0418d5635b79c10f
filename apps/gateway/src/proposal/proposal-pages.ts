import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { linkNames } from '@linking/application/links/link-names.js';
import { readLink } from '@linking/application/links/link-history.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { findToken, type Token } from '@linking/application/tokens/tokens.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { programmeContact } from '../agreement/programme-contact.js';
import type { ProposalView } from '../pages/proposal/proposal-view.js';
import { proposalState, type ProposalState } from './proposal-state.js';
import {
  acceptedSentence,
  declinedSentence,
  endedSentence,
  noView,
  offerView,
  openNotice,
  whatNext,
  type NoForm,
  type ProposalMaterial,
} from './proposal-view-model.js';

/** What stands behind an address that we made. */
export interface OpenedProposal {
  readonly token: Token;
  readonly state: ProposalState;
  readonly material: ProposalMaterial;
}

/** Reads what an address leads to, and draws it. Reading changes nothing. */
@Injectable()
export class ProposalPages {
  constructor(
    @Inject(POOL) readonly pool: pg.Pool,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `undefined` for an address that we never made. */
  async open(address: string): Promise<OpenedProposal | undefined> {
    const token = await findToken(this.pool, address);
    if (token?.purpose !== 'answer-proposal' || token.side === undefined) return undefined;
    const { side } = token;
    const { link, facts } = await readLink(this.store, token.ref);
    const names = await linkNames(this.pool, facts, { people: [token.personId] });
    const headName = names.person(token.personId, 'headteacher', link.sides[side].urn).name;
    const state = proposalState(token, side, link, this.clock.now());
    const asked = await programmeContact(this, this.settings, link);
    return { token, state, material: { link, side, names, headName, ...asked } };
  }

  view({ token, state, material }: OpenedProposal, address: string): ProposalView {
    const { contact } = material;
    switch (state) {
      case 'open':
        return {
          state,
          offer: offerView(material),
          yes: button(`${address}/yes`, 'Yes, we would like to link'),
          noHref: `${address}/no`,
          notice: openNotice(material, token.expiresAt),
          contact,
        };
      case 'accepted':
        return {
          state,
          offer: offerView(material),
          sentence: acceptedSentence(material),
          next: whatNext(material),
          contact,
        };
      case 'declined':
        return { state, sentence: declinedSentence(material), contact };
      case 'paused':
        return { state, contact };
      case 'ended':
        return { state, sentence: endedSentence(material, token.personId), contact };
      case 'expired':
        return { state, sendAgain: button(`${address}/send-again`, 'Send me a new one'), contact };
    }
  }

  noForm(
    { material }: OpenedProposal,
    address: string,
    typed: Pick<NoForm, 'values' | 'errors'>,
  ): ProposalView {
    return noView(material, { ...typed, address, idempotencyKey: randomUUID() });
  }
}

const button = (action: string, label: string) =>
  ({ action, label, look: 'primary', csrf: '', idempotencyKey: randomUUID() }) as const;
