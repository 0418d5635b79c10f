import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_POLICY } from './security-headers.js';
import { problemBody } from './problem-body.js';
import { problemOf } from './problems.js';

const HEADERS = {
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
} as const;

/** An address that is no address: no route, guard or filter sees the request. */
export function answerBadAddress(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode = 400 } = error as { statusCode?: number };
  void reply
    .status(statusCode)
    .headers(HEADERS)
    .send(problemBody({ ...problemOf({ statusCode }), ...ADDRESS }, request.id));
}

const ADDRESS = { code: 'INVALID_ADDRESS', detail: 'This address cannot be read.' };

const STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** What is not HTTP, too slow or has headers without end: all there is to answer to is the connection. */
export function answerBadConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = STATUS[error.code ?? ''] ?? 400;
  const body = problemBody({ ...problemOf({ statusCode: status }), ...(status === 400 ? NOT_HTTP : {}) }, '');
  const headers = { ...HEADERS, 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}

const NOT_HTTP = { detail: 'This is not a request that can be read.' };
