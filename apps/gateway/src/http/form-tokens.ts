import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '@linking/application/accounts/secret-token.js';
import type { Cookies } from './cookies.js';

/** Name of the hidden field, and header of API writes that are made with a cookie. */
export const FORM_TOKEN_FIELD = '_csrf';
export const FORM_TOKEN_HEADER = 'x-csrf-token';

/**
 * Proof that a form was given by us to this browser: an HMAC over a cookie of the browser and its session
 * (signed double submit, OWASP CSRF Prevention Cheat Sheet). It is masked anew each time: pages are packed, and what
 * stays the same in all of them could be guessed from their length (BREACH).
 */
export class FormTokens {
  /** All forms of one page have the same. */
  readonly #given = new WeakMap<FastifyRequest, string>();

  constructor(
    private readonly cookies: Cookies,
    private readonly secret: string,
  ) {}

  /** The value for the hidden field; gives the browser its cookie when it has none. */
  token(reply: FastifyReply): string {
    let browser = this.cookies.form(reply.request);
    if (!browser) {
      browser = newToken();
      this.cookies.setForm(reply, browser);
      // A page with two forms asks twice within one request.
      reply.request.cookies[this.cookies.formName] = browser;
    }
    const given = this.#given.get(reply.request) ?? masked(this.#sign(browser, reply.request));
    this.#given.set(reply.request, given);
    return given;
  }

  /** Checks the token and takes it out of the body, which then holds only what the page asks. */
  accepts(request: FastifyRequest): boolean {
    const browser = this.cookies.form(request);
    const given = takeField(request.body) ?? request.headers[FORM_TOKEN_HEADER];
    if (!browser || typeof given !== 'string') return false;
    const wanted = this.#sign(browser, request);
    const actual = unmasked(given);
    return actual.length === wanted.length && timingSafeEqual(actual, wanted);
  }

  #sign(browser: string, request: FastifyRequest): Buffer {
    const session = this.cookies.session(request) ?? '';
    return createHmac('sha256', this.secret).update(`form\n${browser}\n${session}`).digest();
  }
}

function takeField(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !(FORM_TOKEN_FIELD in body)) return undefined;
  const token = body[FORM_TOKEN_FIELD];
  delete body[FORM_TOKEN_FIELD];
  return token;
}

const xor = (one: Buffer, other: Buffer) => one.map((byte, index) => byte ^ (other[index] ?? 0));

/** A random pad, and what was signed under it. */
function masked(signed: Buffer): string {
  const pad = randomBytes(signed.length);
  return Buffer.concat([pad, xor(signed, pad)]).toString('base64url');
}

function unmasked(given: string): Uint8Array {
  const both = Buffer.from(given, 'base64url');
  const half = both.length / 2;
  return xor(both.subarray(0, half), both.subarray(half));
}
