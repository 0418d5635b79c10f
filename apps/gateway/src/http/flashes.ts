import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { FlashView } from '../pages/layout/page-frame.js';
import { Cookies } from './cookies.js';

/** A browser keeps about 4,000 characters a cookie; warnings beyond that are left out. */
const MOST_CHARACTERS = 3_000;

/** What a page says once, after the redirect that followed a save. */
@Injectable()
export class Flashes {
  constructor(@Inject(Cookies) private readonly cookies: Cookies) {}

  leave(reply: FastifyReply, flash: FlashView): void {
    const whole = encode(flash);
    this.cookies.setFlash(reply, whole.length <= MOST_CHARACTERS ? whole : encode({ ...flash, more: [] }));
  }

  take(reply: FastifyReply): FlashView | undefined {
    const kept = this.cookies.flash(reply.request);
    if (kept === undefined) return undefined;
    this.cookies.clearFlash(reply);
    return decode(kept);
  }
}

const encode = (flash: FlashView) => Buffer.from(JSON.stringify(flash)).toString('base64url');

/** The cookie came back from a browser, so nothing in it is believed but text. */
function decode(kept: string): FlashView | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString());
    if (typeof read !== 'object' || read === null) return undefined;
    const { tone, text, more } = read as Record<string, unknown>;
    if (typeof text !== 'string') return undefined;
    return {
      tone: tone === 'amber' || tone === 'red' ? tone : 'green',
      text,
      more: Array.isArray(more) ? more.filter((one) => typeof one === 'string') : [],
    };
  } catch {
    return undefined;
  }
}
