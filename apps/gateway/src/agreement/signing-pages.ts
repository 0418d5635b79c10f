import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Side } from '@linking/events/link/link-events.js';
import type { EventStore } from '@linking/events/event-store.js';
import { readLink } from '@linking/application/links/link-history.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { findToken, type Token } from '@linking/application/tokens/tokens.js';
import type { Link } from '@linking/domain/link/link.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { linkNames, type LinkNames } from '@linking/application/links/link-names.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type { SigningView } from '../pages/agreement/signing-view.js';
import { answerView, declinedSentence, endedSentence, type Answer } from './answer-view-model.js';
import { programmeContact } from './programme-contact.js';
import { mayRevoke, signingState, type SigningState } from './signing-state.js';
import {
  agreementOf,
  alreadySigned,
  copyOf,
  signingForm,
  signingNotice,
  type SigningMaterial,
} from './signing-view-model.js';

/** What stands behind an address that we made. */
export interface OpenedAddress {
  readonly token: Token;
  readonly state: SigningState;
  readonly link: Link;
  readonly side: Side;
  readonly names: LinkNames;
  readonly headName: string;
  readonly material: SigningMaterial;
}

export interface Typed {
  readonly forHead: boolean;
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

/** Reads what an address leads to, and draws it. Reading changes nothing. */
@Injectable()
export class SigningPages {
  constructor(
    @Inject(POOL) readonly pool: pg.Pool,
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `undefined` for an address that we never made. */
  async open(address: string): Promise<OpenedAddress | undefined> {
    const token = await findToken(this.pool, address);
    if (token === undefined || token.purpose !== 'sign-agreement' || token.side === undefined)
      return undefined;
    const { side } = token;
    const { link, facts } = await readLink(this.store, token.ref);
    const names = await linkNames(this.pool, facts, { people: [token.personId] });
    const headName = names.person(token.personId, 'headteacher', link.sides[side].urn).name;
    const state = signingState(token, side, link, this.clock.now());
    const { programme, contact } = await programmeContact(this, this.settings, link);
    return { token, state, link, side, names, headName, material: { link, side, names, programme, contact } };
  }

  view(opened: OpenedAddress, address: string, { forHead, values, errors }: Typed): SigningView {
    const { state, material, headName, token } = opened;
    const { contact } = material;
    switch (state) {
      case 'open':
        return {
          state,
          agreement: agreementOf(material),
          form: signingForm(material, {
            address,
            forHead,
            headName,
            idempotencyKey: randomUUID(),
            ...(values === undefined ? {} : { values }),
            ...(errors === undefined ? {} : { errors }),
          }),
          notice: signingNotice(headName, token.expiresAt, forHead),
          otherSigner: forHead
            ? { href: address, label: `I am ${headName}` }
            : { href: `${address}?for=head`, label: `I sign for ${headName}` },
          declineHref: `${address}/decline`,
          contact,
        };
      case 'signed':
        return {
          state,
          agreement: agreementOf(material),
          sentence: alreadySigned(material),
          copy: copyOf(material),
          ...(this.mayAnswer(opened, 'revoke') ? { revokeHref: `${address}/revoke` } : {}),
          contact,
        };
      case 'declined':
        return { state, sentence: declinedSentence(material), contact };
      case 'expired':
        return {
          state,
          sendAgain: {
            action: `${address}/send-again`,
            label: 'Send me a new one',
            look: 'primary',
            csrf: '',
            idempotencyKey: randomUUID(),
          },
          contact,
        };
      case 'revoked':
        return { state, sentence: endedSentence(material, token.personId), contact };
    }
  }

  /** Whoever is asked may decline; a new head may take back what was signed before her. */
  mayAnswer({ token, state, side, link }: OpenedAddress, answer: Answer): boolean {
    return answer === 'decline' ? state === 'open' : mayRevoke(token, side, link, this.clock.now());
  }

  answerForm(
    { material }: OpenedAddress,
    address: string,
    answer: Answer,
    typed: Pick<Typed, 'values' | 'errors'>,
  ): SigningView {
    return answerView(material, { ...typed, answer, address, idempotencyKey: randomUUID() });
  }
}
