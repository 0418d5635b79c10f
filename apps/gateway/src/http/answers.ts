import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { v5 } from 'uuid';
import { POOL } from '@linking/application/ports.js';
import { forgetAnswer, keepAnswer, takeKey } from './answers-table.js';
import type { KeptAnswer, KeyUse } from './answers-table.js';
import { IdempotencyKeyReused, InvalidInput } from './http-errors.js';
import { problemOf } from './problems.js';
import { signedInOf } from './signed-in.js';

/** What a write answers; `etag` and `location` are given again when the answer is. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: { readonly etag?: string; readonly location?: string };
}

/** Gives each write one command id and one answer, however often it is sent (`Idempotency-Key`, kept 7 days). */
@Injectable()
export class Answers {
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /**
   * Call it after the scope is checked and before `If-Match` is read. Returns the body to send.
   * `handle` must recognise a command id it has carried out: it is called again when an answer was lost.
   */
  async once(reply: FastifyReply, handle: (commandId: string) => Promise<Answer>): Promise<string> {
    const key = idempotencyKey(reply.request);
    if (key === undefined) return send(reply, written(await handle(randomUUID())));
    const userId = signedInOf(reply.request).user.id;
    const use = { userId, key, bodyHash: hashOf(reply.request), commandId: commandIdOf(userId, key) };
    const place = `${userId} ${key}`;
    while (this.#underWay.has(place)) await this.#underWay.get(place)?.catch(() => undefined);
    const work = this.#answer(use, handle);
    this.#underWay.set(place, work);
    try {
      const { answer, replayed } = await work;
      if (replayed) reply.header('idempotency-replayed', 'true');
      return send(reply, answer);
    } finally {
      this.#underWay.delete(place);
    }
  }

  async #answer(
    use: KeyUse,
    handle: (commandId: string) => Promise<Answer>,
  ): Promise<{ answer: KeptAnswer; replayed: boolean }> {
    const taken = await takeKey(this.pool, use);
    if (taken.bodyHash !== use.bodyHash) throw new IdempotencyKeyReused();
    if (taken.answer) return { answer: taken.answer, replayed: true };
    try {
      const answer = written(await handle(use.commandId));
      await keepAnswer(this.pool, use, answer);
      return { answer, replayed: false };
    } catch (error) {
      // Refused for certain: the key is free for the mended request. Otherwise the outcome is unknown and it stays.
      if (problemOf(error).status < 500) await forgetAnswer(this.pool, use).catch(() => undefined);
      throw error;
    }
  }
}

/** UUIDv5 of the key in the name space of the user: one person's key is nobody else's command. */
export const commandIdOf = (userId: string, key: string) => v5(key, userId);

const KEY = /^[\x21-\x7e]{1,255}$/;

function idempotencyKey(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header === 'string' && KEY.test(header)) return header;
  const message = 'An Idempotency-Key has 1 to 255 visible characters.';
  throw new InvalidInput('header', [{ field: 'Idempotency-Key', message }]);
}

function hashOf(request: FastifyRequest): string {
  // A file that is streamed cannot be read twice: its length stands for it.
  const body = isStream(request.body) ? request.headers['content-length'] : request.body;
  const sent = canonicalize([request.method, request.url, body ?? null]) ?? '';
  return createHash('sha256').update(sent).digest('hex');
}

const isStream = (body: unknown) => body instanceof Readable;

const written = ({ status, body, headers = {} }: Answer): KeptAnswer => ({
  status,
  headers: { ...headers },
  body: JSON.stringify(body),
});

function send(reply: FastifyReply, { status, headers, body }: KeptAnswer): string {
  reply.status(status).type('application/json; charset=utf-8').headers(headers);
  return body;
}
