import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '@linking/application/accounts/secret-token.js';
import type { Cookies } from './cookies.js';

/** Name of the hidden field, and header of API writes that are made with a cookie. */
export const FORM_TOKEN_FIELD = '_csrf';
export const FORM_TOKEN_HEADER = 'x-csrf-token';

/**
 * Proof that a form was given by us to this browser: an HMAC over a cookie of the browser and its session
 * (signed double submit, OWASP CSRF Prevention Cheat Sheet).
 */
export class FormTokens {
  constructor(
    private readonly cookies: Cookies,
    private readonly secret: string,
  ) {}

  /** The value for the hidden field; gives the browser its cookie when it has none. */
  token(request: FastifyRequest, reply: FastifyReply): string {
    let browser = this.cookies.form(request);
    if (!browser) {
      browser = newToken();
      this.cookies.setForm(reply, browser);
      // A page with two forms asks twice within one request.
      request.cookies[this.cookies.formName] = browser;
    }
    return this.#sign(browser, request);
  }

  /** Checks the token and takes it out of the body, which then holds only what the page asks. */
  accepts(request: FastifyRequest): boolean {
    const browser = this.cookies.form(request);
    const given = takeField(request.body) ?? request.headers[FORM_TOKEN_HEADER];
    if (!browser || typeof given !== 'string') return false;
    const wanted = Buffer.from(this.#sign(browser, request));
    const actual = Buffer.from(given);
    return actual.length === wanted.length && timingSafeEqual(actual, wanted);
  }

  #sign(browser: string, request: FastifyRequest): string {
    const session = this.cookies.session(request) ?? '';
    return createHmac('sha256', this.secret).update(`form\n${browser}\n${session}`).digest('base64url');
  }
}

function takeField(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !(FORM_TOKEN_FIELD in body)) return undefined;
  const token = body[FORM_TOKEN_FIELD];
  delete body[FORM_TOKEN_FIELD];
  return token;
}
