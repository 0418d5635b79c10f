import type { FastifyReply } from 'fastify';

/** The page part of a mail alone: it may set styles, run and load nothing, and stand in a frame of ours. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox; base-uri 'none'";

export function showMailPart(reply: FastifyReply, html: string): FastifyReply {
  reply.raw.removeHeader('x-frame-options');
  return reply
    .header('content-security-policy', MAIL_POLICY)
    .header('x-frame-options', 'SAMEORIGIN')
    .type('text/html; charset=utf-8')
    .send(html);
}
