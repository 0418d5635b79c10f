import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { User } from '@linking/application/accounts/user.js';
import { CLOCK, SETTINGS } from '@linking/application/ports.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { loadPageAssets } from '../pages/layout/page-assets.js';
import type { FlashView, LinkTo, PageAssets, PageFrame } from '../pages/layout/page-frame.js';
import { FormTokens } from './form-tokens.js';
import { AUDIT, mayAudit, mayOperate, OPERATIONS, placesOf } from './places.js';

export interface FrameWishes {
  readonly flash?: FlashView;
  readonly crumbs?: readonly LinkTo[];
}

/** What surrounds a page for the person who asked for it. */
@Injectable()
export class PageFrames {
  #assets: PageAssets | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
  ) {}

  frame(reply: FastifyReply, wishes: FrameWishes = {}): PageFrame {
    this.#assets ??= loadPageAssets();
    const bare = {
      assets: this.#assets,
      places: [],
      home: '/',
      demonstration: this.settings.demo,
      apiDocs: '/api/docs',
      ...wishes,
    };
    if (!reply.request.signedIn) return bare;
    const csrf = this.formTokens.token(reply);
    const { user, scope } = reply.request.signedIn;
    return {
      ...bare,
      ...(mayAudit(user) ? { audit: AUDIT } : {}),
      ...(mayOperate(user) ? { operations: OPERATIONS } : {}),
      places: placesOf(user, scope).map(({ href, label, also = [] }) => ({
        href,
        label,
        current: [href, ...also].some((place) => isWithin(reply.request.url, place)),
      })),
      signedIn: {
        name: user.name,
        place: placeOf(user),
        account: '/account',
        signOutAction: '/sign-out',
        csrf,
      },
      ...(this.settings.demo
        ? {
            demoClock: {
              now: this.clock.now(),
              action: '/demonstration/clock',
              ...(user.roles.includes('auditor') ? {} : { forward: { csrf, backTo: reply.request.url } }),
            },
          }
        : {}),
    };
  }
}

const isWithin = (url: string, place: string) =>
  url === place || (/^[/?]/.test(url.slice(place.length)) && url.startsWith(place));

function placeOf(user: User): string {
  if (user.roles.includes('national')) return 'National office';
  if (user.roles.includes('auditor')) return 'Auditor';
  if (user.roles.includes('coordinator')) return user.programmes.map(inWords).join(', ');
  return 'Administrator';
}

const inWords = (slug: string) =>
  slug.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => (dash && ' ') + letter.toUpperCase());
