import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over https the `__Host-` prefix binds a cookie to this host; over http browsers would refuse it. */
export class Cookies {
  readonly #secure: boolean;

  constructor(publicUrl: string) {
    this.#secure = publicUrl.startsWith('https:');
  }

  session(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name('linking')];
  }

  setSession(reply: FastifyReply, token: string, expiresAt: string): void {
    reply.setCookie(this.#name('linking'), token, { ...this.#options(), expires: new Date(expiresAt) });
  }

  clearSession(reply: FastifyReply): void {
    reply.clearCookie(this.#name('linking'), this.#options());
  }

  get formName(): string {
    return this.#name('linking-form');
  }

  form(request: FastifyRequest): string | undefined {
    return request.cookies[this.formName];
  }

  setForm(reply: FastifyReply, secret: string): void {
    reply.setCookie(this.formName, secret, this.#options());
  }

  /** What was said across a redirect; it is shown once. */
  flash(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name('linking-flash')];
  }

  setFlash(reply: FastifyReply, value: string): void {
    reply.setCookie(this.#name('linking-flash'), value, { ...this.#options(), maxAge: 60 });
  }

  clearFlash(reply: FastifyReply): void {
    reply.clearCookie(this.#name('linking-flash'), this.#options());
  }

  #name(name: string): string {
    return this.#secure ? `__Host-${name}` : name;
  }

  // Lax, so that an address in a mail opens as the person who is signed in.
  #options(): CookieSerializeOptions {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure };
  }
}
