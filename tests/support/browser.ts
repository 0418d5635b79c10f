import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PASSWORD } from './gateway.js';

/** A browser without JavaScript: it keeps cookies, follows nothing by itself and posts what forms hold. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  async get(url: string, method: 'GET' | 'HEAD' = 'GET') {
    return this.#keep(await this.app.inject({ method, url, headers: { cookie: this.#sent() } }));
  }

  async post(url: string, fields: Readonly<Record<string, string>>) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: this.#sent() };
    const payload = new URLSearchParams(fields).toString();
    return this.#keep(await this.app.inject({ method: 'POST', url, payload, headers }));
  }

  /** Opens a page, fills its form to an address with these fields and sends it. */
  async fill(page: string, action: string, fields: Readonly<Record<string, string>>) {
    return this.post(action, { ...formFields((await this.get(page)).body, action), ...fields });
  }

  async send(url: string, payload: string | Buffer, contentType: string) {
    const headers = { 'content-type': contentType, cookie: this.#sent() };
    return this.#keep(await this.app.inject({ method: 'POST', url, payload, headers }));
  }

  async signIn(email: string): Promise<this> {
    await this.fill('/sign-in', '/sign-in', { email, password: PASSWORD });
    return this;
  }

  /** What it keeps, for a real browser at the same address. */
  cookiesFor(url: string) {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url }));
  }

  #sent = () => [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  #keep<Answer extends { cookies: { name: string; value: string; expires?: Date }[] }>(
    answer: Answer,
  ): Answer {
    for (const { name, value, expires } of answer.cookies) {
      if (expires && expires.getTime() < Date.now()) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** What the form to an address would send as it stands. */
export function formFields(page: string, action: string): Record<string, string> {
  const escaped = action.replaceAll('&', '&amp;');
  const form = page.split('<form').find((part) => part.includes(`action="${escaped}"`)) ?? '';
  const fields: Record<string, string> = {};
  const whole = form.split('</form>')[0] ?? '';
  for (const [, attributes = ''] of whole.matchAll(/<input([^>]*)>/g)) {
    const choice = /type="(?:radio|checkbox)"/.test(attributes);
    if (choice && !/\schecked/.test(attributes)) continue;
    const name = /name="([^"]*)"/.exec(attributes)?.[1];
    if (name !== undefined) fields[name] = unescaped(/value="([^"]*)"/.exec(attributes)?.[1] ?? '');
  }
  for (const [, name = '', options = ''] of whole.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const all = [...options.matchAll(/<option([^>]*)>/g)].map((match) => match[1] ?? '');
    const chosen = all.find((attributes) => /\sselected/.test(attributes)) ?? all[0] ?? '';
    fields[name] = unescaped(/value="([^"]*)"/.exec(chosen)?.[1] ?? '');
  }
  return fields;
}

/** The words of a page as a person reads them. */
export const wordsOf = (html: string) =>
  unescaped(
    html.replace(/<(?:style|script)[^>]*>.*?<\/(?:style|script)>/gs, ' ').replace(/<[^>]+>/g, ' '),
  ).replace(/\s+/g, ' ');

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
